"""The stages of a build, one function each, in their order: read, annotate, compose."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from news_archive.archive import build_index
from news_archive.build.annotate import Annotator
from news_archive.build.conversion import ConversionError
from news_archive.build.redirects import Redirect, find_redirects
from news_archive.build.settings import Settings
from news_archive.build.site_links import SiteLinks
from news_archive.checks import check_library
from news_archive.content import Loaded, load
from news_archive.matching import Gazetteer, build_gazetteer
from news_archive.model import AnnotatedArticle, Article, Entity, EntityId, Finding, Library, Severity
from news_archive.pages import Introduction, PagePath, Sheet, compose_sheets


@dataclass(frozen=True, slots=True)
class ReadArchive:
    """All files read and checked, before anything is converted or written."""

    loaded: Loaded
    gazetteer: Gazetteer
    redirects: tuple[Redirect, ...]
    findings: tuple[Finding, ...]
    """In the order in which they are shown."""

    @property
    def library(self) -> Library:
        return self.loaded.library


@dataclass(frozen=True, slots=True)
class Archive:
    """Every article and every entity's body, annotated."""

    articles: tuple[AnnotatedArticle, ...]
    entity_bodies: Mapping[EntityId, str]
    findings: tuple[Finding, ...]


def read_archive(settings: Settings) -> ReadArchive:
    """Read and check all files. Findings with errors mean that nothing may be built."""
    loaded = load(settings.places)
    gazetteer = build_gazetteer(loaded.library.entities.values())
    redirects, redirect_findings = find_redirects(loaded.library)
    findings = {*loaded.findings, *redirect_findings, *check_library(loaded.library, gazetteer, settings.today)}
    return ReadArchive(loaded, gazetteer, redirects, tuple(sorted(findings, key=lambda finding: finding.key)))


def annotate_archive(
    archive: ReadArchive, settings: Settings, convert: Callable[[str], str], site_links: SiteLinks
) -> Archive:
    """Convert and annotate every body. Raises annotation.TextChangedError, which is a defect of ours."""
    annotator = Annotator(archive.gazetteer, settings.addresses, settings.link, site_links)
    articles: list[AnnotatedArticle] = []
    bodies: dict[EntityId, str] = {}
    findings: list[Finding] = []
    for article in archive.library.articles:
        annotated, notes = annotator.article(article, _converted(article, convert, findings))
        articles.append(annotated)
        findings += notes
    for entity in archive.library.entities.values():
        if entity.body.strip():
            bodies[entity.id], notes = annotator.entity(entity, _converted(entity, convert, findings))
            findings += notes
    return Archive(tuple(articles), bodies, tuple(findings))


def _converted(page: Article | Entity, convert: Callable[[str], str], findings: list[Finding]) -> str:
    try:
        return convert(page.body)
    except ConversionError as error:
        findings.append(Finding(rule="conversion", severity=Severity.ERROR, path=page.path, message=str(error)))
        return ""


def compose_archive(
    archive: Archive, library: Library, settings: Settings, introductions: Mapping[PagePath, Introduction]
) -> list[Sheet]:
    """The pages of the site that the archive gives."""
    index = build_index(archive.articles, library.entities)
    return list(compose_sheets(index, settings.addresses, settings.site_name, archive.entity_bodies, introductions))
