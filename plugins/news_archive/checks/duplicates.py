"""Advice on articles that have much the same text: one text that was brought in twice, or an agency's in two papers."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from news_archive.archive.likeness import pairs_alike, shingles
from news_archive.model import AnnotatedArticle, Article, ArticleId, Finding, Severity

_AT_LEAST = 0.5
"""Share of the runs of five words, of those in either text, that both have: two thirds of each of two texts of a length."""
_FEWEST_RUNS = 10
"""Shorter texts are alike by chance, or have no words."""
_LONG_WORD = 7
_FEWEST_LONG_WORDS = 20
_SUSPICIOUS = 0.3
"""Share of neighbouring long words that two texts have in common before their runs are compared. A changed word breaks
five runs and only rarely a pair of long words, so that texts which are alike by their runs are more so by these."""


def check_duplicates(articles: Sequence[AnnotatedArticle], drafts: Sequence[Article]) -> Iterator[Finding]:
    """A note for the later one of each pair; a draft comes after all that is published."""
    by_id = {article.id: article for article in (*(annotated.article for annotated in articles), *drafts)}
    order = {id_: number for number, id_ in enumerate(by_id)}
    texts = {annotated.article.id: "\n".join(annotated.texts) for annotated in articles}
    # Of drafts there is the Markdown only, which differs from what readers see by some signs.
    texts |= {draft.id: draft.body for draft in drafts}
    runs = {id_: shingles(texts[id_]) for id_ in _suspects(texts)}
    told = {id_: own for id_, own in runs.items() if len(own) >= _FEWEST_RUNS}
    for one, other, alike in pairs_alike(told, _AT_LEAST):
        earlier, later = sorted((one, other), key=order.__getitem__)
        article, first = by_id[later], by_id[earlier]
        yield Finding(
            rule="near-duplicate",
            severity=Severity.INFO,
            path=article.path,
            line=article.body_line,
            others=(first.path,),
            message=f"the text is like that of {first.path}: {alike:.0%} of their runs of five words are in both. Keep "
            "one of the two, or say in `description` how they differ",
        )


def _suspects(texts: Mapping[ArticleId, str]) -> list[ArticleId]:
    """The texts that may be like another, found ten times as quickly as by their runs; in the order given."""
    pairs: dict[ArticleId, frozenset[int]] = {}
    suspects: set[ArticleId] = set()
    for id_, text in texts.items():
        words = [word for word in text.lower().split() if len(word) >= _LONG_WORD]
        pairs[id_] = frozenset(map(hash, pairwise(words)))
        if len(words) < _FEWEST_LONG_WORDS:
            suspects.add(id_)  # too few to tell, as in scripts that write no spaces
    for one, other, _ in pairs_alike(pairs, _SUSPICIOUS):
        suspects |= {one, other}
    return [id_ for id_ in texts if id_ in suspects]
