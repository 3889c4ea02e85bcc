"""Finds the names of entities in visible text, and decides which entity each one means."""

from news_archive.matching.candidates import Candidate, Found, find_candidates
from news_archive.matching.folding import fold, fold_text
from news_archive.matching.forms import Form, Origin, declared_forms
from news_archive.matching.gazetteer import Gazetteer, build_gazetteer
from news_archive.matching.relevance import Relevance, words_of
from news_archive.matching.resolution import AuthorLink, Names, find_names
from news_archive.matching.spacy_engine import LanguageModel, PhraseSearch, language_model, spacy_search
from news_archive.matching.spelling import skeleton

__all__ = [
    "AuthorLink",
    "Candidate",
    "Form",
    "Found",
    "Gazetteer",
    "LanguageModel",
    "Names",
    "Origin",
    "PhraseSearch",
    "Relevance",
    "build_gazetteer",
    "declared_forms",
    "find_candidates",
    "find_names",
    "fold",
    "fold_text",
    "language_model",
    "skeleton",
    "spacy_search",
    "words_of",
]
