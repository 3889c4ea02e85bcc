"""The registry of rules: every rule that a finding can name, what it finds, and what is to be done.

Closed: a test collects the rules of all findings that the package makes, and each must stand here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from news_archive.model import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of problem."""

    id: str
    severity: Severity
    """By default: a site may choose another one, except for errors."""
    finds: str
    """One sentence."""
    advice: str
    """What to do; one sentence."""
    is_for_the_desk: bool = False
    """Whether only `check` tells of it: advice that no build waits for. A site that raises the rule has it in builds too."""


def _errors() -> tuple[Rule, ...]:
    return tuple(
        Rule(id=id_, severity=Severity.ERROR, finds=finds, advice=advice)
        for id_, finds, advice in (
            ("address", "Two pages would have the same address.", "Rename one of the files, or write another `slug`."),
            ("conflict", "Two versions of a file are in it.", "Keep what is right, and delete the lines of signs."),
            ("conversion", "A text can't be made into a page.", "Take out the markup that the message names."),
            (
                "cycle",
                "Something is part of itself, directly or by others.",
                "Delete one of the references in `part_of`.",
            ),
            ("encoding", "A file is not text in UTF-8.", "Save it with the encoding UTF-8."),
            ("field", "A field has a value that it can't have.", "Write what the message says."),
            ("file", "A file can't be read, or is nothing that may be published.", "Replace, rename or remove it."),
            ("flood", "A paragraph has thousands of unclosed brackets.", "Delete what was pasted by mistake."),
            ("folder", "A folder of the archive is not there or can't be read.", "Create it, or mend mkdocs.yml."),
            ("front-matter", "The fields at the top of a file can't be read.", "Mend the line that the message names."),
            ("gold", "A line of a gold file is wrong, or contradicts another.", "Mend the line."),
            ("id", "The name of a file can't be an address.", "Rename it with a-z, 0-9 and hyphens."),
            (
                "import",
                "A file can't be brought into the archive.",
                "Mend what the message names, and import it again.",
            ),
            ("missing-field", "A field that must be there is not.", "Add the line that the message names."),
            ("redirect", "An old path is the address of another page.", "Delete it from `redirect_from`."),
            ("unknown-reference", "A reference leads to no page, or may mean several.", "Write the id that is meant."),
        )
    )


def _warnings() -> tuple[Rule, ...]:
    return tuple(
        Rule(id=id_, severity=Severity.WARNING, finds=finds, advice=advice)
        for id_, finds, advice in (
            ("archived-url", "`archived_url` is the address of no copy.", "Write the address of the copy itself."),
            ("claimed-twice", "Two entities list the same name for the same time.", "Give it to one, or date it."),
            ("common-word", "A listed name is a word of every text.", "Write a longer form, or `case: exact`."),
            ("cut-off", "A text goes on behind a #, which begins a comment.", "Put the whole text in quotes."),
            ("date-order", "The dates of an article contradict each other.", "Check each of them."),
            ("dead-link", "A link leads to no file of the site.", "Mend or delete it."),
            ("descriptions-overlap", "Two dated descriptions are true on one day.", "End one before the other begins."),
            ("draft-link", "A published page links to a draft.", "Publish the draft, or delete the link."),
            ("duplicate-reference", "The same thing is referred to twice in one field.", "Delete one of the two."),
            ("file-date", "The date in a file's name is not the article's.", "Mend `date`, or rename the file."),
            ("file-suffix", "A file would be a page but for its suffix.", "Rename it to end in .md."),
            (
                "folder-year",
                "The year of an article's folder is not that of its date.",
                "Mend `date`, or move the file.",
            ),
            ("future-date", "A date of an article is after today.", "Check the year."),
            ("idle-ruling", "A ruling names what the text does not have.", "Write the name exactly as printed."),
            ("missing-description", "An entity has no description.", "Say in one line what it is."),
            ("model", "The site's language model is not installed.", "Install it, or take the option out."),
            (
                "naming-policy",
                "The archive's own voice uses a word that it has agreed not to use.",
                "Write the other word.",
            ),
            ("number-name", "A listed name is a number.", "Write a longer form."),
            ("self-reference", "A page refers to itself.", "Delete the reference."),
            ("short-name", "A listed name is one character.", "Write a longer form."),
            ("stray-entity", "A page has an entity's fields and lies where no entity is looked for.", "Move the file."),
            ("stray-article", "A page has an article's fields and lies in the docs folder.", "Move the file."),
            (
                "third-party",
                "The site's settings would load something from another host.",
                "Keep a copy in the docs folder.",
            ),
            (
                "unencrypted-picture",
                "A picture lies on another host, without encryption.",
                "Put a copy beside the file.",
            ),
            ("unknown-field", "A field is not known, so it is not used.", "Write the field that is meant."),
        )
    )


def _notes() -> tuple[Rule, ...]:
    return tuple(
        Rule(id=id_, severity=Severity.INFO, finds=finds, advice=advice)
        for id_, finds, advice in (
            ("run-together", "A list is written as one text.", "Write it in brackets, or in quotes if it is one."),
            (
                "foreign-picture",
                "A picture lies on another host, so browsers don't show it.",
                "Put a copy beside the file.",
            ),
            ("removed-html", "HTML that could act in a browser was taken out.", "Write Markdown."),
            ("undecided-name", "A name may mean several entities and is not linked.", "Rule on it in `mentions`."),
        )
    )


def _advice() -> tuple[Rule, ...]:
    return tuple(
        Rule(id=id_, severity=Severity.INFO, finds=finds, advice=advice, is_for_the_desk=True)
        for id_, finds, advice in (
            (
                "also-a-word",
                "A listed name is a word that the texts use in lower case.",
                "Write a longer form, or `case: exact`.",
            ),
            ("copy-as-original", "`url` is the address of a copy.", "Write the original's address."),
            (
                "file-name",
                "An article's file lies in no folder of a year, or has a name that makes a poor address.",
                "Type the `rename` that the message gives.",
            ),
            ("far-from-parent", "A place lies far from what it is part of.", "Check `coordinates` and `part_of`."),
            ("given-name", "An alias is a given name that others listed have too.", "Delete it, and rule in articles."),
            ("idle-not", "A phrase under `not` contains none of the entity's names.", "Delete or mend it."),
            (
                "likely-misspelling",
                "A name is spelt nearly as a listed one.",
                "List the spelling, if the source has it so.",
            ),
            (
                "loose-text",
                "A plain text lies beside articles, and no article links to it.",
                "Import it, or link to it.",
            ),
            ("missing-coordinates", "A place is on no map.", "Add `coordinates`, or a `line`."),
            ("missing-rights", "An article does not say who holds the rights.", "Add `rights`."),
            (
                "near-duplicate",
                "Two articles have much the same text.",
                "Keep one, or say in `description` how they differ.",
            ),
            ("no-origin", "An article has neither an address nor references.", "Add `url`, or `references`."),
            ("no-text", "An article has no text.", "Write or paste it below the fields."),
            ("other-copy", "`archived_url` is a copy of another page, or older than the article.", "Check both."),
            ("repeated-name", "An entity lists the same name twice.", "Delete one of the two."),
            ("repeated-url", "Two articles have the same address.", "Write each one's own, or delete one."),
            ("repeated-wikidata", "Two entities have the same Wikidata identifier.", "Check both."),
            ("source-spelling", "An outlet is spelt in two ways, so it has two lists.", "Write both the same."),
            ("tracking-code", "`url` says from where you came as well.", "Write the address that the message gives."),
            ("two-letter-name", "An alias has two letters only.", "Say how it counts: `{text: WH, case: exact}`."),
            ("unarchived-url", "The address of an original has no copy in a web archive.", "Add `archived_url`."),
            (
                "unlinked-name",
                "A name stands in several articles, and no entity lists it.",
                "Write a page for it, or an alias.",
            ),
            ("unused-entity", "No article names an entity.", "Check its spellings, or wait for an article."),
        )
    )


RULES: Mapping[str, Rule] = {
    rule.id: rule for rule in sorted((*_errors(), *_warnings(), *_notes(), *_advice()), key=lambda rule: rule.id)
}
"""All rules by id, sorted."""
