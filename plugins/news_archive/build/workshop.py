"""Makes annotated bodies, or takes them from the cache."""

from dataclasses import dataclass
from functools import cached_property

from news_archive.annotation import visible_text
from news_archive.build.annotate import AnnotatedBody, Annotator, Body
from news_archive.build.cache import Cache, digest_of, engine_digest
from news_archive.build.conversion import ConversionError, Converter
from news_archive.build.remembered import from_json, to_json
from news_archive.matching import Names
from news_archive.model import Block, Finding, Severity

# Without any of these a text has no link, so it does not depend on which pages the site has.
_LINK_SIGNS = "[<{"


@dataclass(frozen=True)
class Workshop:
    """What bodies are made with."""

    annotator: Annotator
    converter: Converter
    cache: Cache

    def annotated(self, body: Body) -> AnnotatedBody:
        """The annotated body; a text that can't be converted is empty, with the finding."""
        has_links = any(sign in body.text for sign in _LINK_SIGNS)
        key = digest_of(self._engine, self._names, self._site if has_links else "", *body.parts)
        if (kept := self.cache.get(key)) is not None:
            remembered = from_json(*kept)
            # Law 4 holds in every build: what is kept shows the text that it was made from, or it is made again.
            if digest_of(visible_text(remembered.html)) == remembered.text_digest:
                return remembered
        try:
            html = self.converter.convert(body.text)
        except ConversionError as error:
            finding = Finding(rule="conversion", severity=Severity.ERROR, path=body.path, message=str(error))
            return AnnotatedBody("", digest_of(""), (), Names((), ()), (finding,))
        annotated = self.annotator.annotate(body, html)
        self.cache.put(key, annotated.html, to_json(annotated))
        return annotated

    def names_in(self, body: Body) -> tuple[tuple[Block, ...], Names]:
        """A body's blocks and all its names, those that are not linked as well. Raises ConversionError."""
        return self.annotator.read_names(body, self.converter.convert(body.text))

    @cached_property
    def _engine(self) -> str:
        """The code that makes a body, and what the Markdown extensions were told."""
        return digest_of(engine_digest(self.converter.code), self.converter.options)

    @cached_property
    def _names(self) -> str:
        """The listed names, and how marks are made of them."""
        gazetteer = self.annotator.gazetteer
        facts = [(id_, profile.facts) for id_, profile in sorted(gazetteer.profiles.items())]
        return digest_of(gazetteer.declared, facts, self.annotator.addresses, self.annotator.link, self.annotator.model)

    @cached_property
    def _site(self) -> str:
        """The pages and files that links may lead to."""
        return digest_of(sorted(self.annotator.site_links.addresses.items()), self.annotator.site_links.docs)
