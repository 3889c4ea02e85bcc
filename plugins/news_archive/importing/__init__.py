"""Takes texts in from elsewhere: plain text, Markdown, saved web pages, JSON lines. Their words are kept as they stood.

What comes in is somebody else's: nothing of it can act in a browser, forge a field, or leave the folder of articles.
"""

from news_archive.importing.articles import NewArticle, path_of
from news_archive.importing.files import find_files
from news_archive.importing.intake import Intake, SeveralTextsError, repeats_in, take_in

__all__ = ["Intake", "NewArticle", "SeveralTextsError", "find_files", "path_of", "repeats_in", "take_in"]
