"""Compares two states of an archive: which names mean something else, and which pages come and go."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from news_archive.archive import sentences
from news_archive.checks.comparison.alignment import align
from news_archive.checks.comparison.difference import ArticleChanges, Change, Difference, NameChange, Side, State
from news_archive.checks.explanation import why
from news_archive.model import Ambiguity, AnnotatedArticle, Article, ArticleId, EntityId, Mention, Span

Name = Mention | Ambiguity
_ById = Mapping[ArticleId, AnnotatedArticle]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An archive in one state."""

    articles: tuple[AnnotatedArticle, ...]
    pages: frozenset[str]
    """Paths of articles', entities' and plain pages."""
    redirects: Mapping[str, str]
    """New path by old path."""


def compare(before: Edition, after: Edition) -> Difference:
    """What becomes of the first edition in the second. The same editions give the same difference, in the same order."""
    old = {annotated.article.id: annotated for annotated in before.articles}
    new = {annotated.article.id: annotated for annotated in after.articles}
    for old_id, new_id in _renamed(old, new):
        old[new_id] = old.pop(old_id)
    changes = (_article_changes(old.get(id_), new.get(id_)) for id_ in sorted(old.keys() | new.keys()))
    led_on = {page: target for page, target in after.redirects.items() if before.redirects.get(page) != target}
    return Difference(
        articles=tuple(c for c in changes if c.names or c.state in (State.CREATED, State.DELETED)),
        created=tuple(sorted(after.pages - before.pages)),
        removed=tuple(sorted(before.pages - after.pages - after.redirects.keys())),
        redirected=tuple(sorted(led_on.items())),
    )


def _renamed(old: _ById, new: _ById) -> list[tuple[ArticleId, ArticleId]]:
    """Articles that are there under another id, with the same title, date and text; the old id and the new one."""
    came, went = (
        _by_content(articles[id_] for id_ in sorted(articles.keys() - others.keys()))
        for articles, others in ((new, old), (old, new))
    )
    return [(went[content], came[content]) for content in went.keys() & came.keys()]


def _by_content(articles: Iterable[AnnotatedArticle]) -> dict[object, ArticleId]:
    # The text as readers see it: links in it are typed otherwise in another folder.
    return {(a.article.title, a.article.date, a.texts): a.article.id for a in articles}


def _article_changes(before: AnnotatedArticle | None, after: AnnotatedArticle | None) -> ArticleChanges:
    article = _of(after or before)
    names = tuple(_name_changes(before, after))
    state = (
        State.CREATED
        if before is None
        else State.DELETED
        if after is None
        else State.UNTOUCHED
        if before.article.id == after.article.id and _content(before.article) == _content(after.article)
        else State.EDITED
    )
    return ArticleChanges(article=article.id, path=article.path, title=article.title, state=state, names=names)


def _of(annotated: AnnotatedArticle | None) -> Article:
    assert annotated is not None  # noqa: S101  # an id comes from one of the two
    return annotated.article


def _content(article: Article) -> tuple[object, ...]:
    """What its own file and its folder's defaults say that names can depend on."""
    return article.title, article.date, article.lang, article.rulings, article.body


def _name_changes(before: AnnotatedArticle | None, after: AnnotatedArticle | None) -> Iterator[NameChange]:
    """In the order of the later text; names whose words are gone stand where they stood."""
    old, new = _names(before), _names(after)
    if before and after and old == new and before.texts == after.texts:
        return
    onward = align(before.texts, after.texts) if before and after else _nowhere
    back = align(after.texts, before.texts) if before and after else _nowhere
    found: list[tuple[Span, NameChange]] = []
    seen: set[Span] = set()
    for span, name in old.items():
        there = onward(span)
        now_at = _same_place(there, new.keys() - seen) if there else None
        if now_at:
            seen.add(now_at)
        now = new[now_at] if now_at else None
        if _meant(name) != _meant(now) or there != now_at:
            found.append((now_at or there or span, _change(before, span, name, after, now_at or there, now)))
    found += [(span, _change(before, back(span), None, after, span, new[span])) for span in new.keys() - seen]
    yield from (change for _, change in sorted(found, key=lambda item: (item[0], item[1].change)))


def _same_place(place: Span, names: Collection[Span]) -> Span | None:
    """The name that stands at a place: there exactly, else the first that shares words with it."""
    if place in names:
        return place
    sharing = [n for n in names if n.block == place.block and n.start < place.end and place.start < n.end]
    return min(sharing, default=None)


def _nowhere(_: Span) -> Span | None:
    return None


def _names(annotated: AnnotatedArticle | None) -> dict[Span, Name]:
    if annotated is None:
        return {}
    names: tuple[Name, ...] = (*annotated.mentions, *annotated.ambiguities)
    return {name.span: name for name in sorted(names, key=lambda name: name.span)}


def _meant(name: Name | None) -> tuple[EntityId, ...]:
    match name:
        case None:
            return ()
        case Mention():
            return (name.entity,)
        case Ambiguity():
            return name.candidates


def _change(
    before: AnnotatedArticle | None,
    old: Span | None,
    was: Name | None,
    after: AnnotatedArticle | None,
    new: Span | None,
    now: Name | None,
) -> NameChange:
    article = _of(after or before)
    name = now or was
    return NameChange(
        article=article.id,
        path=article.path,
        change=Change.RESIZED if _meant(was) == _meant(now) else _kind(len(_meant(was)), len(_meant(now))),
        text=" ".join(name.text.split()) if name else "",
        before=_side(before, old, was),
        after=_side(after, new, now),
    )


def _kind(before: int, after: int) -> Change:
    """By how many entities the name meant or might have meant."""
    match min(before, 2), min(after, 2):
        case (_, 0):
            return Change.REMOVED
        case (0, 1):
            return Change.ADDED
        case (1, 1):
            return Change.RETARGETED
        case (2, 1):
            return Change.DECIDED
        case (2, 2):
            return Change.RECONSIDERED
        case _:
            return Change.UNDECIDED


def _side(annotated: AnnotatedArticle | None, span: Span | None, name: Name | None) -> Side | None:
    if annotated is None or span is None:
        return None
    text = annotated.texts[span.block]
    start, end = next((s, e) for s, e in reversed(sentences(text)) if s <= span.start)
    marked = f"{text[start : span.start]}[{text[span.start : span.end]}]{text[span.end : max(end, span.end)]}"
    sentence = " ".join(marked.replace("\ufffc", "").split())
    return Side(sentence=sentence, meant=_meant(name), because=why(name) if name else "")
