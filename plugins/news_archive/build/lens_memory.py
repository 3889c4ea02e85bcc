"""What a server keeps from build to build, so that the lens of a large archive costs little when one file was changed.

Nothing here changes what a lens says: what is kept is used only while all that it was made of is the same.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from news_archive.checks.suggesting.proper_names import ProperName, proper_names
from news_archive.matching import fold_text
from news_archive.model import AnnotatedArticle, ArticleId


class _Kept(NamedTuple):
    made_of: tuple[object, ...]
    run: int
    """The last run in which it was found to be true still."""
    names: tuple[ProperName, ...]


class KeptNames:
    """Proper names of articles, as `checks.suggesting.proper_names` reads them, read again only where that may give others.

    They depend on the article, and on which of its words the archive has in lower case somewhere.
    """

    def __init__(self) -> None:
        self._kept: dict[ArticleId, _Kept] = {}
        self._ordinary: frozenset[str] = frozenset()
        self._changed: frozenset[str] = frozenset()
        self._run = 0

    def __call__(self, annotated: AnnotatedArticle, ordinary: frozenset[str]) -> tuple[ProperName, ...]:
        """The names. All articles of one run are handed the same `ordinary`."""
        if ordinary is not self._ordinary:
            self._changed = ordinary ^ self._ordinary
            self._ordinary = ordinary
            self._run += 1
        id_ = annotated.article.id
        # The places of mentions are in the HTML.
        made_of = (annotated.article.lang, annotated.html, annotated.texts)
        kept = self._kept.get(id_)
        is_known = kept is not None and kept.run >= self._run - 1 and kept.made_of == made_of
        if kept is not None and is_known and not self._is_touched(annotated.texts):
            names = kept.names
        else:
            names = proper_names(annotated, ordinary)
        self._kept[id_] = _Kept(made_of, self._run, names)
        return names

    def _is_touched(self, texts: Iterable[str]) -> bool:
        """Whether the texts may have one of the words that were not ordinary before, or are no longer."""
        if not self._changed:
            return False
        text = fold_text("\n".join(texts)).lower()
        return any(word in text for word in self._changed)


class KeptPanels:
    """Drawn panels by article, as long as what they are made of is the same."""

    def __init__(self) -> None:
        self._kept: dict[ArticleId, tuple[tuple[object, ...], str]] = {}

    def panel(self, id_: ArticleId, made_of: tuple[object, ...], draw: Callable[[], str]) -> str:
        """The panel of an article, drawn only if it is not known."""
        kept = self._kept.get(id_)
        if kept is None or kept[0] != made_of:
            kept = self._kept[id_] = (made_of, draw())
        return kept[1]
