"""All that one command brings: what was typed as articles to be, with everything that is wrong at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from news_archive.content import Places
from news_archive.content.writing import Value
from news_archive.importing.articles import NewArticle, Shown, article_of
from news_archive.importing.duplicates import Known, find_repeats
from news_archive.importing.incoming import Incoming
from news_archive.importing.problems import ReadError
from news_archive.importing.reading import read_file
from news_archive.model import Article, Finding

_OF_ONE_TEXT = ("title", "url")


class SeveralTextsError(ValueError):
    """What only one text can have was given for several. `str()` says what, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    articles: tuple[NewArticle, ...]
    findings: tuple[Finding, ...]
    """Errors. With any of them nothing should be written."""
    is_unreadable: bool
    """Whether all errors are of files that can't be read at all."""


def take_in(
    files: Iterable[str], errors: Sequence[ReadError], given: Mapping[str, Value], places: Places, shown: Shown
) -> Intake:
    """The articles of the files; `errors` are those met before. Raises SeveralTextsError."""
    came = [*errors, *(text for file in files for text in read_file(file))]
    texts = [text for text in came if isinstance(text, Incoming)]
    failed = [text for text in came if isinstance(text, ReadError)]
    for name in _OF_ONE_TEXT:
        if name in given and len(texts) > 1:
            raise SeveralTextsError(
                f"--{name} is that of one text, and these files have {len(texts)}. Import them one by one"
            )
    made = [article_of(text, given, places, shown) for text in texts]
    articles = tuple(article for article in made if isinstance(article, NewArticle))
    problems = [finding for article in made if not isinstance(article, NewArticle) for finding in article]
    findings = [*(error.finding for error in failed), *problems]
    return Intake(
        articles=articles,
        findings=tuple(sorted(findings, key=lambda finding: finding.key)),
        is_unreadable=not problems and all(error.is_io for error in failed),
    )


def repeats_in(new: Sequence[NewArticle], archive: Iterable[Article]) -> dict[int, str]:
    """For each number of a new article that the archive or this run has already: where, and by what."""
    return find_repeats(list(_coming(new)), list(_there(archive)))


def _coming(articles: Iterable[NewArticle]) -> Iterator[Known]:
    for new in articles:
        title = str(new.fields["title"].value)
        yield Known(where=new.incoming.where, title=title, url=new.url, body=new.body)


def _there(articles: Iterable[Article]) -> Iterator[Known]:
    for old in articles:
        yield Known(where=old.path, title=old.title, url=old.url, body=old.body)
