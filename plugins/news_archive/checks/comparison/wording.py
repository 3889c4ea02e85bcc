"""The words in which a difference is told to people, shared by its formats."""

from collections import Counter
from collections.abc import Sequence

from news_archive.checks.comparison.difference import ArticleChanges, Change, Difference, NameChange, Side, State

SIGNS = {
    Change.ADDED: "+",
    Change.REMOVED: "-",
    Change.RETARGETED: ">",
    Change.UNDECIDED: "?",
    Change.DECIDED: "!",
    Change.RECONSIDERED: "?",
    Change.RESIZED: "=",
}
_STATES = {
    State.UNTOUCHED: "not edited",
    State.EDITED: "edited",
    State.CREATED: "new article",
    State.DELETED: "article gone",
}
_TALLIED = {
    Change.ADDED: "newly marked",
    Change.REMOVED: "no longer marked",
    Change.RETARGETED: "with another meaning",
    Change.UNDECIDED: "now undecided",
    Change.DECIDED: "now decided",
    Change.RECONSIDERED: "undecided between others",
    Change.RESIZED: "longer or shorter",
}


WHOLE = frozenset({State.CREATED, State.DELETED})
"""States of articles that are there on one side only: their sentences stand in the change itself, so names will do."""


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def headline(difference: Difference) -> str:
    """One sentence on the whole; `Nothing changes for readers.` where nothing does."""
    changed = [article for article in difference.articles if article.names]
    pages = len(difference.created) + len(difference.removed) + len(difference.redirected)
    if not changed and not pages:
        return "Nothing changes for readers."
    if not changed:
        return f"No name in any article changes; {counted(pages, 'page')} do."
    untouched = sum(article.state is State.UNTOUCHED for article in changed)
    kinds = Counter(name.change for name in difference.names)
    tally = ", ".join(f"{kinds[kind]:,} {_TALLIED[kind]}" for kind in Change if kinds[kind])
    return (
        f"{counted(len(difference.names), 'name')} in {counted(len(changed), 'article')} "
        f"({untouched:,} of them not edited): {tally}."
    )


def state_of(article: ArticleChanges) -> str:
    return _STATES[article.state]


def summed_up(article: ArticleChanges) -> Sequence[str]:
    """Each name with its meaning once, and how often: `+ WHO: nothing → actors/who (3 times)`."""
    lines = Counter(f"{SIGNS[name.change]} {name.text}: {meanings(name)}" for name in article.names)
    return [line if times == 1 else f"{line} ({times} times)" for line, times in lines.items()]


def meanings(name: NameChange) -> str:
    """`nothing → actors/who`."""
    return f"{_meant(name.before)} → {_meant(name.after)}"


def _meant(side: Side | None) -> str:
    if side is None or not side.meant:
        return "nothing"
    return " or ".join(side.meant)


def sentences_of(name: NameChange) -> Sequence[tuple[str, str]]:
    """The sentence, or two where it was rewritten, each with `in`, `before` or `after`."""
    before, after = name.before, name.after
    if before and after and before.sentence == after.sentence:
        return [("in", after.sentence)]
    told = [("before", before.sentence)] if before else [("before", "(these words were not there)")]
    return [*told, ("after", after.sentence if after else "(these words are gone)")]


def reason_of(name: NameChange) -> str:
    """Why the name means what it now means; of a name that is not marked any more, why it was."""
    if name.after and name.after.because:
        return f"because {name.after.because}"
    return f"was marked because {name.before.because}" if name.before and name.before.because else ""
