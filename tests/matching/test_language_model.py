"""A statistical model may take back a link to a place that is a part of a person's name, and nothing else."""

from pathlib import Path

import pytest
import spacy
from spacy.training import Example

from news_archive.matching import Names, build_gazetteer, find_names, language_model, spacy_search
from news_archive.model import Actor, Block, EntityId, Place, ReasonKind

_PEOPLE = ["Florence Baker", "Florence Moor", "Geneva Stone", "Paul Baker", "Anna Moor"]
_PLACES = ["Florence", "Geneva", "Utrecht"]
_NAMES = build_gazetteer(
    [
        Place(id=EntityId("places/florence"), path="", name="Florence", type="city"),
        Actor(id=EntityId("actors/baker"), path="", name="Paul Baker", type="person"),
    ]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that has learned five persons by heart."""
    pipeline = spacy.blank("en")
    recogniser = pipeline.add_pipe("ner")
    examples = []
    for person in _PEOPLE:
        text = f"We met {person} in town ."
        examples.append(Example.from_dict(pipeline.make_doc(text), {"entities": [(7, 7 + len(person), "PERSON")]}))
    for place in _PLACES:
        text = f"We went to {place} by train ."
        examples.append(Example.from_dict(pipeline.make_doc(text), {"entities": [(11, 11 + len(place), "GPE")]}))
    assert hasattr(recogniser, "add_label")
    optimizer = pipeline.initialize(lambda: examples)
    for _ in range(60):
        pipeline.update(examples, sgd=optimizer)
    path = tmp_path_factory.mktemp("model")
    pipeline.to_disk(path)
    return path


def _names(text: str, model: str | None) -> Names:
    return find_names(
        [Block(text, 0)], _NAMES, spacy_search(_NAMES.phrases), model=language_model(model) if model else None
    )


def test_place_in_a_person_s_name_is_not_linked_with_a_model(folder: Path) -> None:
    text = "We met Florence Baker in town ."
    assert [m.entity for m in _names(text, None).mentions] == ["places/florence"]
    vetoed = _names(text, str(folder))
    assert vetoed.mentions == ()
    assert [(u.text, u.reason.kind, u.reason.evidence) for u in vetoed.unlinked] == [
        ("Florence", ReasonKind.MODEL, "Florence Baker")
    ]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        pytest.param("We went to Florence by train .", "places/florence", id="the place itself"),
        pytest.param("We met Paul Baker in town .", "actors/baker", id="a listed person"),
    ],
)
def test_other_links_stay(folder: Path, text: str, entity: str) -> None:
    assert [m.entity for m in _names(text, str(folder)).mentions] == [entity]


def test_a_model_is_known_by_what_is_in_it(folder: Path, tmp_path: Path) -> None:
    """Its name and content are part of what a cached annotation depends on."""
    one = language_model(str(folder))
    assert one is not None
    assert one == language_model(str(folder))
    (tmp_path / "meta.json").write_text((folder / "meta.json").read_text())
    other = language_model(str(tmp_path))
    assert other is not None
    assert other.version != one.version


def test_a_model_that_is_not_installed_is_none() -> None:
    assert language_model("en_nowhere_sm") is None
