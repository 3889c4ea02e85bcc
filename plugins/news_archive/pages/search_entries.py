"""What a search finds: for each article, actor, place and term, and for each plain page, what is indexed of it.

It is composed here from the archive's values and not read from the pages, so that a site may draw its pages as it
likes. No excerpt shows what readers do not see.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from news_archive.annotation import read
from news_archive.archive import ArchiveIndex
from news_archive.matching import fold_text
from news_archive.matching.spelling import letters
from news_archive.model import ArticleId, Entity, EntityId, Kind, PartialDate
from news_archive.pages.addresses import Addresses, article_path, entity_path

# The half rings of scholars' transliterations, which are typed as apostrophes or left out.
_HALF_RINGS = str.maketrans({"\u02be": None, "\u02bf": None})
_KINDS = {Kind.ACTOR: "Actor", Kind.PLACE: "Place", Kind.TERM: "Term"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """One page that a search can find. All texts are plain."""

    address: str
    """Below the site's root."""
    kind: str
    """Article, Actor, Place, Term or Page."""
    title: str
    paragraphs: tuple[str, ...]
    """The text, from which excerpts are taken."""
    names_line: str = ""
    """Every spelling of what an article names, as its last and least important paragraph; empty where it names none."""
    keys: tuple[str, ...] = ()
    """Of an entity's spellings: whoever types one whole finds the entity before any text. See `key_of`."""
    description: str | None = None
    type: str | None = None
    date: PartialDate | None = None
    lang: str | None = None
    named: tuple[tuple[Kind, str], ...] = ()
    """Names of the entities that it can be filtered by, each once."""
    source: str | None = None


class SearchEntries:
    """Makes what a search finds of an archive; keeps how each entity is written, for many articles name it."""

    def __init__(self, index: ArchiveIndex, addresses: Addresses) -> None:
        self._index = index
        self._addresses = addresses
        self._written: dict[EntityId, str] = {}

    def of_article(self, id_: ArticleId) -> SearchEntry:
        """An article: its text, and how else its names are written."""
        annotated = self._index.articles[id_]
        article = annotated.article
        entities = [self._index.entities[named] for named in self._index.named_in[id_]]
        names = "; ".join(map(self._written_as, entities))
        facts = (article.author, article.dateline, ", ".join(article.tags), article.source, article.date.in_words)
        return SearchEntry(
            address=self._addresses.of(article_path(article)),
            kind="Article",
            title=article.title,
            paragraphs=_filled((article.description, *annotated.texts, *facts)),
            names_line=f"Names here: {names}." if names else "",
            description=article.description,
            date=article.date,
            lang=article.lang,
            named=tuple(dict.fromkeys((entity.kind, entity.name) for entity in entities)),
            source=article.source,
        )

    def of_entity(self, id_: EntityId, body: str) -> SearchEntry:
        """An actor, a place or a term; `body` is HTML, sanitised and marked."""
        entity = self._index.entities[id_]
        spellings = every_spelling_of(entity)
        others = (*spellings[1:], *_in_plain_letters(spellings))
        also = f"Also written: {', '.join(others)}." if others else None
        return SearchEntry(
            address=self._addresses.of(entity_path(id_)),
            kind=_KINDS[entity.kind],
            title=entity.name,
            paragraphs=_filled((entity.description, also, *_texts(body), entity.type, entity.country)),
            keys=tuple(dict.fromkeys(filter(None, map(key_of, spellings)))),
            description=entity.description or None,
            type=entity.type,
            named=((entity.kind, entity.name),),
        )

    def _written_as(self, entity: Entity) -> str:
        if entity.id not in self._written:
            name, *others = _distinct(every_spelling_of(entity))
            others += _in_plain_letters((name, *others))
            self._written[entity.id] = f"{name}, also {', '.join(others)}" if others else name
        return self._written[entity.id]


def entry_of_page(address: str, title: str, html: str) -> SearchEntry:
    """A plain page of the site, by its sanitised HTML."""
    return SearchEntry(address=address, kind="Page", title=title, paragraphs=_filled(_texts(html)))


def every_spelling_of(entity: Entity) -> tuple[str, ...]:
    """Everything that an entity is listed as, its name first, each once."""
    aliases = [alias.text for alias in entity.aliases] + [name.text for name in entity.names]
    return tuple(dict.fromkeys((entity.name, *aliases, *entity.demonyms)))


def key_of(spelling: str) -> str:
    """What all ways of typing a spelling have in common: its letters and digits, `Sana'a` and `SANAA` -> `sanaa`.

    The script of the search page makes the same of what is typed: see `assets/search/query.js`. Empty for a spelling
    of signs only.
    """
    # Letter by letter, or the engine would take words of British spelling for American ones.
    return "".join(filter(_is_letter, "".join(map(letters, spelling.lower()))))


def _distinct(spellings: Iterable[str]) -> list[str]:
    """One of those that differ in signs and capitals only; with a hyphen, if there is one, as it is found by both ways."""
    by_key: dict[str, str] = {}
    for spelling in spellings:
        key = key_of(spelling)
        if "-" not in by_key.setdefault(key, spelling) and "-" in spelling:
            by_key[key] = spelling
    return list(by_key.values())


def _in_plain_letters(spellings: Iterable[str]) -> list[str]:
    """Those with letters that a search does not set aside itself, as they are typed without: `Iğdır` -> `Igdir`."""
    plain = []
    for spelling in spellings:
        letters_only = "".join(filter(_is_letter, unicodedata.normalize("NFKD", spelling.lower())))
        if key_of(spelling) != letters_only:
            words = fold_text(spelling).translate(_HALF_RINGS).split()
            plain.append(" ".join("-".join(letters(part) for part in word.split("-")) for word in words).title())
    return list(dict.fromkeys(plain))


def _is_letter(character: str) -> bool:
    """Whether it is a letter or a digit, and no sign that only changes one: Unicode's Ll, Lo, Nd, Nl and No."""
    category = unicodedata.category(character)
    return category in ("Ll", "Lo") or category.startswith("N")


def _texts(html: str) -> tuple[str, ...]:
    return tuple(block.text for block in read(html).blocks)


def _filled(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Texts with something in them, white space as one space each, and none said twice in a row."""
    filled = [" ".join(text.split()) for text in texts if text and text.strip()]
    return tuple(text for at, text in enumerate(filled) if not at or text != filled[at - 1])
