"""Reads a deck file: the deck, and everything that is wrong with it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import tomli
from pydantic import ValidationError

from mdquiz.decks.advice import advice
from mdquiz.decks.deck import Deck, repeated_ids
from mdquiz.decks.diagnostics import Diagnostic
from mdquiz.decks.explain import Finding, findings
from mdquiz.decks.locate import KeyPath, Locator
from mdquiz.decks.syntax import syntax_finding
from mdquiz.text import forbidden_character

MOST_BYTES = 20_000_000
"""Largest deck file that is read; some 25,000 questions."""


@dataclass(frozen=True, slots=True)
class DeckReading:
    """What a deck file gave.

    Attributes:
        path: The file.
        deck: The deck with every sound question; None where nothing could be read.
        diagnostics: Everything there is to say of it, in the order of the file.
        content_hash: SHA-256 of the file in hexadecimal; empty where it could not be read.
    """

    path: Path
    deck: Deck | None
    diagnostics: tuple[Diagnostic, ...]
    content_hash: str

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that are not mere warnings."""
        return tuple(each for each in self.diagnostics if each.is_error)


def read_deck(path: Path) -> DeckReading:
    """Read the deck at `path`; whatever is wrong is a diagnostic, never an exception."""
    content, problem = _bytes_of(path)
    if problem is not None:
        code, message, remedy = problem
        refusal = Diagnostic(str(path), 1, 1, code, "", message, remedy)
        return DeckReading(path, None, (refusal,), "")
    return _read_bytes(content, path)


def read_deck_text(text: str, name: str) -> DeckReading:
    """Read a deck from `text`; `name` stands for the file in diagnostics."""
    return _read_bytes(text.encode("utf-8", "surrogatepass"), Path(name))


def _bytes_of(path: Path) -> tuple[bytes, tuple[str, str, str] | None]:
    try:
        mode = path.stat()
        if stat.S_ISDIR(mode.st_mode):
            return b"", ("is-directory", "this is a folder", "name a .toml file in it")
        if not stat.S_ISREG(mode.st_mode):
            return b"", ("not-a-file", "this is not a regular file", "name a .toml file")
        if mode.st_size <= MOST_BYTES:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
            if len(content) <= MOST_BYTES:
                return content, None
        size = f"{max(mode.st_size, MOST_BYTES + 1) / 1e6:.0f} MB"
        return b"", (
            "too-large",
            f"the file is too large ({size}; a deck may have {MOST_BYTES // 10**6} MB)",
            "split the deck into several files",
        )
    except FileNotFoundError:
        return b"", ("file-not-found", "there is no such file", "check the path")
    except PermissionError:
        return b"", ("not-readable", "the file may not be read", f"allow it: chmod u+r {path.name}")
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
        return b"", ("not-readable", f"the file cannot be read: {reason}", "check the path")


def _read_bytes(content: bytes, path: Path) -> DeckReading:
    digest = sha256(content).hexdigest()
    name = str(path)
    has_mark = content.startswith(b"\xef\xbb\xbf")
    body = content[3:] if has_mark else content
    refusal = _not_text(body, name)
    if refusal is not None:
        return DeckReading(path, None, (refusal,), digest)
    text = body.decode("utf-8").replace("\r\n", "\n")
    try:
        raw = tomli.loads(text)
    except (ValueError, RecursionError) as error:
        finding = syntax_finding(error, text, name)
        return DeckReading(path, None, (finding,), digest)
    deck, found = _validated(raw, path.stem)
    if has_mark:
        found.append(
            Finding(
                "byte-order-mark",
                (),
                "the file begins with a byte order mark",
                "save it as UTF-8 without BOM",
                severity="warning",
            )
        )
    if deck is not None:
        found += advice(raw, deck)
    return DeckReading(path, deck, _placed(found, raw, text, name), digest)


def _not_text(content: bytes, name: str) -> Diagnostic | None:
    nul = content.find(b"\0")
    try:
        content.decode("utf-8")
        bad = -1
    except UnicodeDecodeError as error:
        bad = error.start
    if nul < 0 and bad < 0:
        return None
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Diagnostic(
            name, 1, 1, "not-utf8", "", "the file is UTF-16", "save it as UTF-8 in your editor"
        )
    at = min(each for each in (nul, bad) if each >= 0)
    line_start = content.rfind(b"\n", 0, at) + 1
    line = content.count(b"\n", 0, at) + 1
    source = content[line_start : line_start + 400].split(b"\n")[0].decode("utf-8", "replace")
    column = len(content[line_start:at].decode("utf-8", "replace")) + 1
    if at == nul:
        message, code = "the file holds a zero byte, as no text does", "binary"
        remedy = "name a deck in TOML; if this is one, save it again as UTF-8 text"
    else:
        message, code = f"byte 0x{content[at]:02X} is not UTF-8", "not-utf8"
        remedy = "save the file as UTF-8 in your editor"
    return Diagnostic(name, line, column, code, "", message, remedy, source)


def _validated(raw: dict[str, Any], stem: str) -> tuple[Deck | None, list[Finding]]:
    """The deck with what is sound of `raw`, and every finding about the rest."""
    found: list[Finding] = []
    rest = dict(raw)
    places: dict[str, list[int]] = {}
    for field in ("question", "passage"):
        if isinstance(rest.get(field), list):
            rest[field] = list(rest[field])
            places[field] = list(range(len(rest[field])))
    if not raw.get("question") and "questions" not in raw:
        found.append(
            Finding(
                "no-questions",
                (),
                "the deck has no question",
                'write [[question]] with id, type, prompt and answer; "mdquiz new" shows how',
            )
        )
    for noun in places:
        ids = [each.get("id") if isinstance(each, dict) else None for each in raw[noun]]
        repeats = list(repeated_ids(ids, noun))
        found += [Finding(p.code, p.at, p.message, p.remedy, also=p.also) for p in repeats]
    # Each round takes away what was found wrong, so that what hangs on it is found in the next.
    for _ in range(8):
        try:
            return Deck.model_validate(rest, by_alias=True, by_name=False), found
        except ValidationError as error:
            new = findings(error.errors(include_url=False, include_input=False), rest)
        for finding in new:
            moved = Finding(
                finding.code,
                _original(finding.path, places),
                finding.message,
                finding.remedy,
                finding.on_key,
                _original(finding.also, places),
                finding.severity,
            )
            if moved not in found:
                found.append(moved)
        _take_away(rest, places, {finding.path[:2] for finding in new}, stem)
    return None, found


def _original(path: KeyPath, places: dict[str, list[int]]) -> KeyPath:
    if len(path) > 1 and isinstance(path[1], int) and str(path[0]) in places:
        return (path[0], places[str(path[0])][path[1]], *path[2:])
    return path


def _take_away(
    rest: dict[str, Any],
    places: dict[str, list[int]],
    faulty: Iterable[KeyPath],
    stem: str,
) -> None:
    drop: dict[str, set[int]] = {}
    for path in faulty:
        if len(path) > 1 and isinstance(path[1], int) and str(path[0]) in places:
            drop.setdefault(str(path[0]), set()).add(path[1])
        elif path:
            rest.pop(str(path[0]), None)
    for field, indices in drop.items():
        rest[field] = [each for i, each in enumerate(rest[field]) if i not in indices]
        places[field] = [each for i, each in enumerate(places[field]) if i not in indices]
    rest.setdefault("title", stem or "Untitled")


def _placed(
    found: list[Finding], raw: dict[str, Any], text: str, name: str
) -> tuple[Diagnostic, ...]:
    if not found:
        return ()
    locator = Locator(text)
    lines = text.split("\n")
    placed = []
    for finding in found:
        start, end = locator.value(finding.path)
        offset = locator.key(finding.path) if finding.on_key else start
        if finding.code == "control-character":
            bad = forbidden_character(text[start:end])
            offset = start + text[start:end].index(bad) if bad else _escape(text, start, end)
        line, column = locator.line_and_column(offset)
        message = finding.message
        if finding.also:
            message += f" (line {locator.line_and_column(locator.value(finding.also)[0])[0]})"
        placed.append(
            Diagnostic(
                name,
                line,
                column,
                finding.code,
                _spelt(finding.path, raw),
                message,
                finding.remedy,
                lines[line - 1],
                finding.severity,
            )
        )
    return tuple(sorted(placed, key=lambda each: (each.line, each.column)))


def _escape(text: str, start: int, end: int) -> int:
    """Where the first backslash escape of a control or bidirectional character stands."""
    found = re.compile(r"\\(?:[bfre]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})").finditer(
        text, start, end
    )
    for match in found:
        escape = match.group()
        code_point = 0 if len(escape) == 2 else int(f"0x{escape[2:]}", 0)
        if forbidden_character(chr(code_point)):
            return match.start()
    return start


def _spelt(path: KeyPath, raw: dict[str, Any]) -> str:
    """`question[kabil].options[2]`: a question by its id where it has one, the rest from 1."""
    spelt = ""
    here: Any = raw
    for part in path:
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            here = None
        if isinstance(part, int):
            known = here.get("id") if isinstance(here, dict) else None
            spelt += f"[{known if isinstance(known, str) and known else part + 1}]"
        else:
            spelt += f".{part}" if spelt else str(part)
    return spelt
