"""Which stretches of text hold which, for candidates and decisions."""

from bisect import bisect_left
from collections.abc import Iterable

from news_archive.matching.decisions import Decision
from news_archive.model import Span


class Decided:
    """The spans of decisions, ready to be asked."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._spans = sorted(decision.candidate.span for decision in decisions)

    def is_inside_longer(self, span: Span) -> bool:
        """Whether a decided span that is longer holds this one."""
        return any(other != span for other in self._holding(span))

    def holds(self, span: Span) -> bool:
        """Whether a decided span is or holds this one."""
        return bool(self._holding(span))

    def overlaps(self, span: Span) -> bool:
        """Whether a decided span has any of this one's text."""
        at = bisect_left(self._spans, Span(span.block, span.end, 0))
        return any(s.block == span.block and s.end > span.start for s in self._spans[max(0, at - 1) : at])

    def _holding(self, span: Span) -> list[Span]:
        at = bisect_left(self._spans, Span(span.block, span.start + 1, 0))
        near = self._spans[max(0, at - 1) : at]
        return [s for s in near if s.block == span.block and span.end <= s.end]
