"""A new article or entity: where its file goes, and its fields. Those that are known are filled, those that must be are
marked, and all others stand as comments with what they mean.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from news_archive.content.examples import EXAMPLES
from news_archive.content.fields import FIELDS, ArticleFields, Fields
from news_archive.content.files import is_utf_8
from news_archive.content.front_matter import split
from news_archive.content.load import Places
from news_archive.content.reader import Reader
from news_archive.content.validate import validate
from news_archive.content.writing import Value, as_yaml, checked_path, front_matter
from news_archive.model import Finding, Kind, PartialDate, folder_of, latin_slug

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,100}")
_APOSTROPHE = re.compile("['’ʼ]")
_LONGEST = 80
"""Characters of a file's name that is made of a title."""
# The field is empty, and what stands here is a comment: so it needs no removal.
_MARK = ":  # Fill in. "
# What previews show: without it an entity can be published, and is not finished.
_WANTED = {"description"}


class NewFileError(ValueError):
    """What was typed makes no file. `str()` has a line for each problem: what is wrong, what to type instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file that is not written yet."""

    path: str
    """Relative to the project."""
    text: str
    to_fill: tuple[tuple[int, str], ...]
    """Lines and fields that its editor must still fill in or may want to at once."""


def new_file(kind: Kind | None, given: Mapping[str, Value], slug: str, places: Places) -> NewFile:
    """The file of a new entity of a kind, or for None of an article, with the fields given.

    `slug` is the last part of its address; empty: made of the title or name. Raises NewFileError, and WriteError for
    a path that can't be written.
    """
    declared: type[Fields] = FIELDS[kind] if kind else ArticleFields
    if problems := list(_problems(given, declared)):
        raise NewFileError("\n".join(problems))
    path = _path(kind, given, _checked_slug(slug, str(given["name" if kind else "title"])), places)
    known = fields_of_folder(path, places)
    wanted = _WANTED if kind else set()
    lines = list(_lines(declared, given, known, wanted))
    text = "\n".join(["---", *lines, "---", "", ""])
    to_fill = tuple((number, line.partition(":")[0]) for number, line in enumerate(lines, 2) if _MARK in line)
    return NewFile(path=path, text=text, to_fill=to_fill)


def _problems(given: Mapping[str, Value], declared: type[Fields]) -> Iterator[str]:
    """What is wrong with the fields given, by the rules for what stands in a file."""
    if unreadable := [field for field, value in given.items() if isinstance(value, str) and not is_utf_8(value)]:
        yield from (f"{field}: has a character that is not UTF-8. Type it anew" for field in unreadable)
        return
    _, findings = validate(split(front_matter(given), "").fields, declared, "")
    for finding in findings:
        if finding.field in given:
            yield f"{finding.field}: {finding.message}"


def _checked_slug(typed: str, title: str) -> str:
    slug = typed or slug_of_title(title)
    if not slug:
        raise NewFileError(
            f"'{title}' has no Latin letter or digit for the file's name and the address. Add one, e.g. --slug old-town"
        )
    if not _SLUG.fullmatch(slug):
        advice = f", e.g. --slug {better}" if (better := _shortened(latin_slug(slug))) else ""
        raise NewFileError(f"--slug '{slug}' can't be a file's name and an address. Write a-z, 0-9 and hyphens{advice}")
    if slug == "index":
        raise NewFileError(f"`index` is the address of a list. Write another name, e.g. --slug {slug}-of-names")
    return slug


def slug_of_title(title: str) -> str:
    """A file's name made of a title: Latin letters, digits and hyphens; empty where it has none."""
    return _shortened(latin_slug(_APOSTROPHE.sub("", title)))


def _shortened(slug: str) -> str:
    """At most `_LONGEST` characters, whole words if that leaves any."""
    return slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]


def _path(kind: Kind | None, given: Mapping[str, Value], slug: str, places: Places) -> str:
    """Where the file goes. An article without a date lies beside the years, for nothing says which is its."""
    if kind:
        path = f"{places.docs}/{folder_of(kind)}/{slug}.md"
    elif typed := given.get("date"):
        date = PartialDate.parse(str(typed))
        path = f"{places.articles}/{date.year:04}/{date.iso}-{slug}.md"
    else:
        path = f"{places.articles}/{slug}.md"
    return checked_path(places.root, path)


def fields_of_folder(path: str, places: Places) -> Mapping[str, str]:
    """The fields that a file there has by its folders' defaults, and where each of them stands."""
    folders = path.split("/")[:-1]
    candidates = ["/".join([*folders[:depth], ".meta.yml"]) for depth in range(1, len(folders) + 1)]
    defaults = [name for name in candidates if (places.root / name).is_file() and not (places.root / name).is_symlink()]
    findings: list[Finding] = []  # told by `check`
    fields = Reader(places.root, defaults, findings).with_defaults(split("", path), path)
    return {name: at.path for name, at in fields.keys.items()}


def _lines(
    declared: type[Fields], given: Mapping[str, Value], known: Mapping[str, str], wanted: Collection[str]
) -> Iterator[str]:
    for attribute, field in declared.model_fields.items():
        name = field.alias or attribute
        if name in given:
            yield as_yaml({name: given[name]}).rstrip("\n")
        elif name in known:
            yield f"# {_example(name)}  # {known[name]} says it. {_meaning(field)}"
        elif field.is_required() or name in wanted:
            yield f"{name}{_MARK}{_meaning(field)}"
        else:
            yield f"# {_example(name)}  # {_meaning(field)}"


def _example(name: str) -> str:
    return f"{name}: {EXAMPLES[name]}" if name in EXAMPLES else f"{name}:"


def _meaning(field: FieldInfo) -> str:
    return field.description or ""
