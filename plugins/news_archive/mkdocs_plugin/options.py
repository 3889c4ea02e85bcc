"""What a site's mkdocs.yml says to the archive."""

import difflib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import get_theme_dir, get_theme_names

from news_archive.build import LinkPolicy, Settings
from news_archive.checks import Policy, RuleChoiceError, Severities, severities_of
from news_archive.content import Places
from news_archive.pages import Addresses, Site


class ArchiveConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs types its classes in part
    """Options of the plugin, as they stand in mkdocs.yml."""

    articles_dir = c.Type(str, default="articles")
    """Folder of the articles, relative to mkdocs.yml."""
    link = c.Choice([policy.value for policy in LinkPolicy], default=LinkPolicy.FIRST_PER_SECTION.value)
    """Which mentions of an entity are links: first-per-section, first or all."""
    model = c.Type(str, default="")
    """A spaCy model, by name or folder, that may veto places and bodies where they are persons' names."""
    rules = c.Type(dict, default={})
    """How much rules weigh, e.g. {unused-entity: off, near-duplicate: warning}: off, note, warning or error."""
    naming_policy = c.Type(dict, default={})
    """Words that the archive's own voice does not use, and what it writes instead."""


def settings_of(config: MkDocsConfig, options: ArchiveConfig) -> Settings:
    """The archive's settings, from those of the site. Raises PluginError for a folder outside the project."""
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    articles = os.path.normpath(options.articles_dir).replace(os.sep, "/")
    if PurePosixPath(articles).is_absolute() or articles.split("/")[0] in ("..", "."):
        raise PluginError(
            f"mkdocs.yml: articles_dir: '{options.articles_dir}' is not a folder of this project. Write e.g. articles_dir: articles"
        )
    docs = os.path.relpath(config.docs_dir, root).replace(os.sep, "/")
    if f"{articles}/".startswith(f"{docs}/"):
        raise PluginError(
            f"mkdocs.yml: articles_dir: '{options.articles_dir}' lies in the docs folder, so each article would be "
            "published twice. Put the articles beside it, e.g. articles_dir: articles"
        )
    named = [*config.extra_css, *map(str, config.extra_javascript)]
    named += [str(config.theme.get(key)) for key in ("logo", "favicon") if config.theme.get(key)]
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    today = datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    return Settings(
        places=Places(root=root, docs=docs, articles=articles, allowed=frozenset(f"{docs}/{path}" for path in named)),
        addresses=Addresses(use_directory_urls=config.use_directory_urls),
        link=LinkPolicy(options.link),
        severities=_severities(options.rules),
        naming_policy=_policy(options.naming_policy),
        third_parties=tuple(from_third_parties(config)),
        model=str(root / options.model) if (root / options.model / "meta.json").is_file() else options.model,
        today=today,
        site=Site(name=config.site_name, url=config.site_url or None, lang=str(config.theme.get("language") or "en")),
        cache=root / ".cache" / "news-archive",
    )


def _severities(typed: Mapping[object, object]) -> Severities:
    try:
        return severities_of(typed)
    except RuleChoiceError as error:
        raise PluginError(f"mkdocs.yml: rules: {error}") from error


def _policy(typed: Mapping[object, object]) -> Policy:
    for word, instead in typed.items():
        # To YAML, some plain words are truth values, and digits are numbers.
        if not (isinstance(word, str) and isinstance(instead, str) and word.strip() and instead.strip()):
            raise PluginError(
                f"mkdocs.yml: naming_policy: '{word}: {instead}' is no word and what to write instead. Write both as "
                'text, in quotes, e.g. naming_policy: {"Constantinople": "Istanbul"}'
            )
    return {str(word): str(instead) for word, instead in typed.items()}


def unknown_options(names: Iterable[object]) -> Iterator[tuple[str, base.ValidationError]]:
    """Each option that the plugin does not have, and what is to be said of it."""
    known = sorted(name for name in vars(ArchiveConfig) if not name.startswith("_"))
    for name in map(str, names):
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            advice = f"Did you mean {near[0]}?" if near else f"There are {' and '.join(known)}."
            yield name, base.ValidationError(f"mkdocs.yml: news-archive has no option '{name}'. {advice}")


def check_theme(config: MkDocsConfig) -> None:
    """Raises PluginError for a theme that is neither Material nor built on it: the archive's pages extend its templates."""
    if "material" in get_theme_names() and get_theme_dir("material") in config.theme.dirs:
        return
    raise PluginError(
        f"mkdocs.yml: theme: the archive's pages need the theme Material, and the site has '{config.theme.name}'. "
        "Write theme: {name: material, font: false}"
    )


def from_third_parties(config: MkDocsConfig) -> Iterator[str]:
    """What a site's settings would have readers load from other hosts."""
    # Only Material has the setting, and fetches its fonts unless it is false.
    if config.theme.get("font", False) is not False:
        yield "theme.font"
    for address in (*config.extra_css, *map(str, config.extra_javascript)):
        if re.match(r"(?:https?:)?//", address):
            yield address
