"""Scores annotation against gold: what was found, what was missed, what should not have been linked.

Strict: the same stretch of text (or a listed alternative) and the same entity (or another listed one). A mark that no
label asks for is false; if it overlaps a label without an entity it is a trap that was walked into. The interval is
that of a percentile bootstrap over articles (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from news_archive.model import EntityId, Label, kind_of

_SAMPLES = 1000
_SEED = 20160819
"""Of the bootstrap: the same gold gives the same interval."""
Marked = tuple[str, Sequence[tuple[int, int, str]]]
"""An article's visible text, and start, end and entity of each mark."""


@dataclass(frozen=True, slots=True)
class Count:
    """Links that are right, links that are wrong, and names that were not linked."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """From 0 to 1; 1 where nothing is linked."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """From 0 to 1; 1 where there is nothing to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing that is not as the gold has it."""

    article: str
    at: int
    """In the visible text."""
    what: str
    """`missed`, `wrong`, `trap` or `extra`."""
    category: str
    context: str
    """The stretch in square brackets, with a few words around it."""
    entity: str
    """What the gold has; for a link that it has not, what was linked."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The score of an archive's annotation."""

    total: Count
    interval: tuple[float, float]
    """Of F1: 95 of 100 samples of the articles lie within."""
    by_class: Mapping[str, Count]
    """Wrong links have no class, so only recall says something here."""
    by_kind: Mapping[str, Count]
    by_article: Mapping[str, Count]
    traps: int
    mistakes: Sequence[Mistake]
    unplaced: Sequence[Label]
    """Labels whose text is not in the article so many times; they are not counted."""


def evaluate(labels: Iterable[Label], marked: Mapping[str, Marked]) -> Evaluation:
    """Score articles, by id, against labels. Articles without labels are not looked at."""
    grouped: dict[str, list[Label]] = defaultdict(list)
    names = {id_.rpartition("/")[2]: id_ for id_ in sorted(marked, reverse=True)}
    unplaced: list[Label] = []
    for label in labels:
        id_ = label.article if label.article in marked else names.get(label.article)
        if id_ is None:
            unplaced.append(label)
        else:
            grouped[id_].append(label)
    by_class: Counter[tuple[str, str]] = Counter()
    by_kind: dict[str, Count] = defaultdict(Count)
    by_article: dict[str, Count] = {}
    mistakes: list[Mistake] = []
    for id_ in sorted(grouped):
        score = _Score(id_, *marked[id_])
        score.add(grouped[id_])
        unplaced += score.unplaced
        by_class.update(score.by_class)
        for kind, count in score.by_kind.items():
            by_kind[kind] += count
        by_article[id_] = sum(score.by_kind.values(), Count())
        mistakes += score.mistakes
    classes = sorted({category for category, _ in by_class})
    return Evaluation(
        total=sum(by_article.values(), Count()),
        interval=_interval(list(by_article.values())),
        by_class={c: Count(by_class[c, "right"], 0, by_class[c, "missed"]) for c in classes},
        by_kind=dict(sorted(by_kind.items())),
        by_article=by_article,
        traps=sum(mistake.what == "trap" for mistake in mistakes),
        mistakes=sorted(mistakes),
        unplaced=unplaced,
    )


class _Score:
    """One article's score, label by label."""

    def __init__(self, article: str, text: str, marks: Sequence[tuple[int, int, str]]) -> None:
        self.article = article
        self.text = text
        self.open = {(start, end): entity for start, end, entity in marks}
        self.by_class: Counter[tuple[str, str]] = Counter()
        self.by_kind: dict[str, Count] = defaultdict(Count)
        self.mistakes: list[Mistake] = []
        self.unplaced: list[Label] = []

    def add(self, labels: Iterable[Label]) -> None:
        traps: list[tuple[int, int, Label]] = []
        wrong = dict(self.open)
        for label in labels:
            if label.is_elsewhere:
                continue
            start = occurrence(self.text, label.text, label.nth)
            if start is None:
                self.unplaced.append(label)
                continue
            end = start + len(label.text)
            if label.entity is None:
                traps.append((start, end, label))
                continue
            right = {label.entity, *label.also}
            places = [(start, end), *self._alternatives(label, start, end)]
            hit = next((place for place in places if self.open.get(place) in right), None)
            self.by_class[label.category, "right" if hit else "missed"] += 1
            self.by_kind[kind_of(label.entity).value] += Count(right=1) if hit else Count(missed=1)
            if hit:
                wrong.pop(hit, None)
            else:
                near = [entity for (a, b), entity in self.open.items() if a < end and start < b]
                self._mistake(start, end, "wrong" if near else "missed", label.category, label.entity)
        for (start, end), entity in wrong.items():
            trap = next((label for a, b, label in traps if a < end and start < b), None)
            self.by_kind[kind_of(EntityId(entity)).value] += Count(wrong=1)
            self._mistake(start, end, "trap" if trap else "extra", trap.category if trap else "", entity)

    def _alternatives(self, label: Label, start: int, end: int) -> list[tuple[int, int]]:
        return [
            (found.start(), found.start() + len(text))
            for text in label.alternatives
            for found in re.finditer(f"(?={re.escape(text)})", self.text)
            if found.start() <= end and found.start() + len(text) >= start
        ]

    def _mistake(self, start: int, end: int, what: str, category: str, entity: str) -> None:
        before, after = self.text[max(0, start - 30) : start], self.text[end : end + 20]
        context = f"{before}[{self.text[start:end]}]{after}".replace("\n", " / ")
        self.mistakes.append(Mistake(self.article, start, what, category, context, entity))


def occurrence(text: str, part: str, nth: int) -> int | None:
    """Where the nth occurrence of a part begins, counted from 1 and without overlaps; None where there are fewer."""
    at = -1
    begin = 0
    for _ in range(nth):
        at = text.find(part, begin)
        if at < 0:
            return None
        begin = at + len(part)
    return at


def _interval(counts: Sequence[Count]) -> tuple[float, float]:
    if not counts:
        return 0.0, 0.0
    random = Random(_SEED)  # noqa: S311  # samples, not secrets
    scores = sorted(sum(random.choices(counts, k=len(counts)), Count()).f1 for _ in range(_SAMPLES))
    return scores[int(0.025 * _SAMPLES)], scores[int(0.975 * _SAMPLES) - 1]
