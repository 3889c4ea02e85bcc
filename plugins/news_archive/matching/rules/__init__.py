"""Rules of evidence: what the words around a name, and the rest of the text, say of what it means.

Each is a small function of texts and values, with a table of cases under `tests/matching/rules/`. The order in
which they are asked is in `matching.resolution`.
"""
