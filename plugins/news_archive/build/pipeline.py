"""The stages of a build, one function each, in their order: read, annotate, compose."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from news_archive.archive import build_index
from news_archive.build.annotate import Annotator, article_body, entity_body
from news_archive.build.cache import Cache
from news_archive.build.conversion import Converter
from news_archive.build.drafts import without_drafts
from news_archive.build.occupied import check_addresses, check_search_folder, occupied_addresses
from news_archive.build.redirects import Redirect, find_redirects
from news_archive.build.search_index import is_installed
from news_archive.build.settings import Settings
from news_archive.build.site_links import SiteLinks, article_source, linkable_files, linking_pages
from news_archive.build.workshop import Workshop
from news_archive.checks import RULES, Reviewed, Severities, check_library, check_links, check_policy, review
from news_archive.content import Loaded, Places, load
from news_archive.matching import Gazetteer, build_gazetteer, language_model
from news_archive.model import AnnotatedArticle, Article, EntityId, Finding, Library, Severity
from news_archive.pages import Introduction, PagePath, Sheet, compose_sheets
from news_archive.pages.addresses import article_path


@dataclass(frozen=True, slots=True)
class ReadArchive:
    """All files read and checked, before anything is converted or written."""

    loaded: Loaded
    """Without the drafts that are left out."""
    drafts: tuple[Article, ...]
    """Articles that are read and checked and not shown; empty where the site shows drafts."""
    draft_media: tuple[str, ...]
    """Files beside articles that only these link to, and that are not published either; relative to the project."""
    gazetteer: Gazetteer
    redirects: tuple[Redirect, ...]
    findings: tuple[Finding, ...]
    """In the order in which they are shown."""
    severities: Severities

    @property
    def library(self) -> Library:
        """What the site shows."""
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
    shown, drafts, draft_media = (loaded, (), ()) if settings.drafts else without_drafts(loaded, settings.places)
    gazetteer = build_gazetteer(loaded.library.entities.values())
    docs = settings.places.docs
    redirects, redirect_findings = find_redirects(
        loaded.library, occupied_addresses(loaded, settings.addresses, docs), settings.addresses
    )
    findings = {
        *loaded.findings,
        *_check_links(loaded, shown, settings.places),
        *redirect_findings,
        *check_addresses(loaded, settings.addresses, docs),
        *check_library(loaded.library, gazetteer, settings.today),
        *check_policy(loaded.library, settings.naming_policy),
    }
    if is_installed():
        findings.update(check_search_folder(loaded, settings.addresses, docs))
    findings.update(_check_settings(settings))
    not_shown = {article_path(draft) for draft in drafts}
    redirects = tuple(redirect for redirect in redirects if redirect.new not in not_shown)
    severities = settings.severities
    return ReadArchive(shown, drafts, draft_media, gazetteer, redirects, severities.weigh(findings), severities)


def _check_links(loaded: Loaded, shown: Loaded, places: Places) -> Iterator[Finding]:
    """Links of what is published, and those of drafts, which may lead to drafts."""
    drafts = {article_source(article) for article in loaded.library.articles if article.draft}
    pages = list(linking_pages(loaded.library))
    published = [(page, source) for page, source in pages if source not in drafts]
    known = linkable_files(shown, places.docs, places.articles)
    yield from check_links(published, known, places.docs, frozenset(drafts))
    if drafts:
        known = linkable_files(loaded, places.docs, places.articles)
        yield from check_links([page for page in pages if page[1] in drafts], known, places.docs)


def _check_settings(settings: Settings) -> Iterator[Finding]:
    """Warnings for what the site's settings ask for and won't get."""
    if settings.model and language_model(settings.model) is None:
        yield Finding(
            rule="model",
            severity=Severity.WARNING,
            path="mkdocs.yml",
            field="model",
            message=f"the language model '{settings.model}' is not installed, so it is not used. Install it, e.g. "
            f"`python -m spacy download {settings.model}`, or take the option out",
        )
    for place in settings.third_parties:
        yield Finding(
            rule="third-party",
            severity=Severity.WARNING,
            path="mkdocs.yml",
            message=f"{place} is loaded from another host, which would learn who reads what; the pages' security policy "
            "blocks it. Put the file into the docs folder, or write `font: false` for a font",
        )


def workshop_for(archive: ReadArchive, settings: Settings, converter: Converter, site_links: SiteLinks) -> Workshop:
    """What bodies of the archive are annotated with."""
    model = language_model(settings.model) if settings.model else None
    annotator = Annotator(archive.gazetteer, settings.addresses, settings.link, site_links, model)
    return Workshop(annotator, converter, Cache(settings.cache))


def annotate_archive(archive: ReadArchive, workshop: Workshop) -> Archive:
    """Convert and annotate every body that the cache does not hold; of drafts come the findings only. Raises annotation.TextChangedError."""
    articles: list[AnnotatedArticle] = []
    bodies: dict[EntityId, str] = {}
    findings: list[Finding] = []
    for article in archive.library.articles:
        body = workshop.annotated(article_body(article))
        names = body.names
        articles.append(
            AnnotatedArticle(article, body.html, body.texts, names.mentions, names.ambiguities, names.unlinked)
        )
        findings += body.findings
    for draft in archive.drafts:
        findings += workshop.annotated(article_body(draft)).findings
    for entity in archive.library.entities.values():
        if entity.body.strip():
            body = workshop.annotated(entity_body(entity))
            bodies[entity.id] = body.html
            findings += body.findings
    workshop.cache.close()
    findings += _review(archive, tuple(articles), archive.severities.raised)
    return Archive(tuple(articles), bodies, archive.severities.weigh(findings))


def review_archive(archive: ReadArchive, annotated: Archive) -> tuple[Finding, ...]:
    """What only `check` tells: advice that no build waits for, but for the rules that builds have already."""
    severities = archive.severities
    wanted = {rule.id for rule in RULES.values() if rule.is_for_the_desk and severities.is_on(rule.id)}
    return severities.weigh(_review(archive, annotated.articles, wanted - severities.raised))


def _review(archive: ReadArchive, articles: tuple[AnnotatedArticle, ...], rules: Collection[str]) -> Iterator[Finding]:
    entities = archive.library.entities
    reviewed = Reviewed(
        articles=articles,
        drafts=archive.drafts,
        entities=entities,
        gazetteer=archive.gazetteer,
        media=archive.loaded.media,
    )
    return review(reviewed, rules)


def compose_archive(
    archive: Archive, library: Library, settings: Settings, introductions: Mapping[PagePath, Introduction]
) -> list[Sheet]:
    """The pages of the site that the archive gives."""
    index = build_index(archive.articles, library.entities)
    return list(compose_sheets(index, settings.addresses, settings.site, archive.entity_bodies, introductions))
