"""Bytes as text: by what the file says of itself, else as UTF-8, and never by a guess."""

import codecs
import re

from news_archive.importing.escaping import cleaned
from news_archive.importing.problems import ReadError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Where HTML says it (Encoding sniffing algorithm, HTML Standard 13.2.3.2): within the first 1,024 bytes; some pages are later.
_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{1,40})""")
_LOOKED_AT = 4_096
# Labels that mean another encoding on the web (Encoding Standard, section 4.2).
_ON_THE_WEB = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "utf-16": "utf-8", "utf-16-le": "utf-8"}


def decoded_text(data: bytes, path: str) -> tuple[str, int]:
    """UTF-8 text with Unix line ends, and how many control characters were left out. Raises ReadError."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, name, path)
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise ReadError(path, "this is a binary file, not text. Save the text as UTF-8", line, is_io=False)
    return _decoded(data, "utf-8", path)


def decoded_page(data: bytes, path: str) -> tuple[str, int]:
    """The same for HTML, which may declare another encoding."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, name, path)
    found = _XML.search(data[:_LOOKED_AT]) or _CHARSET.search(data[:_LOOKED_AT])
    if not found:
        return decoded_text(data, path)
    label = found[1].decode()
    try:
        name = codecs.lookup(label).name
    except LookupError as error:
        raise ReadError(
            path, f"the page says that its encoding is '{label}', which is not known. Save it as UTF-8", is_io=False
        ) from error
    return _decoded(data, _ON_THE_WEB.get(name, name), path)


def _decoded(data: bytes, name: str, path: str) -> tuple[str, int]:
    try:
        text = codecs.decode(data, name)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        shown = "UTF-8" if name.startswith("utf-8") else name.replace("cp125", "windows-125")
        message = f"byte 0x{data[error.start]:02X} is not {shown}. Save the file with the encoding UTF-8"
        raise ReadError(path, message, line, is_io=False) from error
    except (LookupError, ValueError) as error:  # codecs that make no text of bytes
        raise ReadError(path, f"'{name}' is no encoding of text. Save the file as UTF-8", is_io=False) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise ReadError(path, "this is a binary file, not text. Save the text as UTF-8", line, is_io=False)
    return cleaned(text)
