"""What an editor is told of an article's names while the site is served: why each is linked or not, and what changes that.

Nothing of it is in a published page. What is said of listed names is what the command `explain` says, what is said of
others is what `suggest` says, and the findings are those of `check`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from news_archive.checks.explanation import Explained, explain
from news_archive.checks.suggesting.suggestions import InArticle, Suggestion
from news_archive.matching import Names, fold_text
from news_archive.model import AnnotatedArticle, Entity, EntityId, Finding, Kind, ReasonKind, printable
from news_archive.pages import Addresses, PagePath
from news_archive.pages.addresses import article_path, entity_path
from news_archive.pages.lens_view import LensChange, LensFinding, LensGroup, LensName, LensView
from news_archive.pages.views import PageLink

_TOLD_BELOW = {"undecided-name", "unlinked-name", "likely-misspelling"}
"""Rules whose findings say what the lists of names say with more."""
_GROUPS = {
    "unlisted": ("On no page", "Names that no actor, place or term lists, as far as capital letters tell."),
    "undecided": ("Undecided", "Each may mean several, and nothing in the text decides. To leave it so is right too."),
    "unlinked": ("Listed, but not linked here", "A page lists these words; the text says that they mean another."),
    "linked": ("Linked", "Why each name leads where it does."),
}
_VERDICTS = {"linked": "leads to", "undecided": "may be", "unlinked": "is not linked to"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LensSource:
    """What lenses of all articles are made from."""

    entities: Mapping[EntityId, Entity]
    addresses: Addresses

    def page(self, id_: EntityId) -> PageLink:
        return PageLink(label=self.entities[id_].name, address=self.addresses.of(entity_path(id_)))


def told_of(
    annotated: AnnotatedArticle, suggestions: Iterable[InArticle], entities: Mapping[EntityId, Entity]
) -> tuple[Entity, ...]:
    """The entities that a lens tells of, by id: with the article, its findings and suggestions all that it is made of."""
    ids = {mention.entity for mention in annotated.mentions}
    ids.update(id_ for name in annotated.ambiguities for id_ in name.candidates)
    ids.update(id_ for name in annotated.unlinked for id_ in name.candidates)
    ids.update(one.suggestion.alias_of for one in suggestions if one.suggestion.alias_of)
    return tuple(entities[id_] for id_ in sorted(ids) if id_ in entities)


def compose_lens(
    annotated: AnnotatedArticle, findings: Iterable[Finding], suggestions: Iterable[InArticle], source: LensSource
) -> LensView:
    """The lens of one article. The findings are those of its file, and the suggestions those that stand in it."""
    article = annotated.article
    names = Names(annotated.mentions, annotated.ambiguities, annotated.unlinked)
    by_state: dict[str, list[LensName]] = {state: [] for state in _GROUPS}
    for explained in explain(article, annotated.texts, names, source.entities):
        by_state[explained.outcome].append(_listed(explained, source))
    # What a page lists and is not linked here is told with the reason; what one lists under `not` is nobody's name yet.
    told = {fold_text(name.text) for name in annotated.unlinked if name.reason.kind is not ReasonKind.NOT}
    by_state["unlisted"] += (_unlisted(one, source) for one in suggestions if one.suggestion.text not in told)
    to_settle = sum(len(found) for state, found in by_state.items() if state != "linked")
    return LensView(
        root=source.addresses.to_root(PagePath(article_path(article))),
        path=article.path,
        is_draft=article.draft,
        findings=tuple(
            LensFinding(severity=f.severity.value, line=f.line, field=f.field, message=printable(f.message))
            for f in sorted(findings, key=lambda f: f.key)
            if f.rule not in _TOLD_BELOW
        ),
        groups=tuple(
            LensGroup(state=state, heading=heading, about=about, names=tuple(found), is_open=state != "linked")
            for state, (heading, about) in _GROUPS.items()
            if (found := by_state[state])
        ),
        to_settle=to_settle,
    )


def _listed(explained: Explained, source: LensSource) -> LensName:
    """A name that a page lists: linked, undecided or not linked."""
    known = tuple(id_ for id_ in explained.entities if id_ in source.entities)
    change = explained.change
    return LensName(
        text=explained.text,
        spellings=(explained.text,),
        times=explained.times,
        context=explained.context,
        verdict=_VERDICTS[explained.outcome] if known else "not linked",
        why=_sentence(explained.why),
        listed=change.listed,
        pages=tuple(map(source.page, known)),
        changes=tuple(
            LensChange(purpose=_purpose(meaning, source.entities), line=line, place=change.place)
            for meaning, line in change.lines
        ),
        advice="" if change.lines else _sentence(change.advice),
        marks=" ".join(explained.anchors),
    )


def _sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:]}."


def _purpose(meaning: str, entities: Mapping[EntityId, Entity]) -> str:
    """What a ruling does."""
    if meaning == "none":
        return "Not to link it here"
    known = entities.get(EntityId(meaning))
    return f"If it is {known.name} ({meaning})" if known else "To link it here"


def _unlisted(here: InArticle, source: LensSource) -> LensName:
    """A name that no page lists."""
    suggestion, number = here.suggestion, here.number
    entity = source.entities.get(suggestion.alias_of) if suggestion.alias_of else None
    because = [suggestion.because] if suggestion.because else []
    why = "; ".join([*because, f"in {number} article{'' if number == 1 else 's'} of the archive"])
    return LensName(
        text=suggestion.text,
        spellings=suggestion.spellings,
        times=here.times,
        context=str(here.context),
        verdict="may be a name of" if entity else "is on no page",
        why=_sentence(why),
        listed="",
        pages=(source.page(entity.id),) if entity else (),
        changes=(_as_alias(suggestion, entity) if entity else _as_page(suggestion),),
        advice="",
        marks="",
    )


def _as_alias(suggestion: Suggestion, entity: Entity) -> LensChange:
    line = entity.field_lines.get("aliases")
    where = f"{entity.path}:{line}, in the field" if line else f"{entity.path}, front matter, below a new field"
    slip = "; a slip is better mended in the text" if suggestion.is_misspelling else ""
    purpose = f"To list it as an alias of {entity.name}{slip}"
    return LensChange(purpose=purpose, line=suggestion.paste, place=f"{where} aliases")


def _as_page(suggestion: Suggestion) -> LensChange:
    """The page to begin; where nothing in the texts says of which kind, the command for it."""
    if suggestion.path:
        place = f"{suggestion.path}, a new file"
        return LensChange(purpose="For a page of its own", line=suggestion.paste.strip(), place=place)
    quoted = re.sub(r'(["\\$`])', r"\\\1", suggestion.text)
    return LensChange(
        purpose="For a page of its own, as an actor; else with place or term",
        line=f'news-archive new {Kind.ACTOR.value} "{quoted}"',
        place="In a terminal",
    )
