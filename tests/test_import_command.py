"""`import`: texts become articles that pass `check --strict` at once, or nothing is written and all reasons are told."""

import os
import re
import subprocess
import sys
from html import escape, unescape
from pathlib import Path

import pytest

_COMMAND = Path(sys.executable).parent / "news-archive"
_SENTENCE = "The ferry left the pier of Geneva at noon with forty passengers, and the captain said that it was late."
_TEXT = f"Ferry sails again\n\n8 February 2018\n\n{_SENTENCE}\n"
_PAGE = (
    '<html lang="en"><head><title>Ferry sails</title><meta property="article:published_time" content="2018-02-08">'
    f'<link rel="canonical" href="https://bay.example/ferry"></head><body><article><p>{_SENTENCE}</p></article></body></html>'
)


def _run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(
        [_COMMAND, *arguments], cwd=folder, env=variables, capture_output=True, text=True, check=False
    )


def _put(site: Path, **files: str) -> None:
    """Files in `incoming/`; in their names, a double underscore stands for the dot."""
    (site / "incoming").mkdir(exist_ok=True)
    for name, text in files.items():
        (site / "incoming" / name.replace("__", ".")).write_text(text, "utf-8")


def _articles(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in (site / "articles").rglob("*.md")} - {"articles/2020/raid.md"}


def test_folder_of_all_formats_becomes_articles_that_are_right_at_once(small_site: Path) -> None:
    _put(
        small_site,
        a__txt=_TEXT,
        b__md=f"---\ntitle: 'NO: 1'\ndate: 2018-02\n---\n\n# Other\n\n<b>{_SENTENCE.replace('ferry', 'barge')}</b> Again and again.\n",
        c__html=_PAGE.replace("Geneva", "Utrecht").replace("forty", "fifty").replace("noon", "dawn"),
        d__jsonl='{"title": "One", "date": "2019", "source": "S: T", "text": "- The YPG left.\\n<b>"}\n',
        e__pdf="x",
    )
    result = _run(small_site, "import", "incoming", "--source", "Bay Post", "--rights", "© Bay Post")
    assert result.returncode == 0, result.stderr
    assert set(result.stdout.split()) == _articles(small_site)
    assert _articles(small_site) == {
        "articles/2018/2018-02-08-ferry-sails-again.md",
        "articles/2018/2018-02-no-1.md",
        "articles/2018/2018-02-08-ferry-sails.md",
        "articles/2019/2019-one.md",
    }
    assert "incoming/e.pdf: left out: files of type .pdf are not imported" in result.stderr
    checked = _run(small_site, "check", "--strict")
    assert checked.returncode == 0, checked.stdout
    assert _run(small_site, "build", "--strict").returncode == 0
    assert "- The <a" in (small_site / "site/articles/2019/2019-one/index.html").read_text("utf-8")


def test_file_has_its_fields_first_and_says_where_each_is_from(small_site: Path) -> None:
    _put(small_site, a__html=_PAGE)
    result = _run(small_site, "import", "incoming/a.html", "--author", "Ada: B", "--draft")
    assert result.stdout == "articles/2018/2018-02-08-ferry-sails.md\n"
    assert (small_site / result.stdout.strip()).read_text("utf-8") == (
        "---\ntitle: Ferry sails\ndate: 2018-02-08\nsource: bay.example\nurl: https://bay.example/ferry\n"
        f"author: 'Ada: B'\ndraft: true\n---\n\n{_SENTENCE}\n"
    )
    for said in (
        "incoming/a.html → articles/2018/2018-02-08-ferry-sails.md",
        "  source: bay.example (the host of its address, for it names no outlet)",
        "  date: 2018-02-08 (<meta article:published_time>)",
        "1 imported\nThen: news-archive check\nThen look at them in the browser (`make serve`, if it is not running).\n",
    ):
        assert said in result.stderr


def test_what_nothing_says_is_told_with_how_to_give_it(small_site: Path) -> None:
    _put(small_site, a__txt=_TEXT.replace("8 February 2018", "Le bateau est parti"))
    result = _run(small_site, "import", "incoming/a.txt", "--date", "2018", "--source", "S")
    assert "  not told: url and author. Give it by the options --url and --author" in result.stderr
    _put(small_site, b__txt="Titre\n\nLe bateau a quitté le port de Genève à midi.\n")
    result = _run(small_site, "import", "incoming/b.txt", "--date", "2018", "--source", "S")
    assert "  lang: not told, for it does not look like English. Give it with --lang" in result.stderr


def test_option_counts_more_than_the_file_and_that_is_told(small_site: Path) -> None:
    _put(small_site, a__html=_PAGE)
    result = _run(small_site, "import", "incoming/a.html", "--date", "2018-02-07")
    assert result.stdout == "articles/2018/2018-02-07-ferry-sails.md\n"
    assert "  date: 2018-02-07 (--date); not 2018-02-08 (<meta article:published_time>)" in result.stderr


def test_source_that_the_folder_gives_need_not_be_given(small_site: Path) -> None:
    (small_site / "articles/.meta.yml").write_text("source: Bay Post\n")
    _put(small_site, a__txt=_TEXT)
    assert _run(small_site, "import", "incoming/a.txt").returncode == 0
    assert _run(small_site, "check", "--strict").returncode == 0


def test_one_bad_file_keeps_all_out_and_all_reasons_are_told(small_site: Path) -> None:
    _put(
        small_site,
        a__txt=_TEXT,
        b__txt=f"{_SENTENCE}\n\n02/03/2018\n",
        c__txt="T\n\ncafé",
        d__md="---\ntitle: T\n---\n",
    )
    (small_site / "incoming/c.txt").write_bytes("T\n\ncafé".encode("latin-1"))
    result = _run(small_site, "import", "incoming", "--source", "S")
    assert result.returncode == 1
    assert result.stdout == ""
    for said in (
        (
            "ERROR incoming/b.txt: title: nothing says it: the first line is no headline with an empty line below it. "
            'Give it, as in --title "The headline"'
        ),
        (
            "ERROR incoming/b.txt: date: nothing says it: 02/03/2018 at the top may be 3 February 2018 or 2 March 2018. "
            "Give it, as in --date 2016-08-19"
        ),
        "ERROR incoming/c.txt:3: byte 0xE9 is not UTF-8.",
        "ERROR incoming/d.md: date: nothing says it. Give it, as in --date 2016-08-19",
        "ERROR incoming/d.md: there is no text below the title.",
        "Nothing was imported: mend this, or leave these files out. Of the rest, 1 can be imported.",
    ):
        assert said in result.stderr, said
    assert _articles(small_site) == set()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("incoming/a.txt", "--date", "May 3", "--source", "S"), r"date: --date: 'May 3' is not a date\. Write a date"),
        (("incoming/a.txt", "--source", "S", "--url", "bay"), r"url: --url: 'bay' is not a web address"),
        (("incoming/a.txt", "--source", "S", "--lang", "English"), r"lang: --lang: 'English' is not a language"),
        (("incoming/a.txt",), r'source: nothing says it\. Give it, as in --source "Name of the outlet"'),
        (("incoming/a.doc",), r"incoming/a\.doc: files of type \.doc are not imported\. Save it as one of \.txt"),
    ],
)
def test_what_makes_no_article_is_refused(small_site: Path, arguments: tuple[str, ...], said: str) -> None:
    _put(small_site, a__txt=_TEXT, a__doc="x")
    result = _run(small_site, "import", *arguments)
    assert result.returncode == 1
    assert re.search(said, result.stderr), result.stderr
    assert _articles(small_site) == set()


@pytest.mark.parametrize("option", ["--title", "--url"])
def test_what_one_text_has_is_not_given_to_several(small_site: Path, option: str) -> None:
    _put(small_site, a__txt=_TEXT, b__txt=_TEXT)
    result = _run(small_site, "import", "incoming", option, "https://e.example/", "--source", "S")
    assert result.returncode == 2
    assert f"{option} is that of one text, and these files have 2" in result.stderr


@pytest.mark.parametrize("name", ["nothing.txt", "link.txt", "folder/link.txt", "linked/a.txt", "pipe.txt", "folder"])
def test_links_pipes_and_what_is_not_there_are_refused(small_site: Path, name: str) -> None:
    incoming = small_site / "incoming"
    (incoming / "folder").mkdir(parents=True)
    secret = small_site.parent / f"{small_site.name}-secret.txt"
    secret.write_text(_TEXT)
    (incoming / "link.txt").symlink_to(secret)
    (incoming / "folder/link.txt").symlink_to(secret)
    (incoming / "linked").symlink_to(small_site / "articles")
    os.mkfifo(incoming / "pipe.txt")
    result = _run(small_site, "import", f"incoming/{name}", "--source", "S")
    assert result.returncode == 3, result.stderr
    said = {
        "nothing.txt": "ERROR incoming/nothing.txt: the file can't be read (No such file or directory)",
        "folder": "ERROR incoming/folder/link.txt: this is a symbolic link",
        "linked/a.txt": "ERROR incoming/linked: this is a symbolic link",
        "pipe.txt": "ERROR incoming/pipe.txt: this is no regular file (a pipe, socket or device)",
    }.get(name, f"ERROR incoming/{name}: this is a symbolic link, which is not followed.")
    assert said in result.stderr
    assert _articles(small_site) == set()


def test_what_a_browser_saved_beside_a_page_is_left_out(small_site: Path) -> None:
    _put(small_site, a__html=_PAGE)
    (small_site / "incoming/a_files").mkdir()
    (small_site / "incoming/a_files/frame.html").write_text(_PAGE)
    result = _run(small_site, "import", "incoming")
    assert "incoming/a_files: left out: what a browser saved beside a page" in result.stderr
    assert len(_articles(small_site)) == 1


_TITLES = (
    "Ferry\n---\nslug: ../../x\nurl: javascript:x()\n",
    "Ferry: 'a' \"b\" #c {d} [e] &f *g !h | > % @ `",
    "---",
    "../../etc/passwd",
    "null",
    "2018-02-08",
    "الباخرة",
    "\u202eyrreF\u2066",
    "index",
)


def test_title_is_text_and_nothing_else(small_site: Path) -> None:
    for number, title in enumerate(_TITLES):
        page = _PAGE.replace("2018-02-08", f"{2010 + number}")
        page = page.replace("<title>Ferry sails", f"<title>{escape(title)}")
        _put(small_site, **{f"{number}__html": page})
    result = _run(small_site, "import", "incoming", "--again")
    assert result.returncode == 0, result.stderr
    assert len(_articles(small_site)) == len(_TITLES)
    assert all(re.fullmatch(r"articles/(\d{4})/\1-[a-z0-9-]+\.md", path) for path in _articles(small_site))
    assert _run(small_site, "check", "--strict").returncode == 0
    assert _run(small_site, "build", "--strict").returncode == 0
    for number, title in enumerate(_TITLES):
        (shown,) = (small_site / f"site/articles/{2010 + number}").glob("*/index.html")
        heading = re.search(r"<h1[^>]*>(.*?)</h1>", shown.read_text("utf-8"), re.DOTALL)
        assert heading
        clean = re.sub("[\u202e\u2066]", "", " ".join(title.split()))
        assert " ".join(unescape(re.sub("<[^>]*>", "", heading[1])).split()).startswith(clean)


def test_what_is_there_already_is_not_imported_again(small_site: Path) -> None:
    _put(small_site, a__html=_PAGE, b__txt=_TEXT, c__html=_PAGE.replace("https://bay", "http://www.bay"))
    first = _run(small_site, "import", "incoming/a.html")
    assert first.returncode == 0
    again = _run(small_site, "import", "incoming", "--source", "S")
    assert again.returncode == 1
    path = "articles/2018/2018-02-08-ferry-sails.md"
    assert f"incoming/a.html: not imported, for {path} has the same address, https://bay.example/ferry" in again.stderr
    assert (
        f"incoming/c.html: not imported, for {path} has the same address, http://www.bay.example/ferry" in again.stderr
    )
    assert re.search(rf"incoming/b\.txt: not imported, for its words are \d+% those of {path}", again.stderr)
    assert "0 imported, 3 not, for they are there already (--again imports them all the same)" in again.stderr
    forced = _run(small_site, "import", "incoming/a.html", "--again")
    assert forced.stdout == "articles/2018/2018-02-08-ferry-sails-2.md\n"


def test_draft_counts_as_there_already(small_site: Path) -> None:
    _put(small_site, a__html=_PAGE)
    assert _run(small_site, "import", "incoming/a.html", "--draft").returncode == 0
    assert "same address" in _run(small_site, "import", "incoming/a.html").stderr


def test_file_of_that_name_stays_as_it_is(small_site: Path) -> None:
    there = small_site / "articles/2018/2018-02-08-ferry-sails.md"
    there.parent.mkdir()
    there.write_text("---\ntitle: Mine\ndate: 2018\nsource: S\n---\n\nOther words.\n")
    _put(small_site, a__html=_PAGE)
    assert _run(small_site, "import", "incoming/a.html").stdout == "articles/2018/2018-02-08-ferry-sails-2.md\n"
    assert "title: Mine" in there.read_text()


def test_folder_that_is_a_link_is_not_written_through(
    small_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (small_site / "articles/2018").symlink_to(outside)
    _put(small_site, a__html=_PAGE)
    result = _run(small_site, "import", "incoming/a.html")
    assert result.returncode == 3
    assert "is a symbolic link" in result.stderr
    assert not list(outside.iterdir())


def test_failure_to_write_takes_back_what_was_written(small_site: Path) -> None:
    (small_site / "articles/2019").write_text("in the way of the folder")
    _put(
        small_site,
        a__jsonl="".join(f'{{"title": "T{y}", "date": "{y}", "source": "S", "text": "x{y}"}}\n' for y in (2018, 2019)),
    )
    result = _run(small_site, "import", "incoming/a.jsonl")
    assert result.returncode == 3
    assert "Nothing was imported." in result.stderr
    assert _articles(small_site) == set()


def test_without_trafilatura_pages_are_refused_and_other_files_are_not(
    small_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    trap = tmp_path_factory.mktemp("trap")
    (trap / "trafilatura.py").write_text("raise ModuleNotFoundError('no', name='trafilatura')\n")
    _put(small_site, a__html=_PAGE, b__txt=_TEXT)
    refused = _run(small_site, "import", "incoming/a.html", PYTHONPATH=str(trap))
    assert refused.returncode == 1
    assert 'incoming/a.html: web pages need trafilatura. Type: pip install "news-archive[import]"' in refused.stderr
    assert _run(small_site, "import", "incoming/b.txt", "--source", "S", PYTHONPATH=str(trap)).returncode == 0


def test_words_that_an_extension_of_the_site_would_change_are_told(small_site: Path) -> None:
    settings = small_site / "mkdocs.yml"
    settings.write_text(settings.read_text() + "markdown_extensions: [smarty]\n")
    _put(small_site, a__txt=_TEXT.replace("said that", "said -- that"))
    result = _run(small_site, "import", "incoming/a.txt", "--source", "S")
    assert "this site's Markdown extensions change the text: '--' is shown as '–'. Look at the page" in result.stderr
