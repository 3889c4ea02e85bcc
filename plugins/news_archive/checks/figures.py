"""The figures of an evaluation, for a terminal and for a page of the site."""

import re

from news_archive.checks.evaluation import Count, Evaluation

_BLOCK = re.compile(r"<!-- figures -->.*?<!-- /figures -->", re.DOTALL)
_KINDS = {"actor": "actors", "place": "places", "term": "terms"}


def figures_as_text(evaluation: Evaluation) -> str:
    """A table in plain text: all, by kind, and how many of each class were found."""
    low, high = evaluation.interval
    rows = [("all", evaluation.total), *((_KINDS[kind], count) for kind, count in evaluation.by_kind.items())]
    number = len(evaluation.by_article)
    lines = [f"{number} article{'' if number == 1 else 's'}, {_labelled(evaluation.total)} labelled names", ""]
    lines.append(f"{'':18}{'precision':>10}{'recall':>10}{'F1':>10}{'right':>8}{'wrong':>8}{'missed':>8}")
    lines += [
        f"{name:18}{c.precision:>10.3f}{c.recall:>10.3f}{c.f1:>10.3f}{c.right:>8}{c.wrong:>8}{c.missed:>8}"
        for name, c in rows
    ]
    lines += ["", f"F1 of 95 in 100 samples of the articles: {low:.3f} to {high:.3f}"]
    lines += [f"links where a label forbids one: {evaluation.traps}", "", "found, by class"]
    lines += [f"{name:18}{c.right:>4} of {_labelled(c)}" for name, c in evaluation.by_class.items()]
    return "\n".join(lines)


def figures_as_markdown(evaluation: Evaluation) -> str:
    """The same for readers, in Markdown."""
    low, high = evaluation.interval
    rows = [("All", evaluation.total)]
    rows += [(_KINDS[kind].capitalize(), count) for kind, count in evaluation.by_kind.items()]
    texts, names = len(evaluation.by_article), _labelled(evaluation.total)
    drawn = f"in 95 of 100 random choices of texts from among these it lies between {low:.1%} and {high:.1%}."
    lines = [
        f"Measured on {texts} text{'' if texts == 1 else 's'} in which {names} names were labelled by hand:",
        "",
        "| names | of the links, right | of the names, linked |",
        "|---|---|---|",
        *(f"| {name} | {c.precision:.1%} | {c.recall:.1%} |" for name, c in rows),
        "",
        f"Both together (F1, their harmonic mean) give {evaluation.total.f1:.1%}; {drawn}",
    ]
    return "\n".join(lines)


def with_figures(page: str, figures: str) -> str:
    """A page with its block of figures renewed. Raises ValueError if it has none."""
    if not _BLOCK.search(page):
        raise ValueError("the page has no lines <!-- figures --> and <!-- /figures -->")
    return _BLOCK.sub(lambda _: f"<!-- figures -->\n\n{figures}\n\n<!-- /figures -->", page)


def _labelled(count: Count) -> int:
    return count.right + count.missed
