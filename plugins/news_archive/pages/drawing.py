"""Draws a view with its template. The only file that knows Jinja."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from news_archive.model import Kind
from news_archive.pages.views import View
from news_archive.pages.words import plural

_HERE = Path(__file__).parent
TEMPLATES = _HERE / "templates"
THEME = _HERE / "theme"
"""Templates that extend the theme's own."""
_KIND_WORDS = {
    Kind.ACTOR: ("Actor", "Actors"),
    Kind.PLACE: ("Place", "Places"),
    Kind.TERM: ("Term", "Terms"),
}


class Drawing:
    """Templates, those of the site before those of the engine: `news-archive/article.html` and so on."""

    def __init__(self, site_templates: Sequence[Path] = ()) -> None:
        self._environment = Environment(
            loader=FileSystemLoader([*map(str, site_templates), str(TEMPLATES)]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # a build sees templates as they were when it began
        )
        self._environment.filters["plural"] = plural
        self._environment.filters["kind"] = lambda kind: _KIND_WORDS[kind][0]
        self._environment.filters["kinds"] = lambda kind: _KIND_WORDS[kind][1]

    def draw(self, template: str, view: View) -> str:
        """The HTML of a page's content. Raises jinja2.TemplateError for a broken template of the site's."""
        return self._environment.get_template(f"news-archive/{template}").render(view=view, html=Markup)
