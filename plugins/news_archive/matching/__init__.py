"""Finds the names of entities in visible text, and decides which entity each one means."""

from news_archive.matching.candidates import Candidate, Found, find_candidates
from news_archive.matching.folding import fold, fold_text
from news_archive.matching.forms import Form, Origin, declared_forms
from news_archive.matching.gazetteer import Gazetteer, build_gazetteer
from news_archive.matching.phrase_search import PhraseSearch, spacy_search
from news_archive.matching.resolution import AuthorLink, Names, find_names

__all__ = [
    "AuthorLink",
    "Candidate",
    "Form",
    "Found",
    "Gazetteer",
    "Names",
    "Origin",
    "PhraseSearch",
    "build_gazetteer",
    "declared_forms",
    "find_candidates",
    "find_names",
    "fold",
    "fold_text",
    "spacy_search",
]
