"""Charts as SVG inside the page: drawn when the site is built, legible without a script and at any width."""
