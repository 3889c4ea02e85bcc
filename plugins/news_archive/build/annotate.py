"""Steps 3 to 5 of an article's walk: clean, read, match, weave. Depends on one body and the listed names alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from news_archive.annotation import Mark, Reading, check_text_unchanged, read, rewrite_links, sanitise, weave
from news_archive.build.settings import LinkPolicy
from news_archive.build.site_links import SiteLinks
from news_archive.matching import Findings as Names
from news_archive.matching import Gazetteer, PhraseSearch, find_candidates, resolve, spacy_search
from news_archive.model import (
    AnnotatedArticle,
    Article,
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


@dataclass(frozen=True)
class Annotator:
    """What all bodies are annotated with."""

    gazetteer: Gazetteer
    addresses: Addresses
    link: LinkPolicy
    site_links: SiteLinks

    @cached_property
    def search(self) -> PhraseSearch:
        """Made when the first text must be matched: spaCy takes a second to import."""
        return spacy_search(self.gazetteer.phrases)

    @cached_property
    def addresses_of_entities(self) -> Mapping[EntityId, str]:
        ids = sorted({form.entity for forms in self.gazetteer.forms.values() for form in forms})
        return {id_: self.addresses.of(entity_path(id_)) for id_ in ids}

    @cached_property
    def entities_by_address(self) -> Mapping[str, EntityId]:
        return {address: id_ for id_, address in self.addresses_of_entities.items()}

    def article(self, article: Article, html: str) -> tuple[AnnotatedArticle, tuple[Finding, ...]]:
        """The article with its mentions, from its converted body. Raises TextChangedError."""
        body = _Body(article_path(article), f"articles/{article.id}.md", article.path, article.body, article.body_line)
        woven, reading, names, findings = self._annotate(html, body, article.date, article.rulings)
        return AnnotatedArticle(article, woven, reading.blocks, names.mentions, names.ambiguities), findings

    def entity(self, entity: Entity, html: str) -> tuple[str, tuple[Finding, ...]]:
        """The body of an entity's page with links to the others that it names. These are no mentions."""
        body = _Body(entity_path(entity.id), f"{entity.id}.md", entity.path, entity.body, entity.body_line)
        woven, _, _, findings = self._annotate(html, body, None, (), entity.id)
        return woven, findings

    def _annotate(
        self,
        html: str,
        body: "_Body",
        date: PartialDate | None,
        rulings: tuple[Ruling, ...],
        excluding: EntityId | None = None,
    ) -> tuple[str, Reading, Names, tuple[Finding, ...]]:
        clean = sanitise(html)
        findings: list[Finding] = []
        root = self.addresses.to_root(body.page)
        rewrite = self.site_links.rewriter(
            body.source, self.addresses.of(body.page), root, body.text, body.first_line, body.path, findings
        )
        plain = rewrite_links(clean.html, rewrite)
        reading = read(plain)
        candidates = find_candidates(reading.blocks, self.gazetteer, self.search, rulings) if reading.blocks else []
        author_links = [
            (link.span, reading.blocks[link.span.block].text[link.span.start : link.span.end], entity)
            for link in reading.links
            if (entity := self._entity_at(link.href, root))
        ]
        names = resolve(candidates, date, author_links, excluding)
        woven = weave(
            reading, list(self._marks(reading, names, root, {link.span: link.token for link in reading.links}))
        )
        check_text_unchanged(plain, woven)
        for tag in clean.removed:
            message = f"<{tag}> was taken out: pages show text, pictures and links only"
            findings.append(Finding(rule="removed-html", severity=Severity.INFO, path=body.path, message=message))
        return woven, reading, names, tuple(findings)

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
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or not parts.path.startswith(root):
            return None
        return self.entities_by_address.get(parts.path.removeprefix(root))


@dataclass(frozen=True, slots=True)
class _Body:
    """A body, and where it comes from and goes to."""

    page: PagePath
    source: str
    """Its file as the site's links name it."""
    path: str
    """Its file as findings name it."""
    text: str
    """Markdown."""
    first_line: int
