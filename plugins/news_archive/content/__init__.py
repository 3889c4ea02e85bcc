"""Reads the folders of an archive into values. YAML is parsed here and nowhere else."""

from news_archive.content.fields import FIELDS, ActorFields, ArticleFields, Fields, PlaceFields, TermFields
from news_archive.content.gold import read_gold
from news_archive.content.load import Loaded, Places, load
from news_archive.content.schema import json_schema

__all__ = [
    "FIELDS",
    "ActorFields",
    "ArticleFields",
    "Fields",
    "Loaded",
    "PlaceFields",
    "Places",
    "TermFields",
    "json_schema",
    "load",
    "read_gold",
]
