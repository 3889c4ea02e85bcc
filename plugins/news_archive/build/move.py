"""A page that gets another name: what an editor typed, as ids, files and addresses, or why it can't be."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from news_archive.build.occupied import address_key, occupied_addresses
from news_archive.build.pipeline import ReadArchive
from news_archive.build.settings import Settings
from news_archive.build.site_links import article_source
from news_archive.content.entities import check_id, id_of
from news_archive.content.references import References, Unresolved
from news_archive.model import Article, ArticleId, Entity, EntityId
from news_archive.pages import PagePath
from news_archive.pages.addresses import article_path, entity_path

_ARTICLE_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,150}")


class RenameError(ValueError):
    """The name can't be changed so. `str()` says why, and what to type instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An entity or article, and where it goes."""

    owner: Article | Entity
    new_id: str
    new_path: str
    """The file, relative to the project."""
    source: str
    """The file as the site lies: see `site_links`."""
    new_source: str
    page: PagePath
    new_page: PagePath

    @property
    def entity(self) -> EntityId | None:
        """The old id of an entity; None for an article."""
        return self.owner.id if isinstance(self.owner, Entity) else None


def find_move(archive: ReadArchive, settings: Settings, old: str, new: str) -> Move:
    """What is meant by two ids or files. Raises RenameError.

    A new name without a folder stays in the old one's folder.
    """
    owner = _owner(archive, settings, old)
    is_entity = isinstance(owner, Entity)
    new_id = _plain_id(new, settings, settings.places.docs if is_entity else settings.places.articles)
    if "/" not in new_id and "/" in owner.id:
        new_id = f"{owner.id.rpartition('/')[0]}/{new_id}"
    move = (
        _entity_move(owner, new_id, settings) if isinstance(owner, Entity) else _article_move(owner, new_id, settings)
    )
    if move.new_id == owner.id:
        raise RenameError(f"'{new}' is its name already. Write another one")
    if not (settings.places.root / owner.path).is_file() or (settings.places.root / move.new_path).exists():
        raise RenameError(f"{move.new_path} is there already, and stays as it is. Write another name")
    _check_address(archive, settings, move)
    return move


def _plain_id(typed: str, settings: Settings, *folders: str) -> str:
    """What was typed without what makes a path of it: `docs/actors/red-cross.md` is actors/red-cross."""
    id_ = typed.replace("\\", "/").removeprefix(f"{settings.places.root.as_posix()}/").removeprefix("./")
    for folder in folders:
        id_ = id_.removeprefix(f"{folder}/")
    return id_.removesuffix(".md")


def _owner(archive: ReadArchive, settings: Settings, typed: str) -> Article | Entity:
    id_ = _plain_id(typed, settings, settings.places.docs, settings.places.articles)
    articles = {str(article.id): article for article in (*archive.library.articles, *archive.drafts)}
    entities = archive.library.entities
    meant = References(entities).resolve(id_)
    if not isinstance(meant, Unresolved):
        return entities[meant]
    if id_ in articles:
        return articles[id_]
    ending = sorted(article for article in articles if article.endswith(f"/{id_}"))
    if len(ending) == 1:
        return articles[ending[0]]
    if ending or "may be" in meant.advice:
        raise RenameError(f"'{typed}' may be {' or '.join(ending)}. Write it whole" if ending else meant.advice)
    if now := _now_called(archive, id_):
        raise RenameError(f"there is no '{typed}': it is {' or '.join(now)} now. Write that")
    near = difflib.get_close_matches(id_, [*entities, *articles], n=1, cutoff=0.5)
    raise RenameError(
        f"there is no '{typed}'. " + (f"Did you mean {near[0]}?" if near else "Write it as in actors/red-cross")
    )


def _now_called(archive: ReadArchive, id_: str) -> list[str]:
    """The ids of pages that had this name, or a name that ends with it."""

    def had_it(owner: Article | Entity) -> bool:
        return any(f"/{_page_of(old)}".casefold().endswith(f"/{id_}".casefold()) for old in owner.redirect_from)

    return [owner.id for owner, _ in _pages(archive) if had_it(owner)]


def _page_of(typed: str) -> PagePath:
    """What a `redirect_from` says, as the path of a page."""
    return PagePath(typed.strip("/").removesuffix(".md").removesuffix(".html"))


def _entity_move(owner: Entity, new_id: str, settings: Settings) -> Move:
    docs = settings.places.docs
    id_ = id_of(f"{docs}/{new_id}.md", docs)
    if id_ is None:
        raise RenameError(f"'{new_id}' is no place for {owner.id}. Write it as in actors/red-cross")
    if problems := list(check_id(id_, "")):
        raise RenameError(problems[0].message.replace("Rename the file, e.g. to", "Write e.g.").removesuffix(".md"))
    return Move(
        owner=owner,
        new_id=id_,
        new_path=f"{docs}/{id_}.md",
        source=f"{owner.id}.md",
        new_source=f"{id_}.md",
        page=entity_path(owner.id),
        new_page=entity_path(id_),
    )


def _article_move(owner: Article, new_id: str, settings: Settings) -> Move:
    for part in new_id.split("/"):
        if not _ARTICLE_PART.fullmatch(part) or part.casefold() == "index":
            raise RenameError(
                f"'{part}' can't be part of a file's name and an address. Write letters, digits and hyphens, as in "
                "2016/2016-08-19-truce"
            )
    keeps_slug = "slug" in owner.field_lines or owner.slug != owner.id.rpartition("/")[2]
    slug = owner.slug if keeps_slug else new_id.rpartition("/")[2]
    renamed = replace(owner, id=ArticleId(new_id), slug=slug)
    return Move(
        owner=owner,
        new_id=new_id,
        new_path=f"{settings.places.articles}/{new_id}.md",
        source=article_source(owner),
        new_source=article_source(renamed),
        page=article_path(owner),
        new_page=article_path(renamed),
    )


def _check_address(archive: ReadArchive, settings: Settings, move: Move) -> None:
    """Raises RenameError where the new address is another page's, or an old address of another page."""
    addresses = settings.addresses
    taken = occupied_addresses(archive.loaded, addresses, settings.places.docs)
    for owner, page in _pages(archive):
        if owner is not move.owner:
            taken[address_key(addresses, page)] = owner.path
            for typed in owner.redirect_from:
                taken[address_key(addresses, _page_of(typed))] = f"{owner.path} (its redirect_from)"
    if rival := taken.get(address_key(addresses, move.new_page)):
        raise RenameError(f"'{move.new_id}' would have the address of {rival}. Write another name")


def _pages(archive: ReadArchive) -> Iterator[tuple[Article | Entity, PagePath]]:
    articles: Sequence[Article] = (*archive.library.articles, *archive.drafts)
    yield from ((article, article_path(article)) for article in articles)
    yield from ((entity, entity_path(entity.id)) for entity in archive.library.entities.values())
