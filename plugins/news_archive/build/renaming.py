"""A new name for an entity or an article: every file that changes with it, worked out before one is written.

References in front matter and links in texts lead to the same pages afterwards, and the old address to the new one.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from news_archive.build.move import Move, RenameError, find_move
from news_archive.build.moved_links import MovedLinks
from news_archive.build.occupied import address_key
from news_archive.build.pipeline import ReadArchive
from news_archive.build.settings import Settings
from news_archive.build.site_links import article_source, linkable_files
from news_archive.content import FIELDS
from news_archive.content.changes import Change
from news_archive.content.edits import Edit, add_to_list, edited, replace_scalar, text_of
from news_archive.content.fields import OLD_PATH
from news_archive.content.files import list_files
from news_archive.content.front_matter import split
from news_archive.content.nodes import Mapping as Fields
from news_archive.content.nodes import Node, NodeError, Scalar, Sequence, parse, plain
from news_archive.content.reader import Reader, without_closing_line
from news_archive.content.references import References, Unresolved, reference_nodes
from news_archive.content.validate import validate
from news_archive.model import Article, EntityId, Finding, kind_of
from news_archive.pages import Addresses


@dataclass(frozen=True, slots=True)
class ChangedLine:
    path: str
    """As the file is called before."""
    line: int
    before: str
    """What an edit takes away; empty for a line that is added."""
    after: str


@dataclass(frozen=True, slots=True)
class Renaming:
    """All that changes."""

    move: Move
    changes: Mapping[str, Change]
    """By path as it is before; the file itself first."""
    lines: tuple[ChangedLine, ...]
    redirect: str | None
    """The old address that leads to the new one; None for a draft, and where the address stays or can't be kept."""


def plan_renaming(archive: ReadArchive, settings: Settings, old: str, new: str) -> Renaming:
    """Every change that a new name makes. Raises RenameError, and OSError for a file that can't be read.

    `archive` must have been read without an error: what can't be understood can't be changed.
    """
    move = find_move(archive, settings, old, new)
    shift = _shift(archive, settings, move)
    folders = (settings.places.articles, settings.places.docs)
    defaults = [path for folder in folders for path in list_files(settings.places.root, folder).defaults]
    _check_fields(settings, move, defaults)
    redirect = _redirect(move, settings.addresses)
    changes: dict[str, Change] = {}
    lines: list[ChangedLine] = []
    for path, source in _files(archive, settings, move, defaults):
        data = (settings.places.root / path).read_bytes()
        text = text_of(data)
        is_moved = path == move.owner.path
        if not is_moved and not shift.may_concern(text):
            continue
        edits = shift.edits(text, path, source)
        if is_moved:
            edits += _redirect_edits(text, path, move, redirect)
        after = edited(data, edits)
        _check_meaning(shift, path, source, text, text_of(after))
        if edits or is_moved:
            changes[path] = Change(data, after, move.new_path if is_moved else None)
            lines += _lines(path, text, edits)
    return Renaming(move, changes, tuple(lines), redirect)


def lines_naming(settings_text: str, move: Move) -> list[int]:
    """The lines of a site's mkdocs.yml that name the file, as its menu does; from 1."""
    named = re.compile(rf"(?<![\w./-]){re.escape(move.source)}(?![\w.-])")
    return [number for number, line in enumerate(settings_text.splitlines(), 1) if named.search(line)]


@dataclass(frozen=True, slots=True)
class _Shift:
    """What references and links mean before and after."""

    move: Move
    before: References
    after: References
    links: MovedLinks

    def may_concern(self, text: str) -> bool:
        """Whether a file names the old page, or something with the last part of the new name: else it need not be parsed.

        YAML may write any character with a backslash.
        """
        last = {name.rpartition("/")[2] for name in (self.move.owner.id, self.move.new_id)}
        plain_text = unquote(text) if "%" in text else text
        return "\\" in text or any(name in plain_text for name in last)

    def edits(self, text: str, path: str, source: str | None) -> list[Edit]:
        """For references and links; `source` is None for a file of fields alone."""
        fields, offset, body = _taken_apart(text, path, is_fields=source is None)
        edits = [replace_scalar(node, word, offset) for node, word in self._references(fields)]
        if source is not None:
            start = len(text) - len(body)
            edits += [
                Edit(start + link.start, start + link.end, typed) for link, typed in self.links.retyped(body, source)
            ]
        return edits

    def _references(self, fields: Fields) -> Iterator[tuple[Scalar, str]]:
        """Each reference that must be written anew, and how: a short one stays short where only one has that name."""
        for node in reference_nodes(fields):
            typed = (node.text or "").strip()
            meant = self.moved(self.before.resolve(typed))
            if isinstance(meant, Unresolved) or self.after.resolve(typed) == meant:
                continue
            short = meant.rpartition("/")[2]
            yield node, short if "/" not in typed and self.after.resolve(short) == meant else meant

    def moved(self, id_: EntityId | Unresolved) -> EntityId | Unresolved:
        return EntityId(self.move.new_id) if id_ == self.move.entity else id_


def _shift(archive: ReadArchive, settings: Settings, move: Move) -> _Shift:
    ids = archive.library.entities
    known = linkable_files(archive.loaded, settings.places.docs, settings.places.articles)
    anchor = None
    if move.entity:
        anchor = (f"m-{move.entity.replace('/', '-')}-", f"m-{move.new_id.replace('/', '-')}-")
    links = MovedLinks(
        old=move.source,
        new=move.new_source,
        known=known | _known_of_drafts(archive, settings),
        docs=settings.places.docs,
        anchor=anchor,
    )
    renamed = [EntityId(move.new_id) if id_ == move.entity else id_ for id_ in ids]
    return _Shift(move, References(ids), References(renamed), links)


def _known_of_drafts(archive: ReadArchive, settings: Settings) -> frozenset[str]:
    """What may be linked to besides what is published."""
    beside = [f"articles/{path.removeprefix(f'{settings.places.articles}/')}" for path in archive.draft_media]
    return frozenset((*(article_source(draft) for draft in archive.drafts), *beside))


def _files(
    archive: ReadArchive, settings: Settings, move: Move, defaults: Collection[str]
) -> Iterator[tuple[str, str | None]]:
    """Every file that may name the page, and the file as the site lies; the page itself first."""
    articles = [(article.path, article_source(article)) for article in (*archive.library.articles, *archive.drafts)]
    entities = [(entity.path, f"{entity.id}.md") for entity in archive.library.entities.values()]
    pages = [(path, path.removeprefix(f"{settings.places.docs}/")) for path in archive.loaded.pages]
    yield move.owner.path, move.source
    yield from sorted(file for file in (*articles, *entities, *pages) if file[0] != move.owner.path)
    yield from ((path, None) for path in defaults)


def _taken_apart(text: str, path: str, *, is_fields: bool) -> tuple[Fields, int, str]:
    """A file's fields, where their YAML begins, and its body."""
    if is_fields:
        root = parse(without_closing_line(text), path, 1)
        return (root if isinstance(root, Fields) else split("", path).fields), 0, ""
    document = split(text, path)
    return document.fields, text.find("\n") + 1, document.body


def _redirect(move: Move, addresses: Addresses) -> str | None:
    is_published = not (isinstance(move.owner, Article) and move.owner.draft)
    is_free = address_key(addresses, move.page) != address_key(addresses, move.new_page)
    return move.page if is_published and is_free and OLD_PATH.fullmatch(move.page) else None


def _redirect_edits(text: str, path: str, move: Move, redirect: str | None) -> list[Edit]:
    """The old address takes the place of the new one where that was an old address itself."""
    document = split(text, path)
    node = document.fields.items.get("redirect_from")
    for entry in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(entry, Scalar) and entry.text:
            typed = entry.text.strip("/").removesuffix(".md").removesuffix(".html")
            if typed.casefold() == move.new_page.casefold():
                return [replace_scalar(entry, move.page, text.find("\n") + 1)]
    return [add_to_list(document, text, "redirect_from", redirect)] if redirect else []


def _check_fields(settings: Settings, move: Move, defaults: Collection[str]) -> None:
    """Raises RenameError where the file would have other fields in its new folder, or fields that its new kind has not."""
    path = move.owner.path
    reader = Reader(settings.places.root, defaults, [])
    if not (document := reader.document(path)):
        raise RenameError(f"{path} can't be read. See news-archive check")
    before, after = (reader.with_defaults(document, there) for there in (path, move.new_path))
    names = sorted({*before.items, *after.items})
    if changed := [name for name in names if _plain(before, name) != _plain(after, name)]:
        raise RenameError(
            f"{path} would have another `{changed[0]}` there, as the .meta.yml of a folder says it. "
            f"Write `{changed[0]}` into the file itself first"
        )
    if move.entity and kind_of(move.entity) is not kind_of(EntityId(move.new_id)):
        problems = [_findings(before, id_, path) for id_ in (move.entity, EntityId(move.new_id))]
        if new := [finding for finding in problems[1] if finding not in problems[0]]:
            raise RenameError("\n".join(map(str, new)))


def _plain(fields: Fields, name: str) -> object:
    return plain(fields.items[name]) if name in fields.items else None


def _findings(fields: Fields, id_: str, path: str) -> list[Finding]:
    return validate(fields, FIELDS[kind_of(EntityId(id_))], path)[1]


def _check_meaning(shift: _Shift, path: str, source: str | None, before: str, after: str) -> None:
    """Raises RenameError where an edited file does not say what it said before."""
    is_moved = source == shift.move.source
    fields, _, body = _taken_apart(before, path, is_fields=source is None)
    try:
        new_fields, _, new_body = _taken_apart(after, path, is_fields=source is None)
    except NodeError:
        is_same = False
    else:
        is_same = _meaning(fields, lambda text: shift.moved(shift.before.resolve(text)), is_moved=is_moved) == _meaning(
            new_fields, shift.after.resolve, is_moved=is_moved
        )
        if source is not None and is_same:
            new_source = shift.move.new_source if is_moved else source
            old_links = shift.links.meanings(body, source, moved=False)
            is_same = old_links == shift.links.meanings(new_body, new_source, moved=True)
    if not is_same:
        raise RenameError(
            f"{path} is written in a way that can't be changed safely. Simplify its fields and links first"
        )


def _meaning(fields: Fields, resolve: Callable[[str], object], *, is_moved: bool) -> dict[str, object]:
    """The fields with what references mean in their place; the redirects of the page itself change, and are left out."""
    references = {node.span for node in reference_nodes(fields)}

    def meant(node: Node) -> object:
        match node:
            case Scalar():
                return resolve(node.text.strip()) if node.text and node.span in references else node.text
            case Sequence():
                return [meant(item) for item in node.items]
            case Fields():
                return {key: meant(item) for key, item in node.items.items()}

    return {name: meant(node) for name, node in fields.items.items() if not (is_moved and name == "redirect_from")}


def _lines(path: str, text: str, edits: Collection[Edit]) -> Iterator[ChangedLine]:
    for edit in sorted(edits):
        line = text.count("\n", 0, edit.start) + 1
        yield ChangedLine(path, line, text[edit.start : edit.end], edit.text.strip("\n"))
