"""Names that an editor may want to list: unlisted names of known entities, and names that no page covers.

`suggest` works on the whole archive; `suggestions_by_article` gives those that stand in each article.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from news_archive.archive.sentences import sentences
from news_archive.checks.suggesting.kinds import Guess
from news_archive.checks.suggesting.known_names import KnownNames, Likeness
from news_archive.checks.suggesting.name_groups import NameGroup, NamesOf, Occurrence, name_groups
from news_archive.checks.suggesting.proper_names import ProperName, proper_names
from news_archive.content.writing import as_yaml, front_matter
from news_archive.matching import Gazetteer, fold_text
from news_archive.model import (
    AnnotatedArticle,
    Article,
    ArticleId,
    Entity,
    EntityId,
    Kind,
    ReasonKind,
    folder_of,
    latin_slug,
    slug,
)

_CONTEXTS = 3
_LONGEST_CONTEXT = 240
_LEAD = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A sentence that has the name."""

    article: ArticleId
    path: str
    line: int
    before: str
    name: str
    after: str

    def __str__(self) -> str:
        """The sentence, the name in square brackets."""
        return f"{self.before}[{self.name}]{self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A name, and what an editor may do about it.

    Where `alias_of` is set, `paste` is a line for the list `aliases` of the file `path`. Else `paste` is the front
    matter of a new page, and `path` its file; both empty where the kind is not known, for the folder depends on it.
    """

    text: str
    """The fullest and commonest spelling."""
    spellings: tuple[str, ...]
    """All that texts have, the commonest first: other transliterations, acronyms, surnames after the full name."""
    kind: Kind | None
    """None where nothing in the texts says."""
    names: Mapping[ArticleId, tuple[ProperName, ...]] = field(compare=False, repr=False)
    """Where it stands, by article in the order of their ids."""
    contexts: tuple[Context, ...]
    """Up to three, from different articles as far as there are as many."""
    alias_of: EntityId | None
    is_misspelling: bool
    """Whether it is an alias by its letters alone: a transliteration, or a slip."""
    is_person: bool
    """Whether a new one seems to be a person; False for aliases."""
    because: str
    """What speaks for the alias or the kind, as a clause; empty where nothing does."""
    slug: str
    """The last part of the id that a page of its own would have."""
    path: str
    paste: str

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """Sorted."""
        return tuple(self.names)

    @property
    def times(self) -> int:
        return sum(map(len, self.names.values()))

    @property
    def id(self) -> EntityId | None:
        """The id that a new page would have; None for an alias, and where the kind is not known."""
        return EntityId(f"{folder_of(self.kind)}/{self.slug}") if self.kind and not self.alias_of else None


def suggest(
    articles: Sequence[AnnotatedArticle],
    entities: Mapping[EntityId, Entity],
    gazetteer: Gazetteer,
    names_of: NamesOf = proper_names,
) -> tuple[Suggestion, ...]:
    """All suggestions of an archive: names of known entities first, then new ones; each by number of articles."""
    known = KnownNames(gazetteer)
    # The folder of pages is a setting; every entity's file lies in it.
    docs = next((entity.path.removesuffix(f"/{entity.id}.md") for entity in entities.values()), "docs")
    groups = [_unlisted(group, known) for group in name_groups(articles, names_of)]
    found = [_suggestion(group, known, entities, docs) for group in groups if group]
    found += _introduced_acronyms(articles, known, entities)
    return tuple(sorted(found, key=_rank))


@dataclass(frozen=True, slots=True)
class InArticle:
    """A suggestion of the archive, as one article has it."""

    suggestion: Suggestion
    times: int
    """How often the name stands in this article."""
    number: int
    """Articles of the archive that have it."""
    context: Context
    """Its first sentence here."""


def suggestions_by_article(suggestions: Sequence[Suggestion]) -> Mapping[ArticleId, Sequence[Suggestion]]:
    """The archive's suggestions by the articles in which they stand, in their order."""
    by_article: dict[ArticleId, list[Suggestion]] = defaultdict(list)
    for suggestion in suggestions:
        for id_ in suggestion.names:
            by_article[id_].append(suggestion)
    return by_article


def in_article(annotated: AnnotatedArticle, suggestions: Iterable[Suggestion]) -> tuple[InArticle, ...]:
    """Suggestions that stand in this article, each with its own sentence and count here."""
    return tuple(
        InArticle(suggestion, len(names), len(suggestion.names), _context(annotated, names[0]))
        for suggestion in suggestions
        if (names := suggestion.names.get(annotated.article.id))
    )


def _rank(suggestion: Suggestion) -> tuple[object, ...]:
    """By the number of articles, then of occurrences; of equals first those of which texts say what they are."""
    number = len(suggestion.articles)
    return suggestion.alias_of is None, -number, -suggestion.times, suggestion.kind is None, suggestion.text


def _unlisted(group: NameGroup, known: KnownNames) -> NameGroup | None:
    """The group without listed names: those stand in headings, or were refused for a reason that `explain` tells."""
    listed = {text for text in group.spellings if known.is_listed(text)}
    if known.is_listed(group.text) or len(listed) == len(group.spellings):
        return None
    return NameGroup([(annotated, name) for annotated, name in group.occurrences if name.text not in listed])


def _suggestion(group: NameGroup, known: KnownNames, entities: Mapping[EntityId, Entity], docs: str) -> Suggestion:
    guess = group.guess
    likeness = _likeness(group, guess, known)
    if likeness is None:
        return _new(group, guess, docs)
    return _alias(group, likeness, entities[likeness.entity])


def _likeness(group: NameGroup, guess: Guess, known: KnownNames) -> Likeness | None:
    if group.explains:
        entity, acronym = group.explains
        return Likeness(entity, acronym, f"the text gives it the acronym {acronym}", is_spelling=False)
    for text in dict.fromkeys((group.text, *group.spellings)):
        # By a surname alone nobody is known whom texts name in full.
        if text != group.text and " " not in text and " " in group.text and guess.type == "person":
            continue
        if not known.is_listed(text) and (found := known.like(text, guess.kind)):
            return found
    return None


def _introduced_acronyms(
    articles: Sequence[AnnotatedArticle], known: KnownNames, entities: Mapping[EntityId, Entity]
) -> Iterator[Suggestion]:
    """Acronyms that texts give known entities in brackets: linked there, and nowhere else until they are listed."""
    found: dict[tuple[str, EntityId], list[Occurrence]] = defaultdict(list)
    for annotated in articles:
        for mention in annotated.mentions:
            if mention.reason.kind is ReasonKind.ACRONYM and not known.is_listed(mention.text):
                text = fold_text(mention.text)
                name = ProperName(mention.span, text, text, "", "", "")
                found[text, mention.entity].append((annotated, name))
    for (text, id_), occurrences in found.items():
        full = occurrences[0][0]
        evidence = next(m.reason.evidence for m in full.mentions if m.entity == id_ and fold_text(m.text) == text)
        because = f"the text gives it as the acronym of '{fold_text(evidence)}'"
        yield _alias(NameGroup(occurrences), Likeness(id_, text, because, is_spelling=False), entities[id_])


def _alias(group: NameGroup, likeness: Likeness, entity: Entity) -> Suggestion:
    text = group.text
    line = as_yaml({"aliases": [text]}).partition("\n")[2].strip()
    return Suggestion(
        text=text,
        spellings=group.spellings,
        kind=entity.kind,
        names=_by_article(group.occurrences),
        contexts=_contexts(group.occurrences),
        alias_of=entity.id,
        is_misspelling=likeness.is_spelling,
        is_person=False,
        because=likeness.because,
        slug=slug(text),
        path=entity.path,
        paste=line,
    )


def _new(group: NameGroup, guess: Guess, docs: str) -> Suggestion:
    name = latin_slug(group.text.replace("'", "")) or slug(group.text)
    suggestion = Suggestion(
        text=group.text,
        spellings=group.spellings,
        kind=guess.kind,
        names=_by_article(group.occurrences),
        contexts=_contexts(group.occurrences),
        alias_of=None,
        is_misspelling=False,
        is_person=guess.type == "person",
        because=guess.because,
        slug=name,
        path="",
        paste="",
    )
    if guess.kind is None:
        return suggestion
    path = f"{docs}/{folder_of(guess.kind)}/{name}.md"
    return replace(suggestion, path=path, paste=front_matter(stub_fields(suggestion, guess.kind)))


def stub_fields(suggestion: Suggestion, kind: Kind) -> dict[str, str | list[str]]:
    """The fields of a new page that are known. A person's surname is no alias: it follows from the name."""
    name = suggestion.text
    aliases = [other for other in suggestion.spellings if other != name and not _follows_from(other, name)]
    fields: dict[str, str | list[str]] = {"name": name}
    if suggestion.is_person and kind is Kind.ACTOR:
        fields["type"] = "person"
    return {**fields, "aliases": aliases} if aliases else fields


def _follows_from(short: str, name: str) -> bool:
    return f" {name}".endswith((f" {short}", f"-{short}"))


def _by_article(occurrences: Sequence[Occurrence]) -> dict[ArticleId, tuple[ProperName, ...]]:
    by_article: dict[ArticleId, list[ProperName]] = defaultdict(list)
    for annotated, name in occurrences:
        by_article[annotated.article.id].append(name)
    return {id_: tuple(names) for id_, names in sorted(by_article.items())}


def _contexts(occurrences: Sequence[Occurrence]) -> tuple[Context, ...]:
    """Of different articles first."""
    by_article: dict[ArticleId, Occurrence] = {}
    for annotated, name in occurrences:
        by_article.setdefault(annotated.article.id, (annotated, name))
    chosen = list(by_article.values())[:_CONTEXTS]
    return tuple(_context(annotated, name) for annotated, name in chosen)


def _context(annotated: AnnotatedArticle, name: ProperName) -> Context:
    text = annotated.texts[name.span.block]
    start, end = next(bounds for bounds in reversed(sentences(text)) if bounds[0] <= name.span.start)
    end = max(end, name.span.end)
    before, after = text[start : name.span.start], text[name.span.end : end]
    if len(before) > _LEAD:
        before = f"… {before[-_LEAD:].partition(' ')[2]}"
    if len(before) + len(after) > _LONGEST_CONTEXT:
        after = f"{after[: _LONGEST_CONTEXT - len(before)].rpartition(' ')[0]} …"
    printed = text[name.span.start : name.span.end]
    return Context(
        article=annotated.article.id,
        path=annotated.article.path,
        line=line_of(annotated.article, [printed]),
        before=_on_one_line(before).lstrip(),
        name=fold_text(printed),
        after=_on_one_line(after).rstrip(),
    )


def line_of(article: Article, spellings: Iterable[str]) -> int:
    """The line of the article's file on which one of the spellings, as printed, stands first; else the body's first."""
    anyhow = "|".join(r"\s+".join(map(re.escape, text.split())) for text in spellings)
    found = re.search(rf"(?<!\w)(?:{anyhow})(?!\w)", article.body)
    return article.body_line + (article.body.count("\n", 0, found.start()) if found else 0)


def _on_one_line(text: str) -> str:
    """White space folded, and kept where the name is."""
    return re.sub(r"\s+", " ", text.replace("\ufffc", ""))
