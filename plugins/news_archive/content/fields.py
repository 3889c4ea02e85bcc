"""The fields of front matter, declared once.

Validation, the JSON Schema for editors' programs and the documentation's table all come from here. The
values are what a field means (dates, coordinates); references to other files are resolved in `load`.
"""

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from news_archive.model import Case, DateError, Kind, PartialDate, Period

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,100}")
_LANG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TYPE = re.compile(r"[^\W_][\w ,'’/-]{0,60}")
# Pages only: a redirect in the place of a file would take the file away.
OLD_PATH = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*/)*[A-Za-z0-9][A-Za-z0-9_-]*(/|\.html|\.md)?")
# Overrides of direction make a name read as another one (Unicode Technical Report 36, section 3.1).
_DIRECTION_OVERRIDES = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff \t\u00a0"

T = TypeVar("T")


def _wrong(problem: str) -> PydanticCustomError:
    """An error whose text is for editors: what is wrong. What to type instead."""
    return PydanticCustomError("field", "{problem}", {"problem": problem})


def _line(limit: int) -> AfterValidator:
    """One line of printable text of at most `limit` characters."""

    def check(text: str) -> str:
        text = text.strip()
        if not text.strip(_INVISIBLE):
            raise _wrong("is empty. Write some text, or delete the line")
        if len(text) > limit:
            raise _wrong(f"has {len(text):,} characters; {limit:,} are allowed. Shorten it")
        if text.isprintable():
            return text
        for c in text:
            if c in _DIRECTION_OVERRIDES:
                raise _wrong(
                    f"has the invisible character U+{ord(c):04X}, which turns the direction of text. Delete it"
                )
            if c in "\u2028\u2029" or ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000:
                raise _wrong(f"has the control character U+{ord(c):04X}. Write one line of plain text")
        return text

    return AfterValidator(check)


def _date(text: object) -> object:
    if not isinstance(text, str):
        raise _wrong("must be plain text. Write a date such as 2016-08-19, 2016-08 or 2016")
    try:
        return PartialDate.parse(text.strip())
    except DateError as error:
        raise _wrong(f"'{text}' {error}. Write a date such as 2016-08-19, 2016-08 or 2016") from error


def _period(text: object) -> object:
    if not isinstance(text, str):
        raise _wrong("must be plain text. Write a day or two, such as 2016-08-16/2016-08-23")
    if re.search(r"\s(?:[-–—]|to)\s", text):
        raise _wrong(f"'{text}' has no slash between its two days. Write them as in 2016-08-16/2016-08-23")
    first, _, last = text.partition("/")
    try:
        period = Period(first=PartialDate.parse(first.strip()), last=PartialDate.parse((last or first).strip()))
    except DateError as error:
        raise _wrong(f"'{text}' {error}. Write a day or two, such as 2016-08-16/2016-08-23") from error
    if period.last.last < period.first.first:
        raise _wrong(f"'{text}' ends before it begins. Write the earlier date first")
    return period


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        is_right = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
        is_right = is_right and parts.username is None
    except ValueError:
        is_right = False
    if not is_right or re.search(r"[\s\"'<>\\`{}|^]", text):
        raise _wrong(f"'{text}' is not a web address. Write it whole, such as https://example.org/2016/08/story")
    return text


def _matching(pattern: re.Pattern[str], what: str) -> AfterValidator:
    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise _wrong(f"'{text}' is not {what}")
        return text

    return AfterValidator(check)


def _truth(value: object) -> object:
    if value not in ("true", "false"):
        shown = f"'{value}'" if isinstance(value, str) else "this"
        raise _wrong(f"{shown} is neither true nor false. Write draft: true, or delete the line to publish the article")
    return value == "true"


def _listed(value: object) -> object:
    """A single text where a list may stand is a list of one."""
    return [value] if isinstance(value, str) else [] if value is None else value


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, (str, Mapping)) else [] if value is None else value


def _as_alias(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


def _pairs(value: object) -> object:
    return {} if value is None else value


Line = Annotated[str, _line(1_000)]
Title = Annotated[str, _line(500)]
FormText = Annotated[str, _line(200)]
# To a program that reads YAML by the book, 2016 is a number.
Date = Annotated[
    PartialDate, BeforeValidator(_date), WithJsonSchema({"type": ["string", "integer"], "examples": ["2016-08-19"]})
]
Web = Annotated[str, AfterValidator(_address)]
Lang = Annotated[str, _matching(_LANG, "a language. Write its short code, such as en, ar or ku")]
# Whether it has the form of an id, and leads somewhere, is told in `references`, which knows all ids.
Reference = Annotated[str, _line(200)]
OldPath = Annotated[str, _matching(OLD_PATH, "an old path of this site. Write it as in articles/2016/old-name")]


class _OneOrMany:
    """Tells the JSON Schema that one entry may stand without a list around it."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many, many["items"]]}


class _OrText:
    """Tells the JSON Schema that plain text will do."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"type": "string"}]}


Many = Annotated[list[T], BeforeValidator(_listed), _OneOrMany()]


class _Strict(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True, frozen=True)


class _Between(_Strict):
    since: Date | None = Field(None, alias="from")
    until: Date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "_Between":
        if self.since and self.until and self.until.last < self.since.first:
            what = getattr(self, "text", None) or getattr(self, "type", "it")
            raise _wrong(
                f"'{what}' is valid until {self.until.text}, before it begins ({self.since.text}). Mend `from` or `until`"
            )
        return self


class _Dated(_Between):
    text: Line


class AliasFields(_Dated):
    text: FormText
    lang: Lang | None = None
    case: Case = Case.AUTO


class NameFields(_Dated):
    text: FormText


class DescriptionFields(_Dated):
    text: Line


class RelationFields(_Between):
    type: FormText
    to: Reference
    source: Line | None = None


class CorrectionFields(_Strict):
    date: Date
    text: Line


class ReferenceFields(_Strict):
    publisher: Line
    title: Title
    date: Date | None = None
    url: Web | None = None


ENTRIES: Mapping[str, type[BaseModel]] = {
    "aliases": AliasFields,
    "descriptions": DescriptionFields,
    "relations": RelationFields,
    "corrections": CorrectionFields,
    "references": ReferenceFields,
}
"""Fields whose entries have fields of their own."""


class Fields(_Strict):
    """Front matter of any page that the engine reads."""

    example: ClassVar[Mapping[str, str]] = {}
    """What to type for a field that must be there."""


class ArticleFields(Fields):
    """Front matter of an article."""

    example: ClassVar[Mapping[str, str]] = {
        "title": 'title: "Fighters enter the last district"',
        "date": "date: 2016-08-19",
        "source": "source: Name of the outlet",
    }

    title: Title = Field(description="Headline, as the source printed it.")
    date: Date = Field(description="Publication by the source: 2016, 2016-08, 2016-08-19 or with time and zone.")
    source: FormText = Field(description="The outlet that published it.")
    url: Web | None = Field(None, description="Address of the original.")
    archived_url: Web | None = Field(None, description="Address of a copy in a web archive.")
    author: Line | None = Field(None, description="Byline.")
    lang: Lang | None = Field(None, description="Language of the text, such as en or ar.")
    description: Line | None = Field(None, description="One sentence for lists and search engines.")
    tags: Many[FormText] = Field(default_factory=list, description="Topics.")
    genre: FormText | None = Field(None, description="Such as report, interview, statement, summary.")
    dateline: FormText | None = Field(None, description="Where it was written.")
    updated: Date | None = Field(None, description="When the source last changed it.")
    covers: (
        Annotated[
            Period,
            BeforeValidator(_period),
            WithJsonSchema({"type": ["string", "integer"], "examples": ["2016-08-16/2016-08-23"]}),
        ]
        | None
    ) = Field(None, description="The day or days it tells of: 2016-08-16/2016-08-23.")
    retrieved: Date | None = Field(None, description="When the text was taken from the source.")
    rights: Line | None = Field(None, description="Who holds the rights, and the licence.")
    corrections: list[CorrectionFields] = Field(
        default_factory=list, description="Mends made here after publication, told to readers: {date, text}."
    )
    references: list[ReferenceFields] = Field(
        default_factory=list,
        description="What an article of the archive's own rests on: {publisher, title, date, url}.",
    )
    slug: Annotated[str, _matching(_SLUG, "a slug. Write a-z, 0-9 and hyphens only, at most 101 characters")] | None = (
        Field(None, description="Last part of the page's address; without it, the file's name.")
    )
    redirect_from: Many[OldPath] = Field(
        default_factory=list, description="Old paths of this page that should lead here."
    )
    draft: Annotated[bool, BeforeValidator(_truth)] = Field(
        False,
        description="true: shown in `make serve` only, never published.",
    )
    mentions: Annotated[dict[FormText, Reference], BeforeValidator(_pairs)] = Field(
        default_factory=dict, description="Rulings for this article: a name as printed, and the id it means, or `none`."
    )


class EntityFields(Fields):
    """Front matter of an actor, a place or a term."""

    example: ClassVar[Mapping[str, str]] = {"name": "name: Name as readers should see it"}

    name: FormText = Field(description="The name that readers see.")
    description: Line | None = Field(None, description="One line that says what it is, for previews and lists.")
    descriptions: list[DescriptionFields] = Field(
        default_factory=list,
        description="What it was at a time, shown beside articles of that time: {text, from, until}.",
    )
    type: (
        Annotated[str, _matching(_TYPE, "a type. Write a word or two, such as person, city or armed group")] | None
    ) = Field(None, description="Such as person, armed group, city, river, operation.")
    aliases: Annotated[
        list[Annotated[AliasFields, BeforeValidator(_as_alias), _OrText()]],
        BeforeValidator(_listed),
        _OneOrMany(),
    ] = Field(default_factory=list, description="Other forms of the name: text, or {text, lang, from, until, case}.")
    names: Annotated[
        dict[
            Lang,
            Annotated[
                list[Annotated[NameFields, BeforeValidator(_as_alias), _OrText()]],
                BeforeValidator(_one_or_many),
                _OneOrMany(),
            ],
        ],
        BeforeValidator(_pairs),
    ] = Field(
        default_factory=dict,
        description="The name in other languages, by language code: text, {text, from, until}, or a list of these.",
    )
    not_phrases: Many[FormText] = Field(
        default_factory=list, alias="not", description="Longer names that contain this one and are someone else."
    )
    demonyms: Many[FormText] = Field(default_factory=list, description="Adjectives and peoples' names to link as well.")
    part_of: Many[Reference] = Field(default_factory=list, description="What it belongs to.")
    relations: list[RelationFields] = Field(
        default_factory=list, description="Dated statements: {type, to, from, until, source}."
    )
    see_also: Many[Reference] = Field(default_factory=list, description="Pages that readers may want next.")
    wikidata: (
        Annotated[str, _matching(re.compile(r"Q[1-9]\d*"), "a Wikidata id. Write Q and digits, such as Q42")] | None
    ) = Field(None, description="Identifier in Wikidata.")
    website: Web | None = Field(None, description="Its own site.")
    country: FormText | None = Field(None, description="The country it belongs to.")
    redirect_from: Many[OldPath] = Field(
        default_factory=list, description="Old paths of this page that should lead here."
    )


class ActorFields(EntityFields):
    """Front matter of an actor."""


class TermFields(EntityFields):
    """Front matter of a glossary term."""


def _point(value: list[float]) -> tuple[float, float]:
    if len(value) != 2:
        raise _wrong("is no point. Write latitude and longitude: [46.20, 6.15]")
    latitude, longitude = value
    if not -90 <= latitude <= 90:
        hint = " It looks as if the two were swapped." if -90 <= longitude <= 90 else ""
        raise _wrong(f"latitude {latitude:g} is not between -90 and 90.{hint} Write latitude first: [46.20, 6.15]")
    if not -180 <= longitude <= 180:
        raise _wrong(f"longitude {longitude:g} is not between -180 and 180. Write latitude first: [46.20, 6.15]")
    return latitude, longitude


Point = Annotated[
    list[Annotated[float, Field(allow_inf_nan=False)]],
    AfterValidator(_point),
    WithJsonSchema({"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}),
]


class PlaceFields(EntityFields):
    """Front matter of a place."""

    coordinates: Point | None = Field(None, description="[latitude, longitude] in decimal degrees.")
    line: list[Point] = Field(
        default_factory=list, description="The course of a river, road or border: a list of points."
    )


FIELDS: Mapping[Kind, type[EntityFields]] = {
    Kind.ACTOR: ActorFields,
    Kind.PLACE: PlaceFields,
    Kind.TERM: TermFields,
}
"""The declaration for each kind of entity."""
