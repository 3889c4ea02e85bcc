"""Rules about where an article comes from: its address, the copy in a web archive, and whose it is."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from urllib.parse import unquote, urlsplit

from news_archive.content.web_addresses import same_address, without_tracking
from news_archive.model import Article, Finding, Severity

# Each archive's form of the address of one copy, as its own help tells: a moment of 14 digits (the Internet Archive
# takes 4 or more, and letters behind it that say how the copy is shown) or an id.
_WAYBACK = re.compile(r"/web/\d{4,14}(?:[a-z]{2}_)?/.+")
_TODAY = re.compile(r"/(?:\d{4}[\d.-]{0,15}/.+|(?!newest|oldest|submit|search)[A-Za-z0-9]{4,6})")
_COPIES = {
    "web.archive.org": _WAYBACK,
    "archive.org": re.compile(rf"{_WAYBACK.pattern}|/details/.+|/download/.+"),
    **dict.fromkeys((f"archive.{end}" for end in ("today", "is", "ph", "li", "vn", "md", "fo")), _TODAY),
    "perma.cc": re.compile(r"/[A-Z0-9]{4}-[A-Z0-9]{4}/?"),
    "ghostarchive.org": re.compile(r"/(?:archive|varchive)/[A-Za-z0-9_-]+.*"),
    "webcitation.org": re.compile(r"/[A-Za-z0-9]{9}"),
    "arquivo.pt": re.compile(r"/(?:wayback|noFrame/replay)/\d{14}/.+"),
    "webarchive.org.uk": re.compile(r"/wayback/(?:[a-z-]+/)*\d{4,14}(?:[a-z]{2}_)?/.+"),
}
_MOMENT = re.compile(r"https?://web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(.+)")
_DAY_DIGITS = 8
_CLOCKS = timedelta(days=1)
"""A copy bears the time of Greenwich, where it may be yesterday still."""


def check_copies(article: Article) -> Iterator[Finding]:
    """A warning for an `archived_url` that is the address of no copy."""
    copy = article.archived_url
    if copy is None:
        return
    if copy == article.url:
        wrong = "address of the original in `url`" if _is_copy(copy) else "address of the copy in a web archive"
        message = f"'{copy}' is the same as `url`. Write the {wrong}, or delete the line"
        yield _finding("archived-url", Severity.WARNING, article, message, "archived_url")
        return
    if _is_copy(copy) is False:
        host = _host(copy)
        message = f"'{copy}' is the address of no copy in {host}: it names no moment and no copy. Open the copy and take its address"
        yield _finding("archived-url", Severity.WARNING, article, message, "archived_url")


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _is_copy(address: str) -> bool | None:
    """Whether an address in a known web archive is that of one copy; None elsewhere."""
    parts = urlsplit(address)
    form = _COPIES.get(_host(address))
    return form and form.fullmatch(f"{parts.path}?{parts.query}" if parts.query else parts.path) is not None


def check_origins(articles: Iterable[Article]) -> Iterator[Finding]:
    """Notes on what is missing for a reader who wants to go to the source, or to quote it."""
    for article in articles:
        yield from _check_address(article)
        if article.url and not article.archived_url and not _is_copy(article.url):
            message = "there is no copy of it in a web archive. Add `archived_url`, before the original is gone"
            yield _finding("unarchived-url", Severity.INFO, article, message, "url")
        if not article.url and not article.references:
            message = "there is neither `url` nor `references`, so nobody can go to the source. Add one of them"
            yield _finding("no-origin", Severity.INFO, article, message)
        if not article.body.strip():
            yield _finding(
                "no-text", Severity.INFO, article, "the article has no text. Write or paste it below the fields"
            )
        if not article.rights:
            message = "is missing, so nobody knows what may be done with the text. Write who holds the rights"
            yield _finding("missing-rights", Severity.INFO, article, message, "rights")


def _check_address(article: Article) -> Iterator[Finding]:
    """Notes on an address that says more than where the original is, and on a copy of something else."""
    url, copy = article.url or "", article.archived_url or ""
    if (clean := without_tracking(url)) != url:
        message = f"the address says from where you came as well. Write {clean}"
        yield _finding("tracking-code", Severity.INFO, article, message, "url")
    if url and url != copy and _is_copy(url):
        message = f"'{url}' is the address of a copy. Write the original's here, and this one in `archived_url`"
        yield _finding("copy-as-original", Severity.INFO, article, message, "url")
    found = _MOMENT.fullmatch(copy)
    if not found or not url or url == copy:
        return
    if same_address(unquote(found[2])) != same_address(unquote(url)):
        message = f"it is a copy of {found[2]}, and `url` is {url}. Check both"
        yield _finding("other-copy", Severity.INFO, article, message, "archived_url")
    elif len(found[1]) >= _DAY_DIGITS and found[1][:_DAY_DIGITS] < f"{article.date.first - _CLOCKS:%Y%m%d}":
        day = f"{found[1][:4]}-{found[1][4:6]}-{found[1][6:8]}"
        message = f"the copy was made on {day}, before the article's date, {article.date.text}. Check both"
        yield _finding("other-copy", Severity.INFO, article, message, "archived_url")


def _finding(rule: str, severity: Severity, article: Article, message: str, field: str | None = None) -> Finding:
    line = article.field_lines.get(field) if field else None
    return Finding(rule=rule, severity=severity, path=article.path, line=line, field=field, message=message)
