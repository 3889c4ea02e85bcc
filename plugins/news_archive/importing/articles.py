"""From what came in to files of the archive."""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from news_archive.content import Places
from news_archive.content.body import check_body
from news_archive.content.new_files import slug_of_title
from news_archive.content.writing import Value, front_matter
from news_archive.importing.as_markdown import markdown_of, plain_markdown_of
from news_archive.importing.fields import settle
from news_archive.importing.incoming import Block, Incoming, Proposal, words_of
from news_archive.model import Finding, PartialDate, Severity, slug

Shown = Callable[[str], list[str] | None]
"""The words that readers of the site see of a Markdown body; None for one that the site can't convert."""
_FORMATTING_LOST = "headings, lists, tables, links and emphasis were left out: this site's Markdown extensions would have changed its words"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArticle:
    """An article that is not written yet."""

    incoming: Incoming
    fields: Mapping[str, Proposal]
    body: str
    notes: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole file."""
        values = {name: proposal.value for name, proposal in self.fields.items()}
        return f"{front_matter(values)}\n{self.body}"

    @property
    def url(self) -> str | None:
        return str(self.fields["url"].value) if "url" in self.fields else None


def article_of(
    incoming: Incoming, given: Mapping[str, Value], places: Places, shown: Shown
) -> NewArticle | Sequence[Finding]:
    """The article, or every reason why there can be none."""
    blocks = () if isinstance(incoming.text, str) else incoming.text
    body = incoming.text if isinstance(incoming.text, str) else markdown_of(blocks)
    words = " ".join(words_of(blocks)) or body
    settled = settle(incoming, given, words, places)
    problems = [replace(finding, line=incoming.line) for finding in check_body(body, incoming.path, 1)]
    if not words.strip():
        problems.append(_problem(incoming, "there is no text below the title. Write the article's words into the file"))
    elif not blocks and not problems and shown(body) is None:
        problems.append(_problem(incoming, "lists, quotes or tags are nested too deep to be converted. Nest them less"))
    if not isinstance(settled, Sequence) and not problems:
        body, notes = _checked(body, blocks, shown)
        return NewArticle(
            incoming=incoming,
            fields=settled.fields,
            body=body,
            notes=(*settled.notes, *notes, *incoming.notes),
        )
    return [*(settled if isinstance(settled, Sequence) else ()), *problems]


def path_of(article: NewArticle, places: Places, taken: Collection[str]) -> str:
    """Where the file goes, relative to the project: by date and title, with a number behind where `taken` has it.

    `taken` holds paths in small letters, for some systems do not tell capitals apart.
    """
    title = str(article.fields["title"].value)
    date = PartialDate.parse(str(article.fields["date"].value))
    stem = f"{places.articles}/{date.year:04}/{date.iso}-{slug_of_title(title) or slug(title)}"
    number = 1
    path = f"{stem}.md"
    while path.lower() in taken or os.path.lexists(places.root / path):
        number += 1
        path = f"{stem}-{number}.md"
    return path


def _checked(body: str, blocks: tuple[Block, ...], shown: Shown) -> tuple[str, tuple[str, ...]]:
    """Markdown of which the site shows the words that came in as blocks, and what is to be said of it."""
    words = words_of(blocks)
    if not blocks or shown(body) == words:
        return body, ()
    plain = plain_markdown_of(blocks)
    seen = shown(plain) or []
    if seen == words:
        return plain, (_FORMATTING_LOST,)
    pairs = zip_longest(words, seen, fillvalue="nothing")
    wanted, got = next(pair for pair in pairs if pair[0] != pair[1])
    return body, (f"this site's Markdown extensions change the text: '{wanted}' is shown as '{got}'. Look at the page",)


def _problem(incoming: Incoming, message: str) -> Finding:
    return Finding(rule="import", severity=Severity.ERROR, path=incoming.path, line=incoming.line, message=message)
