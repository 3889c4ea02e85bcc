"""Makes annotated bodies, or takes them from the cache."""

from dataclasses import dataclass
from functools import cached_property

from news_archive.annotation import visible_text
from news_archive.build.annotate import AnnotatedBody, Annotator, Body, ReadBody
from news_archive.build.cache import Cache, digest_of, engine_digest
from news_archive.build.conversion import ConversionError, Converter
from news_archive.build.remembered import from_json, ids_from_json, to_json
from news_archive.matching import Names, Relevance, words_of
from news_archive.model import Block, EntityId, Finding, Severity

# Without any of these a text has no link, so it does not depend on which pages the site has.
_LINK_SIGNS = "[<{"


@dataclass(frozen=True)
class Workshop:
    """What bodies are made with."""

    annotator: Annotator
    converter: Converter
    cache: Cache

    def annotated(self, body: Body) -> AnnotatedBody:
        """The annotated body; a text that can't be converted is empty, with the finding.

        What was made is kept under those listed names that matter to the text's words. To tell which these are takes
        a while, so which key it was is kept too, under all listed names: while none changes, nothing more is asked.
        """
        has_links = any(sign in body.text for sign in _LINK_SIGNS)
        made_with = digest_of(self._engine, self._options, self._site if has_links else "")
        of_body = digest_of(made_with, *body.parts)
        of_names = digest_of(self._names, of_body)
        key_of_words = digest_of("words", made_with, body.page, body.source, body.text)
        text = None
        if (kept := self.cache.get(of_names)) is not None:
            key, _ = kept
            self.cache.keep(key_of_words)
        else:
            try:
                words, linked, text = self._words(body, key_of_words)
            except ConversionError as error:
                finding = Finding(rule="conversion", severity=Severity.ERROR, path=body.path, message=str(error))
                return AnnotatedBody("", digest_of(""), (), Names((), ()), (finding,))
            ruled = (ruling.entity for ruling in body.rulings if ruling.entity)
            key = digest_of(self._relevance.to_text(words, body.language, (*ruled, *linked)), of_body)
            self.cache.put(of_names, key, None)
        if (known := self.cache.get(key)) is not None:
            remembered = from_json(*known)
            # Law 4 holds in every build: what is kept shows the text that it was made from, or it is made again.
            if digest_of(visible_text(remembered.html)) == remembered.text_digest:
                return remembered
        annotated = self.annotator.annotate(body, text or self._read(body))
        self.cache.put(key, annotated.html, to_json(annotated))
        return annotated

    def _words(self, body: Body, key: str) -> tuple[str, list[EntityId], ReadBody | None]:
        """A body's words, the entities that it links to, and the body as read if it had to be."""
        if (kept := self.cache.get(key)) is not None:
            return kept[0], ids_from_json(kept[1]), None
        text = self._read(body)
        words, linked = words_of(text.reading.blocks), sorted({entity for _, _, entity in text.author_links})
        self.cache.put(key, words, linked)
        return words, linked, text

    def names_in(self, body: Body) -> tuple[tuple[Block, ...], Names]:
        """A body's blocks and all its names, those that are not linked as well. Raises ConversionError."""
        text = self._read(body)
        return text.reading.blocks, self.annotator.names_in(text.reading.blocks, body, text.author_links)

    def _read(self, body: Body) -> ReadBody:
        return self.annotator.read_body(body, self.converter.convert(body.text))

    @cached_property
    def _engine(self) -> str:
        """The code that makes a body, and what the Markdown extensions were told."""
        return digest_of(engine_digest(self.converter.code), self.converter.options)

    @cached_property
    def _options(self) -> str:
        """How marks are made of names."""
        return digest_of(self.annotator.addresses, self.annotator.link, self.annotator.model)

    @cached_property
    def _names(self) -> str:
        """All listed names, and what is known of their entities."""
        gazetteer = self.annotator.gazetteer
        return digest_of(
            gazetteer.declared, [(id_, profile.facts) for id_, profile in sorted(gazetteer.profiles.items())]
        )

    @cached_property
    def _relevance(self) -> Relevance:
        return Relevance(self.annotator.gazetteer, digest_of)

    @cached_property
    def _site(self) -> str:
        """The pages and files that links may lead to."""
        return digest_of(sorted(self.annotator.site_links.addresses.items()), self.annotator.site_links.docs)
