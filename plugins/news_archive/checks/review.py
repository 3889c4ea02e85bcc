"""The rules that look at the whole annotated archive and only advise: `check` asks for them, a build does not wait."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from news_archive.checks.duplicates import check_duplicates
from news_archive.checks.file_names import check_file_names, check_loose_texts
from news_archive.checks.listed_names import (
    check_given_names,
    check_idle_phrases,
    check_repeated,
    check_two_letters,
    check_words,
)
from news_archive.checks.origins import check_origins
from news_archive.checks.places import check_places
from news_archive.checks.repetitions import check_repeated_addresses, check_sources, check_wikidata
from news_archive.checks.suggesting.unlinked import check_unlinked
from news_archive.checks.usage import check_usage
from news_archive.matching import Gazetteer
from news_archive.model import AnnotatedArticle, Article, Entity, EntityId, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """An archive that is read and annotated."""

    articles: tuple[AnnotatedArticle, ...]
    drafts: tuple[Article, ...]
    """Those that the site does not show."""
    entities: Mapping[EntityId, Entity]
    gazetteer: Gazetteer
    media: tuple[str, ...]
    """Pictures and documents beside the articles, relative to the project."""

    @property
    def written(self) -> tuple[Article, ...]:
        """All articles, drafts last."""
        return (*(annotated.article for annotated in self.articles), *self.drafts)


Check = Callable[[Reviewed], Iterator[Finding]]

_CHECKS: tuple[tuple[frozenset[str], Check], ...] = (
    (frozenset({"repeated-name"}), lambda a: check_repeated(a.entities.values())),
    (frozenset({"given-name"}), lambda a: check_given_names(a.entities.values(), a.gazetteer)),
    (frozenset({"two-letter-name"}), lambda a: check_two_letters(a.entities.values())),
    (frozenset({"idle-not"}), lambda a: check_idle_phrases(a.entities.values(), a.gazetteer)),
    (frozenset({"also-a-word"}), lambda a: check_words(a.articles, a.entities, a.gazetteer)),
    (frozenset({"missing-coordinates", "far-from-parent"}), lambda a: check_places(a.entities)),
    (
        frozenset({"unlinked-name", "likely-misspelling"}),
        lambda a: check_unlinked(a.articles, a.entities, a.gazetteer),
    ),
    (frozenset({"near-duplicate"}), lambda a: check_duplicates(a.articles, a.drafts)),
    (frozenset({"file-name"}), lambda a: check_file_names(a.written)),
    (frozenset({"loose-text"}), lambda a: check_loose_texts(a.written, a.entities.values(), a.media)),
    (frozenset({"unused-entity"}), lambda a: check_usage(a.articles, a.entities)),
    (
        frozenset(
            {
                "copy-as-original",
                "missing-rights",
                "no-origin",
                "no-text",
                "other-copy",
                "tracking-code",
                "unarchived-url",
            }
        ),
        lambda a: check_origins(a.written),
    ),
    (frozenset({"repeated-url"}), lambda a: check_repeated_addresses(a.written)),
    (frozenset({"repeated-wikidata"}), lambda a: check_wikidata(a.entities)),
    (frozenset({"source-spelling"}), lambda a: check_sources(a.written)),
)
"""Each check, with the rules that it looks for."""


def review(archive: Reviewed, wanted: Collection[str]) -> Iterator[Finding]:
    """The findings of these rules, in no particular order; checks that look for none of them are not made."""
    for rules, check in _CHECKS:
        if not rules.isdisjoint(wanted):
            yield from (finding for finding in check(archive) if finding.rule in wanted)
