"""The engine of an annotated news archive: articles and entities in, cross-linked pages out.

The rooms, from the bottom up: `model` (values), `content` (reading), `matching` (finding names),
`annotation` (HTML in, HTML out), `archive` (gathering), `pages` (views and templates), `build` (the
order of stages), and two doors: `mkdocs_plugin` and `cli`. An import may only point down.
"""

__version__ = "0.1.0"
