"""Frozen values that every room shares. Standard library only."""

from news_archive.model.annotated import (
    Ambiguity,
    AnnotatedArticle,
    Block,
    Mention,
    Reason,
    ReasonKind,
    Span,
    Unlinked,
)
from news_archive.model.article import Article, Correction, Period, Reference, Ruling
from news_archive.model.dates import DateError, PartialDate
from news_archive.model.entity import Actor, Alias, Case, Description, Entity, Name, Place, Relation, Term
from news_archive.model.finding import Finding, Severity, has_errors, printable
from news_archive.model.ids import ArticleId, EntityId, Kind, folder_of, kind_of, latin_slug, slug
from news_archive.model.label import Label
from news_archive.model.library import Library

__all__ = [
    "Actor",
    "Alias",
    "Ambiguity",
    "AnnotatedArticle",
    "Article",
    "ArticleId",
    "Block",
    "Case",
    "Correction",
    "DateError",
    "Description",
    "Entity",
    "EntityId",
    "Finding",
    "Kind",
    "Label",
    "Library",
    "Mention",
    "Name",
    "PartialDate",
    "Period",
    "Place",
    "Reason",
    "ReasonKind",
    "Reference",
    "Relation",
    "Ruling",
    "Severity",
    "Span",
    "Term",
    "Unlinked",
    "folder_of",
    "has_errors",
    "kind_of",
    "latin_slug",
    "printable",
    "slug",
]
