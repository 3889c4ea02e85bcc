"""The files that Pagefind writes: which of them a site needs, and the same bytes for the same documents.

Pagefind keeps filters in hash tables, so that the order of their values differs from run to run, and with it the
names of the files. Here filters are put into order and their files named anew. The formats are Pagefind's own: gzip
of a mark and CBOR (RFC 8949), of which it uses numbers, texts and lists.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping

_MARK = b"pagefind_dcd"
_NEEDED = frozenset({"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"})
_FOLDERS = frozenset({"fragment", "index", "filter"})
Item = int | str | list["Item"]


def settled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What a site's search needs of Pagefind's files, by path below their folder, in the order of paths.

    Its own pages of results are left out, and so are the programs for languages that the index is not in. Raises
    ValueError for files that are not as Pagefind 1.5 writes them.
    """
    entry = json.loads(files["pagefind-entry.json"])
    kept = {path: data for path, data in files.items() if path in _NEEDED or path.split("/")[0] in _FOLDERS}
    for name in sorted({language["wasm"] or "unknown" for language in entry["languages"].values()}):
        kept[f"wasm.{name}.pagefind"] = files[f"wasm.{name}.pagefind"]
    for code, language in entry["languages"].items():
        _settle_language(code, language, files, kept)
    kept["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return {path: kept[path] for path in sorted(kept)}


def _settle_language(code: str, language: dict[str, str], files: Mapping[str, bytes], kept: dict[str, bytes]) -> None:
    """Filters and orders in order, in the list of files: version, pages, chunks, filters, orders, fields."""
    contents = _unpacked(files[f"pagefind.{language['hash']}.pf_meta"])
    filters: list[Item] = []
    for name, old in _pairs(_items(contents)[3]):
        title, values = _items(_unpacked(kept.pop(f"filter/{old}.pf_filter")))
        data = _packed([title, [[value, pages] for value, pages in sorted(_pairs(values), key=_first)]])
        new = f"{code}_{_digest(data)}"
        kept[f"filter/{new}.pf_filter"] = data
        filters.append([name, new])
    _items(contents)[3] = sorted(filters, key=repr)
    _items(contents)[4] = [[name, pages] for name, pages in sorted(_pairs(_items(contents)[4]), key=_first)]
    data = _packed(contents)
    language["hash"] = f"{code}_{_digest(data)}"
    kept[f"pagefind.{language['hash']}.pf_meta"] = data


def _items(item: Item) -> list[Item]:
    if not isinstance(item, list):
        raise ValueError("a list was expected")  # noqa: TRY004  # the value of a file is wrong, not a type of ours
    return item


def _pairs(item: Item) -> Iterator[tuple[str, Item]]:
    for pair in _items(item):
        name, value = _items(pair)
        yield str(name), value


def _first(pair: tuple[str, Item]) -> str:
    return pair[0]


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=5).hexdigest()


def _unpacked(file: bytes) -> Item:
    data = gzip.decompress(file)
    item, end = _read(data, len(_MARK))
    if not data.startswith(_MARK) or end != len(data):
        raise ValueError("a file has another format")
    return item


def _packed(item: Item) -> bytes:
    out = bytearray(_MARK)
    _write(item, out)
    return gzip.compress(bytes(out), mtime=0)


def _read(data: bytes, at: int) -> tuple[Item, int]:
    """The item that begins at a byte, and where the next one begins."""
    major, size = data[at] >> 5, data[at] & 31
    at += 1
    number = size
    if size >= 24:
        width = 1 << (size - 24)
        if width > 8:
            raise ValueError("an item has no length")
        number = int.from_bytes(data[at : at + width])
        at += width
    match major:
        case 0:
            return number, at
        case 3:
            return data[at : at + number].decode(), at + number
        case 4:
            items: list[Item] = []
            for _ in range(number):
                item, at = _read(data, at)
                items.append(item)
            return items, at
        case _:
            raise ValueError(f"an item has the unknown type {major}")


def _write(item: Item, out: bytearray) -> None:
    match item:
        case int():
            out += _head(0, item)
        case str():
            text = item.encode()
            out += _head(3, len(text)) + text
        case list():
            out += _head(4, len(item))
            for inner in item:
                _write(inner, out)


def _head(major: int, number: int) -> bytes:
    """A type and a number in the fewest bytes."""
    if number < 24:
        return bytes([major << 5 | number])
    power = next(power for power in range(4) if number < 1 << (8 << power))
    return bytes([major << 5 | 24 + power]) + number.to_bytes(1 << power)
