"""The front matter of an article to be: what was found and what an editor gave, held to the rules for fields."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from news_archive.content import ArticleFields, Places
from news_archive.content.front_matter import split
from news_archive.content.new_files import fields_of_folder
from news_archive.content.validate import validate
from news_archive.content.writing import Value, front_matter
from news_archive.importing.incoming import Incoming, Proposal
from news_archive.importing.languages import language_of
from news_archive.model import Finding, PartialDate, Severity

OPTIONS = ("title", "date", "source", "url", "author", "lang", "rights")
"""Fields that an editor can give on the command line, as `--title` and so on."""
_NEEDED = ("title", "date", "source")
_WANTED = ("url", "author")
"""Fields that readers miss, and that are told of when nothing says them."""
_ORDER = """
    title date source url archived_url author lang description tags genre dateline updated covers retrieved rights draft
""".split()
_ONE_LINE = frozenset(("title", "source", "author", "description", "rights", "genre", "dateline"))
# They turn the direction of what follows, and front matter refuses them.
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The fields of one article, and what its editor should know of them."""

    fields: Mapping[str, Proposal]
    """In the order in which they are written."""
    notes: tuple[str, ...]


def settle(incoming: Incoming, given: Mapping[str, Value], words: str, places: Places) -> Settled | Sequence[Finding]:
    """The fields, or every reason why there can be no article. `words`: the text, for its language."""
    options = {name: Proposal(value=value, because=f"--{name}") for name, value in given.items()}
    found = {name: _cleaned(name, proposal) for name, proposal in incoming.fields.items()}
    notes = [
        f"{name}: {options[name].value} ({options[name].because}); not {proposal.value} ({proposal.because})"
        for name, proposal in found.items()
        if name in options and options[name].value != proposal.value
    ]
    fields = found | options
    errors: list[Finding] = []
    for name, message in list(_problems(fields)):
        if name in options or name in _NEEDED:
            advice = "" if name in options else f". Or give it, as in --{name} …"
            errors.append(_error(incoming, name, f"{fields[name].because}: {message}{advice}"))
        else:
            notes.append(f"{name}: left out, for what {fields[name].because} says {message}")
        del fields[name]
    told = {error.field for error in errors}
    errors += [_missing(incoming, name) for name in _lacking(fields, places) if name not in told]
    if errors:
        return errors
    notes += _settle_language(fields, words)
    notes += _wanting(incoming, fields)
    return Settled(fields={name: fields[name] for name in _ORDER if name in fields}, notes=tuple(notes))


def _cleaned(name: str, proposal: Proposal) -> Proposal:
    if name not in _ONE_LINE or not isinstance(proposal.value, str):
        return proposal
    return Proposal(value=" ".join(_OVERRIDES.sub("", proposal.value).split()), because=proposal.because)


def _problems(fields: Mapping[str, Proposal]) -> Iterator[tuple[str, str]]:
    """Fields with what is wrong with them, by the rules for what stands in a file."""
    written = front_matter({name: proposal.value for name, proposal in fields.items()})
    _, findings = validate(split(written, "").fields, ArticleFields, "")
    messages: dict[str, str] = {}
    for finding in findings:
        if finding.field in fields:
            messages.setdefault(str(finding.field), finding.message)
    yield from messages.items()


def _lacking(fields: Mapping[str, Proposal], places: Places) -> list[str]:
    """Fields that neither the article has nor its folder gives."""
    missing = [name for name in _NEEDED if name not in fields]
    if not missing:
        return []
    date = fields.get("date")
    year = f"{PartialDate.parse(str(date.value)).year:04}/" if date else ""
    by_folder = fields_of_folder(f"{places.articles}/{year}x.md", places)
    # The file's name is made of these two.
    return [name for name in missing if name in ("title", "date") or name not in by_folder]


def _missing(incoming: Incoming, name: str) -> Finding:
    reason = incoming.unsure.get(name, "")
    why = f"nothing says it: {reason}" if reason else "nothing says it"
    examples = {"title": '"The headline"', "date": "2016-08-19", "source": '"Name of the outlet"'}
    return _error(incoming, name, f"{why}. Give it, as in --{name} {examples[name]}")


def _wanting(incoming: Incoming, fields: Mapping[str, Proposal]) -> Iterator[str]:
    missing = [name for name in _WANTED if name not in fields]
    if missing:
        how = "the key" if incoming.line else "the option"
        ways = " and ".join(f'"{name}"' if incoming.line else f"--{name}" for name in missing)
        yield f"not told: {' and '.join(missing)}. Give it by {how}{'s' if len(missing) > 1 else ''} {ways}"


def _settle_language(fields: dict[str, Proposal], words: str) -> Iterator[str]:
    """The language of the text, if nothing says another. English, which every archive takes for granted, is left out."""
    seen, why_not = language_of(words)
    said = fields.get("lang")
    if said is None and seen is None:
        yield f"lang: not told, for {why_not}. Give it with --lang"
    elif said is None and seen and seen != "en":
        fields["lang"] = Proposal(value=seen, because="its letters")
    elif said and said.because != "--lang" and str(said.value).partition("-")[0] == seen == "en":
        del fields["lang"]
    elif said and seen and str(said.value).partition("-")[0] != seen:
        yield f"lang: {said.because} says {said.value}, and the text looks like {seen}. Look at it; --lang decides"


def _error(incoming: Incoming, name: str, message: str) -> Finding:
    return Finding(
        rule="import",
        severity=Severity.ERROR,
        path=incoming.path,
        line=incoming.line,
        field=name,
        message=message,
    )
