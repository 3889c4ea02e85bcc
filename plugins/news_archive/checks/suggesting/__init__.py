"""Proper names that no page lists: found in the texts, told apart, and brought before an editor as suggestions.

From the text upwards: `name_words` and `name_runs` (capitals), `proper_names` (one article), `name_groups` (the archive),
`kinds` and `known_names` (what or who it may be), `suggestions` (what to do), `suggested` (as told), `unlinked` (findings).
"""
