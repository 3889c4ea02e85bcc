"""How editors are told of problems, in the log of MkDocs."""

from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from news_archive.build.csp import Varying
from news_archive.model import Finding, Severity, has_errors

log = get_plugin_logger(__name__)
_LEVELS: dict[Severity, Callable[[str], None]] = {
    Severity.ERROR: log.error,
    Severity.WARNING: log.warning,
    Severity.INFO: log.info,
}


def stop_at_problems(findings: tuple[Finding, ...], *, is_strict: bool) -> None:
    """Show findings; stop the build by a PluginError at errors, and if it is strict at warnings."""
    for finding in findings:
        _LEVELS[finding.severity](str(finding))
    if has_errors(findings) or (is_strict and any(f.severity is Severity.WARNING for f in findings)):
        raise PluginError("the archive has problems, listed above. No page was written.")


def tell_of_varying(scripts: Iterable[Varying], root: Path, features: Iterable[str]) -> None:
    """Say which templates give pages different policies: with instant navigation their scripts will be blocked.

    `features` are those of the theme; without that one it does no harm, and is only noted.
    """
    level = Severity.WARNING if "navigation.instant" in features else Severity.INFO
    for template, page in scripts:
        place = template.relative_to(root) if template.is_relative_to(root) else template
        _LEVELS[level](
            f"{place}: its inline script is not the same on all pages ({page} has one that others lack), so browsers "
            "block it when a reader comes from another page by instant navigation. Put it into a file named in "
            "extra_javascript, and what differs into an attribute such as data-title"
        )
