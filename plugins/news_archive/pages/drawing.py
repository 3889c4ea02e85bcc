"""Draws a view with its template. The only file that sets Jinja up.

MkDocs draws the theme with an environment of its own, to which the hooks hand what our templates for it need.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from news_archive.model import Kind
from news_archive.pages.article_views import Card
from news_archive.pages.views import View
from news_archive.pages.words import plural

_HERE = Path(__file__).parent
TEMPLATES = _HERE / "templates"
THEME = _HERE / "theme"
"""Templates that extend the theme's own."""
_CARDS = 50_000
"""Drawn cards that are kept: about 20 MB."""
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

        # The same card stands at the end of many articles: it is drawn once for each depth.
        self._environment.globals["drawn_card"] = lru_cache(maxsize=_CARDS)(self._draw_card)

    def draw(self, template: str, view: View) -> str:
        """The HTML of a page's content. Raises jinja2.TemplateError for a broken template of the site's."""
        return self._environment.get_template(f"news-archive/{template}").render(view=view, html=Markup)

    def _draw_card(self, root: str, card: Card) -> Markup:
        macros = self._environment.get_template("news-archive/macros.html").module
        drawn: Markup = macros.card(root, card)  # type: ignore[attr-defined]  # a macro of the template
        return drawn
