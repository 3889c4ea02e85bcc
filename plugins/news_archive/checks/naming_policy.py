"""The words that the archive's own voice does not use, and what it writes instead.

Own voice is what editors here wrote: an entity's page, every article's `description` and `tags`, and the whole of an
article with `references`, which is the archive's own. What others wrote stays as it is; so does what stands in
quotation marks, for who calls whom what can be told.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from news_archive.model import Article, Entity, Finding, Library, Severity

Policy = Mapping[str, str]
"""A word or some words -> what is written instead."""

# What is no prose of the archive: code, HTML, the targets of links, and quotations within one paragraph.
_IN_PARAGRAPH = r"(?:(?!\n[ \t]*\n)[^{}])"
_NOT_OURS = re.compile(
    r"^(?:```+|~~~+).*?^(?:```+|~~~+)|`[^`\n]+`|<!--.*?-->|<[^>\n]*>|(?<=\])\([^)\n]*\)|^[ ]{0,3}\[[^\]\n]+\]:.*?$|^>.*?$"
    r"|https?://\S+"
    + "".join(
        rf"|{left}{_IN_PARAGRAPH.format(inner)}*{right}"
        for left, inner, right in (
            ("“", "”", "”"),
            ("„", "“”", "[“”]"),
            ("«", "»", "»"),
            ('"', '"', '"'),
            (r"(?<!\w)‘", "‘", r"’(?!\w)"),
            (r"(?<!\w)'", r"'", r"'(?!\w)"),
        )
    ),
    re.MULTILINE | re.DOTALL,
)


def check_policy(library: Library, policy: Policy) -> Iterator[Finding]:
    """A warning for each use of such a word, with its line."""
    if not policy:
        return
    search = _Search(policy, library.entities.values())
    for entity in library.entities.values():
        yield from search.fields(entity, {"name": [entity.name], "description": [entity.description]})
        yield from search.fields(entity, {"descriptions": [dated.text for dated in entity.descriptions]})
        yield from search.body(entity)
    for article in library.articles:
        yield from search.fields(article, {"description": [article.description or ""], "tags": article.tags})
        if article.references:
            yield from search.fields(article, {"title": [article.title]})
            yield from search.body(article)


class _Search:
    """Finds a policy's words; holds its pattern, which takes a while to make."""

    def __init__(self, policy: Policy, entities: Iterable[Entity]) -> None:
        self.instead = {_key(word): better for word, better in policy.items()}
        wrong = re.compile(rf"(?<!\w)(?:{_any_of(policy)})(?!\w)", re.IGNORECASE)
        listed = (text for entity in entities for text in (entity.name, *(alias.text for alias in entity.aliases)))
        names = {name for name in listed if wrong.search(name) and not wrong.fullmatch(name)}
        # What is to be written may contain the word, and so may a longer name that is somebody's own: these are
        # looked for first, and passed over.
        right = _any_of({*policy.values(), *names})
        self.pattern = re.compile(rf"(?<!\w)(?:(?:{right})|({_any_of(policy)}))(?!\w)", re.IGNORECASE)

    def fields(self, owner: Article | Entity, texts: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
        for field, values in texts.items():
            for text in values:
                for word, _ in self._uses(text):
                    yield self._finding(owner, word, owner.field_lines.get(field), field)

    def body(self, owner: Article | Entity) -> Iterator[Finding]:
        for word, at in self._uses(owner.body):
            yield self._finding(owner, word, owner.body_line + owner.body.count("\n", 0, at))

    def _uses(self, text: str) -> Iterator[tuple[str, int]]:
        """Each use of a word in the archive's own voice, and where it begins."""
        if not self.pattern.search(text):
            return
        ours = _NOT_OURS.sub(lambda found: re.sub(r"[^\n]", "\0", found[0]), text.replace("’s", "'s"))
        for found in self.pattern.finditer(ours):
            if found[1]:
                yield found[1], found.start()

    def _finding(self, owner: Article | Entity, word: str, line: int | None, field: str | None = None) -> Finding:
        return Finding(
            rule="naming-policy",
            severity=Severity.WARNING,
            path=owner.path,
            line=line,
            field=field,
            message=f"'{' '.join(word.split())}' is not this archive's own word. Write '{self.instead[_key(word)]}', "
            "or put it in quotation marks and say who calls it so",
        )


def _any_of(texts: Iterable[str]) -> str:
    """A pattern of these words, the longest first."""
    return "|".join(r"\s+".join(map(re.escape, text.split())) for text in sorted(texts, key=lambda t: (-len(t), t)))


def _key(word: str) -> str:
    return " ".join(word.split()).casefold()
