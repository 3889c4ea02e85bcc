"""The editor's lens of a site that is served: the panel of each article. A published site has none."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig

from news_archive.build import Archive, ReadArchive
from news_archive.build.lens import LensSource, compose_lens, told_of
from news_archive.build.lens_memory import KeptNames, KeptPanels
from news_archive.checks.suggesting.suggestions import Suggestion, in_article, suggest, suggestions_by_article
from news_archive.model import AnnotatedArticle, ArticleId, Finding
from news_archive.pages import Addresses, Drawing
from news_archive.pages.assets import LENS_ASSETS

_TEMPLATE = "lens.html"


@dataclass(frozen=True)
class Lens:
    """The panels of one build. Each is made when its article's page is drawn."""

    read: ReadArchive
    archive: Archive
    addresses: Addresses
    drawing: Drawing
    names: KeptNames = field(default_factory=KeptNames)
    panels: KeptPanels = field(default_factory=KeptPanels)

    def panel(self, id_: ArticleId) -> str:
        """The HTML of an article's panel."""
        annotated = self._articles[id_]
        findings = self._findings.get(annotated.article.path, ())
        suggestions = in_article(annotated, self._suggestions.get(id_, ()))
        return self.panels.panel(
            id_,
            (annotated, findings, suggestions, told_of(annotated, suggestions, self._source.entities)),
            lambda: self.drawing.draw(_TEMPLATE, compose_lens(annotated, findings, suggestions, self._source)),
        )

    @cached_property
    def _source(self) -> LensSource:
        return LensSource(entities=self.read.library.entities, addresses=self.addresses)

    @cached_property
    def _articles(self) -> Mapping[ArticleId, AnnotatedArticle]:
        return {annotated.article.id: annotated for annotated in self.archive.articles}

    @cached_property
    def _findings(self) -> Mapping[str, Sequence[Finding]]:
        by_path: dict[str, list[Finding]] = defaultdict(list)
        for finding in sorted({*self.read.findings, *self.archive.findings}, key=lambda finding: finding.key):
            by_path[finding.path].append(finding)
        return by_path

    @cached_property
    def _suggestions(self) -> Mapping[ArticleId, Sequence[Suggestion]]:
        entities = self.read.library.entities
        return suggestions_by_article(suggest(self.archive.articles, entities, self.read.gazetteer, self.names))


def lens_after(
    before: Lens | None, read: ReadArchive, archive: Archive, addresses: Addresses, drawing: Drawing
) -> Lens:
    """The lens of a build; of the build before it only what was made then and is still true is used."""
    if before is None:
        return Lens(read, archive, addresses, drawing)
    return Lens(read, archive, addresses, drawing, before.names, before.panels)


def load_lens(config: MkDocsConfig) -> None:
    """Have every page load the files of the lens, after the archive's own."""
    style, script = LENS_ASSETS
    config.extra_css.append(style)
    config.extra_javascript.append(script)
