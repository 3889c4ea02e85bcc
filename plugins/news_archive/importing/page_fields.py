"""The fields of an article that a saved page gives: only what the page itself says."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from urllib.parse import urlsplit

from news_archive.importing.dates import date_at_top, date_in_name, date_of
from news_archive.importing.incoming import Proposal
from news_archive.importing.page_reading import Page
from news_archive.importing.page_source import PageSource
from news_archive.importing.plain_text import FILE_NAME

_ARTICLE = re.compile(r"(Article|BlogPosting|Report)$")
_SCHEMA = "the page's schema.org data"
_DATES = """
    article:published_time og:article:published_time datepublished dc.date.issued dcterms.issued dcterms.created dc.date
    parsely-pub-date sailthru.date publish-date pubdate date
""".split()
_AUTHORS = "author article:author byl parsely-author dc.creator dcterms.creator sailthru.author".split()
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)")
_SAVED_ON = re.compile(r"saved date: \w{3} (\w{3} \d\d? \d{4})")
_MAX_DEPTH = 8


def fields_of(
    page: Page, source: PageSource, path: str, lines: Sequence[str]
) -> tuple[dict[str, Proposal], dict[str, str]]:
    """Proposals by field, and why others could not be told. `lines`: the beginning of the text."""
    data = _article_data(source.json_ld)
    publisher = _name(data.get("publisher"))
    url = _address(page, source, data)
    fields: dict[str, Proposal | None] = {
        "title": _title(page, data, publisher),
        "source": _source(page, publisher, url),
        "url": url,
        "author": _author(page, data),
        "lang": _said(page.lang.replace("_", "-"), "<html lang>") or _said(_text(data, "inLanguage"), _SCHEMA),
        "description": _meta(page, "og:description", "description") or _said(_text(data, "description"), _SCHEMA),
        "rights": _meta(page, "dcterms.rights", "dc.rights", "copyright"),
        "retrieved": _saved_on(source),
    }
    date, why_not = _date(page, data, path, lines)
    fields["date"] = date
    return {name: field for name, field in fields.items() if field}, {"date": why_not} if why_not else {}


def is_paid(source: PageSource) -> bool:
    """Whether the page says that not everybody may read all of it."""
    return str(_article_data(source.json_ld).get("isAccessibleForFree", "")).lower() == "false"


def _article_data(scripts: Sequence[str]) -> Mapping[str, object]:
    """The first object that describes an article; empty where there is none."""
    for script in scripts:
        try:
            value = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue  # a page's own mistake; what it says elsewhere is used
        for thing in _objects(value, 0):
            kinds = thing.get("@type")
            if any(
                isinstance(kind, str) and _ARTICLE.search(kind)
                for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                return thing
    return {}


def _objects(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)
        yield from _objects(value.get("mainEntity"), depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)


def _text(data: Mapping[str, object], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _name(value: object) -> str:
    """The name of a person or body, of several all."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for item in value if (name := _name(item))))
    named = value.get("name") if isinstance(value, dict) else value
    return named.strip() if isinstance(named, str) and not named.startswith("http") else ""


def _said(text: str, because: str) -> Proposal | None:
    folded = " ".join(text.split())
    return Proposal(value=folded, because=because) if folded else None


def _meta(page: Page, *names: str) -> Proposal | None:
    return next((said for name in names if (said := _said(page.metas.get(name, ""), f"<meta {name}>"))), None)


def _title(page: Page, data: Mapping[str, object], publisher: str) -> Proposal | None:
    if said := _said(_text(data, "headline"), _SCHEMA) or _meta(page, "og:title", "dc.title"):
        return said
    if len(page.headings) == 1:
        return _said(page.headings[0], "its <h1>")
    title = page.title
    for name in (page.metas.get("og:site_name", ""), publisher):
        title = re.sub(rf"\s+[|–—·-]\s+{re.escape(name)}$", "", title) if name else title
    return _said(title, "its <title>")


def _source(page: Page, publisher: str, url: Proposal | None) -> Proposal | None:
    if said := _meta(page, "og:site_name") or _said(publisher, _SCHEMA) or _meta(page, "dc.publisher"):
        return said
    host = urlsplit(str(url.value)).hostname if url else None
    return _said((host or "").removeprefix("www."), "the host of its address, for it names no outlet")


def _address(page: Page, source: PageSource, data: Mapping[str, object]) -> Proposal | None:
    saved = next((found[1] or found[2] for text in source.comments if (found := _SAVED_FROM.search(text))), "")
    whole = data.get("mainEntityOfPage")
    ways = (
        (page.canonical, "<link rel=canonical>"),
        (page.metas.get("og:url", ""), "<meta og:url>"),
        (_text(data, "url") or (whole if isinstance(whole, str) else ""), _SCHEMA),
        (saved, "the browser's note in the file"),
    )
    return next((Proposal(value=way, because=because) for way, because in ways if _is_web(way)), None)


def _is_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme in ("http", "https") and bool(urlsplit(address).hostname)
    except ValueError:  # such as square brackets around no number
        return False


def _author(page: Page, data: Mapping[str, object]) -> Proposal | None:
    if said := _said(_name(data.get("author")), _SCHEMA):
        return said
    named = (said for name in _AUTHORS if (said := _meta(page, name)))
    return next((said for said in named if not str(said.value).startswith("http")), None)


def _saved_on(source: PageSource) -> Proposal | None:
    found = next((found for text in source.comments if (found := _SAVED_ON.search(text))), None)
    day = date_of(found[1]) if found else None
    return Proposal(value=day, because="SingleFile's note in the file") if day else None


def _date(page: Page, data: Mapping[str, object], path: str, lines: Sequence[str]) -> tuple[Proposal | None, str]:
    ways = [(_text(data, "datePublished"), _SCHEMA)]
    ways += [(page.metas[name], f"<meta {name}>") for name in _DATES if name in page.metas]
    ways += [(published, "its <time>") for published in page.published]
    for text, because in ways:
        if day := date_of(text):
            return Proposal(value=day, because=because), ""
    if day := date_in_name(PurePath(path).name):
        return Proposal(value=day, because=FILE_NAME), ""
    day, why_not = date_at_top(list(lines))
    if day:
        return Proposal(value=day, because="the first lines"), ""
    unread = next((f"{because} says '{text}', which can't be told for sure" for text, because in ways if text), "")
    return None, unread or why_not
