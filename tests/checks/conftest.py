"""An archive with a bit of everything and no fault, and a way to check it with some files changed."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from news_archive.build import (
    Converter,
    Settings,
    SiteLinks,
    annotate_archive,
    read_archive,
    review_archive,
    workshop_for,
)
from news_archive.checks import Severities
from news_archive.content import Places
from news_archive.model import Finding, has_errors
from news_archive.pages import Addresses, Site

Check = Callable[..., list[Finding]]

RICH: Mapping[str, str] = {
    "docs/index.md": "# Home\n\nA page about [the militia](actors/ypg.md).\n",
    "docs/actors/index.md": "---\ntitle: Actors\nname: Actors\naliases: none\n---\n\n# Actors\n",
    "docs/actors/sdf.md": "---\nname: Syrian Democratic Forces\ndescription: An alliance\ntype: armed group\n"
    "aliases:\n  - SDF\n  - {text: QSD, from: 2015, until: 2016}\n  - {text: QSD, from: 2018}\n"
    'not: [SDF Limited]\nnames: {ku: [HSD, {text: "Hêzên", from: 2015}]}\nsee_also: [ypg, places/kobani]\n'
    "relations:\n  - {type: ally of, to: ypg, from: 2015, until: 2016}\n  - {type: ally of, to: ypg, from: 2018}\n"
    '  - {type: rival of, to: ypg}\n---\n\nThe SDF call Kobani "liberated"; others say ‘the regime’s’ end.\n',
    "docs/actors/ypg.md": "---\nname: People's Protection Units\ndescription: A militia\npart_of: sdf\n"
    "descriptions:\n  - {text: A group, until: 2014}\n  - {text: A force, from: 2015, until: 2016}\n"
    "aliases: [YPG, {text: YP, case: exact}]\nwebsite: https://ypg.example/\nwikidata: Q1\n---\n\nSee [there](sdf.md).\n",
    "docs/actors/davis.md": "---\nname: Jeff Davis\ndescription: Captain and spokesman\ntype: person\n"
    "not: [Davis Cup, Jeff Davis County]\n---\n",
    "docs/places/syria.md": "---\nname: Syria\ndescription: A country\ntype: country\n---\n",
    "docs/places/aleppo.md": "---\nname: Aleppo Governorate\ndescription: A governorate\ntype: governorate\n"
    "part_of: syria\ncoordinates: [36.2, 37.2]\n---\n",
    "docs/places/kobani.md": "---\nname: Kobani\ndescription: A town\ntype: town\npart_of: aleppo\n"
    "coordinates: [36.89, 38.35]\naliases: [Kobanî]\ndemonyms: [Kobanians]\n---\n",
    "docs/places/manbij.md": "---\nname: Manbij\ndescription: A town\ntype: city\npart_of: aleppo\n"
    "coordinates: [36.53, 37.95]\n---\n",
    "docs/places/azaz.md": "---\nname: Azaz\ndescription: A town\ntype: town\npart_of: aleppo\n"
    "coordinates: [36.59, 37.05]\n---\n",
    "docs/places/euphrates.md": "---\nname: Euphrates\ndescription: A river\ntype: river\n"
    "line: [[36.8, 38.0], [35.9, 39.0]]\n---\n",
    "docs/glossary/truce.md": "---\nname: truce\ndescription: An agreement to stop fighting\naliases: [ceasefire]\n---\n",
    "articles/2016/2016-08-19-truce.md": "---\ntitle: A truce in “liberated” Kobani\ndate: 2016-08-19\nsource: Archive\n"
    "rights: CC BY 4.0\ncovers: 2016-08-16/2016-08-20\nupdated: 2016-09\nretrieved: 2016\ntags: [truce]\n"
    "description: The SDF agreed to a truce.\nmentions: {Manbij: none}\n"
    "references:\n  - {publisher: P, title: One, date: 2016}\n  - {publisher: P, title: Two, date: 2016}\n---\n\n"
    "The Syrian Democratic Forces and the People's Protection Units agreed to a truce in Kobani in Aleppo Governorate\n"
    'on the Euphrates, said Jeff Davis. Officials called the town "liberated", Manbij and Azaz [too](2016-09-02-report.md).\n\n'
    "> The regime has fallen, and the martyrs rest.\n\n`the regime` stays code, and so does <https://x.example/regime>.\n",
    "articles/2016/2016-09-02-report.md": "---\ntitle: The regime strikes\ndate: 2016-09-02\nsource: Some Paper\n"
    "rights: © Some Paper\nurl: https://paper.example/a\n"
    "archived_url: https://web.archive.org/web/20160903/https://paper.example/a\n---\n\n"
    "Currently the regime strikes Syria and Manbij, and its soldiers liberated Azaz, said the paper's own reporter.\n",
    "articles/2016/undated.md": "---\ntitle: A year\ndate: 2016\nsource: Some Paper\nrights: © Some Paper\n"
    "url: https://paper.example/b\narchived_url: https://archive.ph/aB3dE\n---\n\nNothing but the SDF was in it.\n",
}  # fmt: skip
"""Every field that a rule looks at, as it may be."""

POLICY = {"liberated": "taken", "regime": "government", "martyrs": "people killed", "Constantinople": "Istanbul"}


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """The findings of the rich archive with these files in it, as `check` tells them.

    A file is its text, or a pair: words of the rich archive's file, and what stands there instead.
    """

    def check_with(files: Mapping[str, str | tuple[str, str]], severities: Severities | None = None) -> list[Finding]:
        for path, change in {**RICH, **files}.items():
            if isinstance(change, tuple):
                assert RICH[path].count(change[0]) == 1, change[0]
            text = change if isinstance(change, str) else RICH[path].replace(*change)
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        settings = Settings(
            places=Places(root=tmp_path),
            addresses=Addresses(),
            today=date(2020, 6, 1),
            site=Site(name="S"),
            naming_policy=POLICY,
            severities=severities or Severities(),
        )
        archive = read_archive(settings)
        if has_errors(archive.findings):
            return list(archive.findings)
        workshop = workshop_for(archive, settings, Converter([], {}), SiteLinks({}, "docs"))
        annotated = annotate_archive(archive, workshop)
        return [*archive.findings, *annotated.findings, *review_archive(archive, annotated)]

    return check_with
