"""Steps 3 to 8 of an article's walk: clean, read, match, weave. Depends on one body and the listed names alone."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from news_archive.annotation import (
    Link,
    Mark,
    Reading,
    check_text_unchanged,
    read,
    rewrite_links,
    sanitise,
    weave,
)
from news_archive.build.cache import digest_of
from news_archive.build.settings import LinkPolicy
from news_archive.build.site_links import SiteLinks
from news_archive.matching import (
    AuthorLink,
    Gazetteer,
    LanguageModel,
    Names,
    PhraseSearch,
    find_names,
    fold_text,
    spacy_search,
)
from news_archive.model import (
    Article,
    Block,
    Entity,
    EntityId,
    Finding,
    Mention,
    PartialDate,
    Ruling,
    Severity,
    Span,
    kind_of,
)
from news_archive.pages import Addresses, PagePath
from news_archive.pages.addresses import article_path, entity_path


@dataclass(frozen=True, slots=True)
class Body:
    """A body, and all else that its annotation depends on besides the listed names."""

    page: PagePath
    source: str
    """Its file as the site's links name it."""
    path: str
    """Its file as findings name it."""
    text: str
    """Markdown."""
    date: PartialDate | None
    """None: any time."""
    rulings: tuple[Ruling, ...] = ()
    line: int = 1
    """Of the file, on which the text begins."""
    excluding: EntityId | None = None
    """The entity whose own page this is."""
    language: str = "en"
    """BCP 47 tag."""

    @property
    def parts(self) -> tuple[object, ...]:
        """All of it, for a digest: the text by itself, which is quicker than as a part of a tuple."""
        date = self.date and (self.date.first, self.date.last)
        return self.text, (
            self.page,
            self.source,
            self.path,
            date,
            self.rulings,
            self.line,
            self.excluding,
            self.language,
        )


@dataclass(frozen=True, slots=True)
class AnnotatedBody:
    """What annotation makes of a body."""

    html: str
    text_digest: str
    """Of the visible text before the marks: what law 4 is checked against when the body comes from the cache."""
    texts: tuple[str, ...]
    """Of its blocks, by number."""
    names: Names
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ReadBody:
    """A body as readers see it, before anything is found in it."""

    plain: str
    """Its HTML, clean and with the site's addresses."""
    reading: Reading
    author_links: tuple[AuthorLink, ...]
    removed: tuple[str, ...]
    """Tags that were taken out."""


def article_body(article: Article) -> Body:
    """What is annotated of an article."""
    return Body(
        page=article_path(article),
        source=f"articles/{article.id}.md",
        path=article.path,
        text=article.body,
        date=article.date,
        rulings=article.rulings,
        line=article.body_line,
        language=article.lang or "en",
    )


def entity_body(entity: Entity) -> Body:
    """What is annotated of an entity: links to the others that it names. These are no mentions."""
    return Body(
        page=entity_path(entity.id),
        source=f"{entity.id}.md",
        path=entity.path,
        text=entity.body,
        date=None,
        line=entity.body_line,
        excluding=entity.id,
    )


@dataclass(frozen=True)
class Annotator:
    """What all bodies are annotated with."""

    gazetteer: Gazetteer
    addresses: Addresses
    link: LinkPolicy
    site_links: SiteLinks
    model: LanguageModel | None = None

    @cached_property
    def search(self) -> PhraseSearch:
        """Made when the first text must be matched: spaCy takes a second to import."""
        return spacy_search(self.gazetteer.phrases)

    @cached_property
    def addresses_of_entities(self) -> Mapping[EntityId, str]:
        return {id_: self.addresses.of(entity_path(id_)) for id_ in self.gazetteer.profiles}

    @cached_property
    def entities_by_address(self) -> Mapping[str, EntityId]:
        return {address: id_ for id_, address in self.addresses_of_entities.items()}

    def read_body(self, body: Body, html: str) -> ReadBody:
        """The body, cleaned and read, from its converted HTML."""
        clean = sanitise(html)
        root = self.addresses.to_root(body.page)
        plain = rewrite_links(clean.html, self.site_links.rewriter(body.source, root))
        reading = read(plain)
        return ReadBody(plain, reading, tuple(self._author_links(reading, root)), clean.removed)

    def annotate(self, body: Body, text: ReadBody) -> AnnotatedBody:
        """The body with its marks. Raises TextChangedError."""
        reading = text.reading
        root = self.addresses.to_root(body.page)
        names = self.names_in(reading.blocks, body, text.author_links)
        names = _with_own_ids(names, reading.links)
        woven = weave(
            reading, list(self._marks(reading, names, root, {link.span: link.token for link in reading.links}))
        )
        visible = check_text_unchanged(text.plain, woven)
        notes = tuple(
            Finding(
                rule="removed-html",
                severity=Severity.INFO,
                path=body.path,
                line=_line_of_tag(tag, body),
                message=f"<{tag}> was taken out: pages show text, pictures and links only",
            )
            for tag in text.removed
        )
        findings = (*notes, *_undecided(names, body))
        return AnnotatedBody(woven, digest_of(visible), tuple(block.text for block in reading.blocks), names, findings)

    def _author_links(self, reading: Reading, root: str) -> list[AuthorLink]:
        return [
            (link.span, reading.blocks[link.span.block].text[link.span.start : link.span.end], entity)
            for link in reading.links
            if (entity := self._entity_at(link.href, root))
        ]

    def names_in(self, blocks: Sequence[Block], body: Body, author_links: Sequence[AuthorLink] = ()) -> Names:
        """What the names in a body's visible text mean."""
        if not blocks:
            return Names((), ())
        return find_names(
            blocks,
            self.gazetteer,
            self.search,
            date=body.date,
            rulings=body.rulings,
            author_links=author_links,
            excluding=body.excluding,
            language=body.language,
            model=self.model,
        )

    def _marks(self, reading: Reading, names: Names, root: str, own_links: Mapping[Span, int]) -> Iterable[Mark]:
        linked: set[tuple[int, EntityId]] = set()
        for mention in names.mentions:
            own = own_links.get(mention.span)
            href = None
            section = self._section(reading, mention)
            if own is None and (self.link is LinkPolicy.ALL or (section, mention.entity) not in linked):
                href = root + self.addresses_of_entities[mention.entity]
            linked.add((section, mention.entity))
            yield Mark(
                mention.span,
                mention.anchor,
                mention.entity,
                kind_of(mention.entity),
                href,
                author_link=own,
            )
        for undecided in names.ambiguities:
            yield Mark(undecided.span, undecided.anchor, None, None, candidates=undecided.candidates)

    def _section(self, reading: Reading, mention: Mention) -> int:
        return reading.blocks[mention.span.block].section if self.link is LinkPolicy.FIRST_PER_SECTION else 0

    def _entity_at(self, href: str, root: str) -> EntityId | None:
        """The entity whose page a link leads to, from a page that `root` leads up from."""
        path = re.split("[?#]", href, maxsplit=1)[0]
        return self.entities_by_address.get(path.removeprefix(root)) if path.startswith(root) else None


def _line_of_tag(tag: str, body: Body) -> int | None:
    """Where it stands first in the file; None where Markdown made it."""
    found = re.search(rf"<{re.escape(tag)}\b", body.text, re.IGNORECASE)
    return body.line + body.text.count("\n", 0, found.start()) if found else None


def _undecided(names: Names, body: Body) -> Iterator[Finding]:
    """A note for each name of an article that may mean several, once.

    No warning: to leave a name undecided is a right answer too, and must not stop a strict build.
    """
    told: set[str] = set()
    for undecided in names.ambiguities if body.excluding is None else ():
        printed = fold_text(undecided.text)
        if printed in told:
            continue
        told.add(printed)
        at = body.text.find(undecided.text)
        yield Finding(
            rule="undecided-name",
            severity=Severity.INFO,
            path=body.path,
            line=body.line + body.text.count("\n", 0, at) if at >= 0 else None,
            field="mentions",
            message=f"'{printed}' may be {' or '.join(undecided.candidates)}, so it is not linked. "
            f"Rule on it in the front matter: `mentions: {{{printed}: {undecided.candidates[0]}}}`, or `none`",
        )


def _with_own_ids(names: Names, links: Iterable[Link]) -> Names:
    """Where the author's link has an id of its own, that id is the mention's anchor."""
    own = {link.span: link.id for link in links if link.id}
    if not own:
        return names
    mentions = tuple(replace(m, anchor=own[m.span]) if m.span in own else m for m in names.mentions)
    return replace(names, mentions=mentions)
