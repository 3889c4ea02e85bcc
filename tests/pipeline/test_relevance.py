"""What is kept of a text is used again exactly while nothing that it depends on has changed.

Random changes of entities, one after the other, each annotated with what the changes before left in the cache, and
once without any cache: both must be the same. The texts are labelled articles full of names that depend on others.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from news_archive.build import Converter, SiteLinks, Workshop
from news_archive.build.annotate import AnnotatedBody, Annotator, Body, article_body
from news_archive.build.cache import Cache
from news_archive.build.settings import LinkPolicy
from news_archive.content import Loaded, Places, load
from news_archive.matching import build_gazetteer
from news_archive.model import Actor, Alias, Entity, EntityId, Place
from news_archive.pages import Addresses

_PROJECT = Path(__file__).parents[2]
Entities = dict[EntityId, Entity]


@cache
def _gold() -> Loaded:
    return load(Places(root=_PROJECT, docs="docs", articles="tests/gold/articles"))


def _bodies() -> list[Body]:
    return [article_body(article) for article in _gold().library.articles]


@cache
def _converter() -> Converter:
    return Converter(["tables"], {})


def _workshop(entities: Mapping[EntityId, Entity], folder: Path | None) -> Workshop:
    annotator = Annotator(
        build_gazetteer(entities.values()), Addresses(), LinkPolicy.FIRST_PER_SECTION, SiteLinks({}, "docs")
    )
    return Workshop(annotator, _converter(), Cache(folder))


def _annotated(workshop: Workshop, bodies: Sequence[Body]) -> list[AnnotatedBody]:
    made = [workshop.annotated(body) for body in bodies]
    workshop.cache.close()
    return made


@cache
def _phrases() -> tuple[str, ...]:
    """Runs of one to three words from the texts, most of them names."""
    found: set[str] = set()
    for body in _bodies():
        found.update(re.findall(r"\b[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}", body.text))
        found.update(re.findall(r"\b[a-z]{5,}\b", body.text)[:20])
    return tuple(sorted(found))


def _any(chance: random.Random, entities: Entities) -> Entity:
    return entities[chance.choice(sorted(entities))]


def _add_alias(chance: random.Random, entities: Entities) -> None:
    entity = _any(chance, entities)
    alias = Alias(text=chance.choice(_phrases()))
    entities[entity.id] = replace(entity, aliases=(*entity.aliases, alias))


def _take_alias(chance: random.Random, entities: Entities) -> None:
    entity = chance.choice([entities[id_] for id_ in sorted(entities) if entities[id_].aliases])
    entities[entity.id] = replace(entity, aliases=entity.aliases[1:])


def _change_type(chance: random.Random, entities: Entities) -> None:
    entity, other = _any(chance, entities), _any(chance, entities)
    entities[entity.id] = replace(entity, type=other.type, description=other.description)


def _change_ties(chance: random.Random, entities: Entities) -> None:
    entity, other = _any(chance, entities), _any(chance, entities)
    if entity.id != other.id and not entity.part_of:
        entities[entity.id] = replace(entity, see_also=(other.id,))
    else:
        entities[entity.id] = replace(entity, part_of=())


def _add_not(chance: random.Random, entities: Entities) -> None:
    entity = _any(chance, entities)
    entities[entity.id] = replace(entity, not_phrases=(chance.choice(_phrases()),))


def _take_entity(chance: random.Random, entities: Entities) -> None:
    del entities[_any(chance, entities).id]


def _add_entity(chance: random.Random, entities: Entities) -> None:
    name = chance.choice(_phrases())
    id_ = EntityId(f"actors/new-{len(entities)}")
    entities[id_] = Actor(id=id_, path=f"docs/{id_}.md", name=name, type=chance.choice(["person", "party"]))


def _move_place(chance: random.Random, entities: Entities) -> None:
    place = chance.choice([e for _, e in sorted(entities.items()) if isinstance(e, Place)])
    entities[place.id] = replace(place, coordinates=(chance.uniform(-60, 60), chance.uniform(-60, 60)))


_CHANGES: Sequence[Callable[[random.Random, Entities], None]] = (
    _add_alias, _add_alias, _add_alias, _take_alias, _take_alias, _change_type, _change_ties, _add_not,
    _take_entity, _add_entity, _move_place,
)  # fmt: skip  # as often as editors make them


@pytest.mark.parametrize("seed", range(4))
def test_what_is_kept_is_what_a_clean_build_makes(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # examples, no secret
    entities, bodies = dict(_gold().library.entities), _bodies()
    _annotated(_workshop(entities, tmp_path), bodies)
    for _ in range(5):
        change = chance.choice(_CHANGES)
        change(chance, entities)
        kept = _annotated(_workshop(entities, tmp_path), bodies)
        assert kept == _annotated(_workshop(entities, None), bodies), change.__name__


def test_an_alias_makes_anew_only_texts_with_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other half of the bargain: whatever a change can't touch is not made again."""
    entities, bodies = dict(_gold().library.entities), _bodies()
    _annotated(_workshop(entities, tmp_path), bodies)
    made: list[str] = []
    annotate = Annotator.annotate

    def noting(self: Annotator, body: Body, text: object) -> AnnotatedBody:
        made.append(body.path)
        return annotate(self, body, text)  # type: ignore[arg-type]  # handed through as it came

    monkeypatch.setattr(Annotator, "annotate", noting)
    word = next(w for w in _phrases() if " " not in w and 0 < sum(w in b.text for b in bodies) < 3 and len(w) > 6)
    first = entities[min(entities)]
    entities[first.id] = replace(first, aliases=(*first.aliases, Alias(text=word)))
    _annotated(_workshop(entities, tmp_path), bodies)
    assert 0 < len(made) < 4
    assert set(made) >= {body.path for body in bodies if f" {word} " in body.text}
