"""Addresses of web pages: when two are one page's, and what in them says only who came."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

# What campaigns and networks add to an address; it says who came, and not to what.
_TRACKING = re.compile(r"(?i)utm_.*|fbclid|gclid|mc_[ce]id|igshid|ref_src")


def same_address(url: str) -> str:
    """The address without what does not matter: scheme, `www.`, a slash at its end, fragment, tracking."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return url
    host = (parts.hostname or "").removeprefix("www.")
    asked = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(name)
    ]
    return f"{host}{port}{parts.path.rstrip('/')}" + (f"?{urlencode(asked)}" if asked else "")


def without_tracking(url: str) -> str:
    """The address as typed, but for what says only who came."""
    address, mark, rest = url.partition("?")
    query, hash_, fragment = rest.partition("#")
    kept = [one for one in query.split("&") if not _TRACKING.fullmatch(one.partition("=")[0])]
    if not mark or len(kept) == query.count("&") + 1:
        return url
    return address + ("?" + "&".join(kept) if kept else "") + hash_ + fragment
