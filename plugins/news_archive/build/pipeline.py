"""The stages of a build, one function each, in their order: read, annotate, compose."""

from collections.abc import Mapping
from dataclasses import dataclass

from news_archive.archive import build_index
from news_archive.build.annotate import Annotator, article_body, entity_body
from news_archive.build.cache import Cache
from news_archive.build.conversion import Converter
from news_archive.build.occupied import check_addresses, check_search_folder, occupied_addresses
from news_archive.build.redirects import Redirect, find_redirects
from news_archive.build.search_index import is_installed
from news_archive.build.settings import Settings
from news_archive.build.site_links import SiteLinks, linkable_files, linking_pages
from news_archive.build.workshop import Workshop
from news_archive.checks import check_library, check_links
from news_archive.content import Loaded, load
from news_archive.matching import Gazetteer, build_gazetteer, language_model
from news_archive.model import AnnotatedArticle, EntityId, Finding, Library, Severity
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
    docs = settings.places.docs
    redirects, redirect_findings = find_redirects(
        loaded.library, occupied_addresses(loaded, settings.addresses, docs), settings.addresses
    )
    links = check_links(linking_pages(loaded.library), linkable_files(loaded, docs, settings.places.articles), docs)
    findings = {
        *loaded.findings,
        *links,
        *redirect_findings,
        *check_addresses(loaded, settings.addresses, docs),
        *check_library(loaded.library, gazetteer, settings.today),
    }
    if is_installed():
        findings.update(check_search_folder(loaded, settings.addresses, docs))
    if settings.model and language_model(settings.model) is None:
        findings.add(_missing_model(settings.model))
    return ReadArchive(loaded, gazetteer, redirects, tuple(sorted(findings, key=lambda finding: finding.key)))


def _missing_model(name: str) -> Finding:
    return Finding(
        rule="model",
        severity=Severity.WARNING,
        path="mkdocs.yml",
        field="model",
        message=f"the language model '{name}' is not installed, so it is not used. Install it, e.g. "
        f"`python -m spacy download {name}`, or take the option out",
    )


def workshop_for(archive: ReadArchive, settings: Settings, converter: Converter, site_links: SiteLinks) -> Workshop:
    """What bodies of the archive are annotated with."""
    model = language_model(settings.model) if settings.model else None
    annotator = Annotator(archive.gazetteer, settings.addresses, settings.link, site_links, model)
    return Workshop(annotator, converter, Cache(settings.cache))


def annotate_archive(archive: ReadArchive, workshop: Workshop) -> Archive:
    """Convert and annotate every body that the cache does not hold. Raises annotation.TextChangedError."""
    articles: list[AnnotatedArticle] = []
    bodies: dict[EntityId, str] = {}
    findings: list[Finding] = []
    for article in archive.library.articles:
        body = workshop.annotated(article_body(article))
        articles.append(AnnotatedArticle(article, body.html, body.texts, body.names.mentions, body.names.ambiguities))
        findings += body.findings
    for entity in archive.library.entities.values():
        if entity.body.strip():
            body = workshop.annotated(entity_body(entity))
            bodies[entity.id] = body.html
            findings += body.findings
    workshop.cache.close()
    return Archive(tuple(articles), bodies, tuple(findings))


def compose_archive(
    archive: Archive, library: Library, settings: Settings, introductions: Mapping[PagePath, Introduction]
) -> list[Sheet]:
    """The pages of the site that the archive gives."""
    index = build_index(archive.articles, library.entities)
    return list(compose_sheets(index, settings.addresses, settings.site, archive.entity_bodies, introductions))
