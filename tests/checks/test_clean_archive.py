"""A rich archive without a fault is silent; that is what makes a finding worth reading."""

from collections.abc import Callable

from news_archive.model import Finding

Check = Callable[..., list[Finding]]


def test_a_rich_archive_without_a_fault_is_silent(check: Check) -> None:
    assert list(map(str, check({}))) == []
