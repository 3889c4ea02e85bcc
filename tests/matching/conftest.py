"""The listed names of `cases.yaml`, and what finds them in a text."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from news_archive.matching import (
    Gazetteer,
    Names,
    PhraseSearch,
    build_gazetteer,
    find_names,
    spacy_search,
)
from news_archive.model import (
    Actor,
    Alias,
    Block,
    Case,
    Entity,
    EntityId,
    Name,
    PartialDate,
    Place,
    Relation,
    Ruling,
    Term,
)

Fields = Mapping[str, object]
Find = Callable[..., Names]


def _date(value: object) -> PartialDate | None:
    return PartialDate.parse(str(value)) if value else None


def _alias(value: object) -> Alias:
    if not isinstance(value, dict):
        return Alias(text=str(value))
    case = Case(value.get("case", "auto"))
    return Alias(text=value["text"], since=_date(value.get("from")), until=_date(value.get("until")), case=case)


def _entity(id_: str, fields: Mapping[str, object]) -> Entity:
    names, aliases, not_phrases, demonyms = (fields.get(key, ()) for key in ("names", "aliases", "not", "demonyms"))
    assert isinstance(aliases, list | tuple)
    assert isinstance(not_phrases, list | tuple)
    assert isinstance(demonyms, list | tuple)
    cls: type[Entity] = {"actors": Actor, "places": Place, "glossary": Term}[id_.partition("/")[0]]
    return cls(  # the fields that all kinds have
        id=EntityId(id_),
        type=str(fields["type"]) if "type" in fields else None,
        path=f"docs/{id_}.md",
        name=str(fields["name"]),
        aliases=tuple(map(_alias, aliases)),
        names=tuple(Name(lang=lang, text=text) for lang, text in names.items()) if isinstance(names, dict) else (),
        not_phrases=tuple(not_phrases),
        demonyms=tuple(demonyms),
    )


@pytest.fixture(scope="session")
def entities() -> tuple[Entity, ...]:
    table = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text("utf-8"))
    return tuple(_entity(id_, fields) for id_, fields in table["entities"].items())


@pytest.fixture(scope="session")
def gazetteer(entities: tuple[Entity, ...]) -> Gazetteer:
    return build_gazetteer(entities)


@pytest.fixture(scope="session")
def search(gazetteer: Gazetteer) -> PhraseSearch:
    return spacy_search(gazetteer.phrases)


@pytest.fixture(scope="session")
def find(gazetteer: Gazetteer, search: PhraseSearch) -> Find:
    """The names in one block of text, or in several."""

    def names_in(
        *blocks: str | Block,
        date: PartialDate | None = None,
        rulings: Mapping[str, str | None] | None = None,
        lang: str = "en",
    ) -> Names:
        ruled = [
            Ruling(text=text, entity=EntityId(meant) if meant else None, line=1)
            for text, meant in (rulings or {}).items()
        ]
        texts = [Block(block, 0) if isinstance(block, str) else block for block in blocks]
        return find_names(texts, gazetteer, search, date=date, rulings=ruled, language=lang)

    return names_in


def _text_entity(id_: str, fields: Fields) -> Entity:
    """As `_entity`, with what ties entities together and with dated names."""
    plain = _entity(id_, {**fields, "names": {}})
    names, part_of, relations = (fields.get(key, ()) for key in ("names", "part_of", "relations"))
    assert isinstance(part_of, list | tuple)
    assert isinstance(relations, list | tuple)
    tied = replace(
        plain,
        names=tuple(_name(lang, value) for lang, value in names.items()) if isinstance(names, dict) else (),
        part_of=tuple(map(EntityId, part_of)),
        relations=tuple(Relation(type="works in", to=EntityId(to)) for to in relations),
    )
    point = fields.get("coordinates")
    return (
        replace(tied, coordinates=(point[0], point[1])) if isinstance(tied, Place) and isinstance(point, list) else tied
    )


def _name(lang: str, value: object) -> Name:
    if not isinstance(value, dict):
        return Name(lang=lang, text=str(value))
    return Name(lang=lang, text=value["text"], since=_date(value.get("from")), until=_date(value.get("until")))


def read_text_cases() -> tuple[tuple[Entity, ...], dict[str, list[dict[str, Any]]]]:
    """The entities and the groups of rows of `text_cases.yaml`."""
    table = yaml.safe_load((Path(__file__).parent / "text_cases.yaml").read_text("utf-8"))
    return tuple(_text_entity(id_, fields) for id_, fields in table["entities"].items()), table["groups"]


def find_in_row(row: Mapping[str, Any], gazetteer: Gazetteer, search: PhraseSearch) -> Names:
    """The names in the text of a row."""
    rulings = [
        Ruling(text=text, entity=EntityId(meant) if meant else None, line=1)
        for text, meant in row.get("rulings", {}).items()
    ]
    texts = row["text"] if isinstance(row["text"], list) else [row["text"]]
    return find_names(
        [Block(text, 0) for text in texts],
        gazetteer,
        search,
        date=_date(row.get("date")),
        rulings=rulings,
        language=row.get("lang", "en"),
    )


@pytest.fixture(scope="session")
def text_gazetteer() -> Gazetteer:
    return build_gazetteer(read_text_cases()[0])


@pytest.fixture(scope="session")
def find_in(text_gazetteer: Gazetteer) -> Find:
    """The names in the text of a row of `text_cases.yaml`."""
    search = spacy_search(text_gazetteer.phrases)
    return lambda row: find_in_row(row, text_gazetteer, search)
