"""How much each rule weighs on this site, and the findings with these weights. Applied once, when all are there."""

import difflib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from news_archive.checks.rules import RULES
from news_archive.model import Finding, Severity

_VALUES: Mapping[str, Severity | None] = {
    "off": None,
    "note": Severity.INFO,
    "warning": Severity.WARNING,
    "error": Severity.ERROR,
}


class RuleChoiceError(ValueError):
    """What a site chose for a rule can't be. The message says why, and what to write."""


@dataclass(frozen=True, slots=True)
class Severities:
    """What a site chose. A rule that it does not name has its own severity."""

    chosen: Mapping[str, Severity | None] = field(default_factory=dict)
    """By rule; None: switched off."""

    @property
    def raised(self) -> frozenset[str]:
        """Rules for the desk that this site wants in its builds too."""
        return frozenset(
            rule
            for rule, severity in self.chosen.items()
            if RULES[rule].is_for_the_desk and severity not in (None, Severity.INFO)
        )

    def is_on(self, rule: str) -> bool:
        return self.chosen.get(rule, RULES[rule].severity) is not None

    def weigh(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings of rules that are not off, each once, in the order in which they are shown.

        A finding about a file as a whole is on its first line: programs that show findings need one.
        """
        weighed: set[Finding] = set()
        for finding in findings:
            severity = self.chosen.get(finding.rule, finding.severity)
            if severity is not None:
                line = finding.line or (None if finding.rule == "folder" else 1)
                weighed.add(replace(finding, severity=severity, line=line))
        return tuple(sorted(weighed, key=lambda finding: (finding.key, finding.rule)))


def severities_of(typed: Mapping[object, object]) -> Severities:
    """What a site's settings say of rules: {rule: off, note, warning or error}. Raises RuleChoiceError."""
    chosen: dict[str, Severity | None] = {}
    for rule, value in typed.items():
        name = str(rule)
        if name not in RULES:
            raise RuleChoiceError(f"there is no rule '{name}'. {_nearest(name, RULES)}")
        if RULES[name].severity is Severity.ERROR:
            raise RuleChoiceError(
                f"'{name}' stands for what a site can't be built with, so it stays an error. Delete the line"
            )
        # To YAML, a plain `off` is the truth value.
        word = "off" if value is False else str(value)
        if word not in _VALUES:
            raise RuleChoiceError(f"{name}: '{value}' is no weight of a rule. {_nearest(word, _VALUES)}")
        chosen[name] = _VALUES[word]
    return Severities(chosen)


def _nearest(typed: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(typed, known, n=1)
    return f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}"
