"""The proper names in an article's visible text, and those of them that no mention or undecided name covers.

Rules that are true of English, none of one archive: capitals, small words inside names, titles, what a sentence's
beginning hides. Arabic and other scripts without capitals are not read: texts in them give nothing. Code and addresses
are left out; headings count only where they are written like sentences.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from news_archive.annotation import read
from news_archive.checks.suggesting.name_runs import Run, Word, names_of_run, runs, with_number
from news_archive.checks.suggesting.name_words import HEADS, INNER, NEVER_ALONE, PERSONAL_TITLES, SAID, is_people
from news_archive.matching import fold
from news_archive.matching.english import FUNCTION_WORDS, TITLES
from news_archive.matching.rules.acronyms import initials_of, introduced_after
from news_archive.model import AnnotatedArticle, Span

_LINK_TAG = re.compile(r"</?a(?: [^>]*)?>")
_CLOSING_TAGS = ("<code", "<pre", "<kbd", "<samp", "<var", "<caption", "<figcaption", "admonition-title", "footnote")
_HEADING = re.compile(r"<h[1-6][ >].*?</h[1-6]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_PUNCTUATION = ".,;:!?()[]\"'“”‘’«»…"
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_WORDS = re.compile(r"[^\W\d_][\w'-]{3,}")
_QUOTED = re.compile(r"[\"“«]([^\"“”«»]{20,200})[\"”»]")
_FOLLOWING_WORD = re.compile(r"(?:'s)?[ \n]([a-z]+)|(?:'s)")
_ROMAN = re.compile(r"[IVXLC]+")
_MOSTLY = 0.6
_AROUND = 60
_SHORTEST_HEADLINE = 4
_LONGEST_HEADLINE = 200
_SHORTEST_NAME = 3
_SHORTEST_PART = 3
"""Letters of a surname or acronym that stands for a longer name without being explained."""


@dataclass(frozen=True, slots=True)
class ProperName:
    """A proper name where it stands in an article."""

    span: Span
    text: str
    """Folded, on one line."""
    whole: str
    """The fullest name by which the article calls the same: `Pieter de Vries` for a later `de Vries`, the name that an
    acronym stands for; else the text itself."""
    acronym: str
    """What the text gives in brackets after it; empty where it gives none."""
    before: str
    """A few words of the text before it, folded."""
    after: str


def ordinary_words(articles: Iterable[AnnotatedArticle]) -> frozenset[str]:
    """Every word that the articles have in lower case: at a sentence's beginning its capital says nothing."""
    seen: set[str] = set()
    for annotated in articles:
        for text in annotated.texts:
            seen.update(text.split())
    words = {word.strip(_PUNCTUATION) for word in seen if word[0] not in _CAPITALS}
    return FUNCTION_WORDS | {word for word in words if word[:1].islower() and word.islower()}


def proper_names(annotated: AnnotatedArticle, ordinary: Collection[str]) -> tuple[ProperName, ...]:
    """The proper names that nothing covers, in the order of the text; of a longer name that holds a mention, all of it."""
    if (annotated.article.lang or "en").partition("-")[0] != "en":
        return ()
    covered: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for span in [name.span for name in annotated.mentions] + [name.span for name in annotated.ambiguities]:
        covered[span.block].append((span.start, span.end))
    found: list[_Found] = []
    for number, text in _open_texts(annotated):
        found += _names_in(number, text, covered.get(number, ()), ordinary)
    return tuple(_joined(list(_believed(found, ordinary))))


class _Found(NamedTuple):
    span: Span
    text: str
    words: tuple[str, ...]
    is_initial: bool
    acts: bool
    """Whether a verb of speech, or a possessive, follows."""
    acronym: str
    """What the text gives in brackets after it; empty where it gives none."""
    before: str
    after: str


def _open_texts(annotated: AnnotatedArticle) -> Iterator[tuple[int, str]]:
    """The blocks that are running text, by number, with code blanked out."""
    html, texts = annotated.html, annotated.texts
    blocks = None
    if any(tag in html for tag in _CLOSING_TAGS):
        blocks = read(_LINK_TAG.sub("", _HEADING.sub(lambda h: re.sub(r"^<h\d|h\d>$", "<p", h[0]), html))).blocks
    headings = {" ".join(_TAG.sub("", heading).split()) for heading in _HEADING.findall(html)}
    for number, text in enumerate(texts):
        if blocks is not None and len(blocks) == len(texts):
            if blocks[number].is_closed and " ".join(text.split()) not in headings:
                continue
            yield number, _without(text, blocks[number].closed)
        elif not is_headline(text):
            yield number, text


def _without(text: str, closed: Sequence[tuple[int, int]]) -> str:
    for start, end in closed:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def is_headline(text: str) -> bool:
    """Whether nearly all words of a line have capitals, and no period ends it: then capitals say nothing."""
    line = text.strip()
    if line.isupper():
        return True
    words = _WORDS.findall(line) if len(line) < _LONGEST_HEADLINE and not line.endswith((".", "?", "!")) else ()
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _SHORTEST_HEADLINE and capitals > _MOSTLY * len(words)


def _names_in(
    number: int, text: str, covered: Sequence[tuple[int, int]], ordinary: Collection[str]
) -> Iterator[_Found]:
    folded = fold(text)
    plain = folded.text
    titles = [quoted.span() for quoted in _QUOTED.finditer(plain) if is_headline(quoted[1])]
    for run in runs(plain):
        if any(start <= run[0].start < end for start, end in titles):
            continue
        held = [_is_covered(folded.starts[word.start], folded.ends[word.end - 1], covered) for word in run]
        if all(held):
            continue
        for part in names_of_run(run, ordinary):
            for name in _uncovered(part, run, held):
                yield _as_found(number, plain, name, folded.starts, folded.ends)


def _is_covered(start: int, end: int, covered: Sequence[tuple[int, int]]) -> bool:
    return any(start < until and since < end for since, until in covered)


def _uncovered(part: Run, run: Run, held: Sequence[bool]) -> Iterator[Run]:
    """A part as a whole where a mention in it belongs to the longer name, else what is left beside the mentions."""
    by_start = {word.start: is_held for word, is_held in zip(run, held, strict=True)}
    flags = [by_start[word.start] for word in part]
    if not any(flags):
        yield part
        return
    if all(flags):
        return
    if any(word.lower in HEADS and not flag for word, flag in zip(part, flags, strict=True)):
        yield part
        return
    left: Run = []
    for word, flag in zip(part, flags, strict=True):
        if flag:
            if left:
                yield left
            left = []
        else:
            left.append(word)
    if left:
        yield left


def _as_found(number: int, text: str, run: Run, starts: Sequence[int], ends: Sequence[int]) -> _Found:
    start, end = _with_article(text, run[0].start, run[0]), with_number(text, run)
    following = _FOLLOWING_WORD.match(text, end)
    after = text[end : end + _AROUND]
    name = " ".join(text[start:end].split())
    return _Found(
        Span(number, starts[start], ends[end - 1]),
        name,
        tuple(word.lower for word in run),
        is_initial=run[0].is_initial,
        acts=following is not None and (following[1] is None or following[1] in SAID),
        acronym=(introduced_after(after, name) or "") if len(run) > 1 else "",
        before=text[max(0, start - _AROUND) : start],
        after=after,
    )


def _with_article(text: str, start: int, first: Word) -> int:
    """Where a name begins: `al Bab` without a hyphen has its article before it."""
    before = text[max(0, start - 3) : start]
    return (
        start - 3 if before in ("al ", "el ") and not text[max(0, start - 4) : start - 3].isalnum() and first else start
    )


def _believed(found: Sequence[_Found], ordinary: Collection[str]) -> Iterator[_Found]:
    """Those that are names, as far as the words and the rest of the article show."""
    inner = {name.text for name in found if not name.is_initial}
    surnames = {name.words[-1] for name in found if len(name.words) > 1}
    times = Counter(name.text for name in found)
    for name in found:
        if "-" in name.text and all(part in times for part in name.text.split("-")):
            continue  # two names side by side: the Malta-Italy route
        if len(name.words) > 1:
            is_name = any(word in HEADS or not (word in NEVER_ALONE or is_people(word)) for word in name.words)
        else:
            shows = name.text in inner or is_acronym(name.text) or name.acts or name.words[0] in surnames
            is_name = shows and _is_single_name(name, surnames, ordinary, times[name.text])
        if is_name:
            yield name


def _is_single_name(name: _Found, surnames: Collection[str], ordinary: Collection[str], times: int) -> bool:
    word = name.words[0]
    if is_acronym(name.text):
        # WHO and US are words too, in lower case.
        return not _ROMAN.fullmatch(name.text) and (word not in NEVER_ALONE or word in FUNCTION_WORDS)
    if word in NEVER_ALONE or word in TITLES or word in INNER or len(word) < _SHORTEST_NAME:
        return False
    if is_people(word):
        return word in surnames and name.acts
    if word in ordinary and " " not in name.text:
        return not name.is_initial and times > 1 and word not in PERSONAL_TITLES
    return True


def is_acronym(text: str) -> bool:
    """Whether a word is written in capitals, with periods or without: WHO, U.N., DoD, CJTF-OIR."""
    return sum(c.isupper() for c in text) > 1 and " " not in text and (text.upper() == text or text[-1].isupper())


def _joined(found: Sequence[_Found]) -> Iterator[ProperName]:
    """Each name with the fullest one of the article that it refers to."""
    wholes = _wholes(found)
    for name in found:
        whole = wholes.get(name.text, name.text)
        yield ProperName(name.span, name.text, whole, name.acronym, name.before, name.after)


def _wholes(found: Sequence[_Found]) -> Mapping[str, str]:
    wholes: dict[str, str] = {}
    for name in found:
        if name.acronym:
            wholes.setdefault(name.acronym, name.text)
    longer = sorted({name.text for name in found if len(name.words) > 1})
    persons: dict[str, list[str]] = defaultdict(list)
    for text in longer:
        if HEADS.isdisjoint(text.lower().split()):
            persons[bare(text.rpartition(" ")[2])].append(text)
    for name in found:
        if name.text in wholes:
            continue
        if is_acronym(name.text):
            fullest = [text for text in longer if initials_of(text) == name.text.lower()]
        elif len(name.words) == 1:
            fullest = [text for text in persons.get(bare(name.text), ()) if text != name.text]
        else:
            fullest = [text for text in longer if text.startswith((f"{name.text} of ", f"{name.text} for "))]
            fullest += [text for text in longer if text.endswith(f" {name.text}")]
        if len(fullest) == 1 and len(name.text) >= _SHORTEST_PART:
            wholes[name.text] = fullest[0]
    return wholes


def bare(word: str) -> str:
    """A word without the Arabic article before it."""
    head, hyphen, rest = word.partition("-")
    return (
        rest if hyphen and head.lower() in ("al", "el", "ul", "as", "ash", "ad", "an", "ar", "at", "az", "ez") else word
    )
