"""Finds the names of entities in visible text, and decides which entity each one means."""

from news_archive.matching.candidates import Candidate, find_candidates
from news_archive.matching.folding import fold, fold_text
from news_archive.matching.forms import Form, Origin, forms_of
from news_archive.matching.gazetteer import Gazetteer, build_gazetteer
from news_archive.matching.phrase_search import PhraseSearch, spacy_search
from news_archive.matching.resolution import Names, resolve

__all__ = [
    "Candidate",
    "Form",
    "Gazetteer",
    "Names",
    "Origin",
    "PhraseSearch",
    "build_gazetteer",
    "find_candidates",
    "fold",
    "fold_text",
    "forms_of",
    "resolve",
    "spacy_search",
]
