"""Advice on what stands in two files and should stand in one, or be written the same: most often a copied file."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from news_archive.content.web_addresses import same_address
from news_archive.matching import fold_text
from news_archive.model import Article, Entity, EntityId, Finding, Severity


def check_repeated_addresses(articles: Iterable[Article]) -> Iterator[Finding]:
    """A note for each article whose original, or whose copy, an earlier one gives as its own."""
    first: dict[tuple[str, str], Article] = {}
    for article in articles:
        for field, url in (("url", article.url), ("archived_url", article.archived_url)):
            # That one is the copy of another page is told of those copies that say of what they are.
            if not url or (field == "archived_url" and "web.archive.org/" in url):
                continue
            known = first.setdefault((field, same_address(url)), article)
            if known is not article:
                message = (
                    f"{known.path} has the same address, {url}. Write this article's own, or delete one of the two"
                )
                yield _note("repeated-url", article, field, message, known.path)
                break  # where the file was copied, one is enough


def check_wikidata(entities: Mapping[EntityId, Entity]) -> Iterator[Finding]:
    """A note for each entity whose identifier an earlier one has."""
    first: dict[str, Entity] = {}
    for entity in entities.values():
        if entity.wikidata and (known := first.setdefault(entity.wikidata, entity)) is not entity:
            message = f"{entity.wikidata} is also that of {known.name} ({known.path}). Check both"
            yield _note("repeated-wikidata", entity, "wikidata", message, known.path)


def check_sources(articles: Sequence[Article]) -> Iterator[Finding]:
    """A note for each rarer spelling of an outlet, where it stands first: each spelling has a list of its own."""
    times = Counter(article.source for article in articles)
    by_key: dict[str, list[str]] = defaultdict(list)
    for source in sorted(times, key=lambda source: (-times[source], source)):
        by_key[_letters(source)].append(source)
    for article in articles:
        commonest, *others = by_key[_letters(article.source)]
        if article.source in others and times[article.source]:
            times[article.source] = 0  # told
            message = f"'{article.source}' is '{commonest}' in most articles, so it has a list of its own. Write both the same"
            yield _note("source-spelling", article, "source", message)


def _letters(source: str) -> str:
    """The same for spellings that differ by capitals, signs and a `the` only."""
    return "".join(c for c in fold_text(source).casefold().removeprefix("the ") if c.isalnum()) or source


def _note(rule: str, owner: Article | Entity, field: str, message: str, *others: str) -> Finding:
    line = owner.field_lines.get(field)
    return Finding(
        rule=rule,
        severity=Severity.INFO,
        path=owner.path,
        line=line,
        field=field,
        message=message,
        others=others,
    )
