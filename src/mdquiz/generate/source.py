"""A document as it came in: its lines, exactly as an editor counts them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from mdquiz.errors import DocumentError

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document's text.

    Attributes:
        name: What the document is called: a path, or `-` for standard input.
        lines: Its lines in Unicode NFC, without line ends; line 1 is `lines[0]`.
        sha256: Hex digest of the bytes it was read from.
    """

    name: str
    lines: tuple[str, ...]
    sha256: str


def source_text(name: str, data: bytes | str) -> SourceText:
    """Decode `data` and split it into lines.

    Understands UTF-8 with or without a byte-order mark, UTF-16 with one, and as a last resort
    Windows-1252.

    Raises:
        DocumentError: The bytes are not text.
    """
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else data
    text = _decoded(name, raw)
    lines = tuple(_LINE_END.split(unicodedata.normalize("NFC", text)))
    return SourceText(name, lines, hashlib.sha256(raw).hexdigest())


def _decoded(name: str, raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    if b"\x00" in raw:
        raise DocumentError(
            f"{name} is not a text file.",
            "Give a Markdown or text file; PDF, DOCX and HTML need the extra mdquiz[documents].",
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
