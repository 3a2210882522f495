"""Word lists that come with mdquiz, and those of the user's own folder."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import tomli

from mdquiz.generate.words import words


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a lexicon knows.

    Attributes:
        canonical: The name as it is given in an answer.
        kind: "country", "river", ….
        group: Where distractors come from first.
        wh: How it is asked for: "which country".
    """

    canonical: str
    kind: str
    group: str
    wh: str


@dataclass(eq=False)
class Lexicon:
    """Everything the word lists say.

    Attributes:
        names: Every spelling of every known name.
        members: The names of each (kind, group).
        synonyms: Other spellings, by canonical name.
        parts: What belongs to what, by the whole's canonical name.
        heads: Wh-phrase by the last word of a name.
        headers: Question by column title or label, in lower case.
        past: Base form of a verb, by its past form.
        third: Base form, by its third person.
        base: Base forms of verbs.
        participles: Past participles.
        noun_like: Verb forms that are nouns as a rule ("forms", "ranges").
        by_first: Spellings by their first word, the longest first.
        warnings: What the author of a word list should know, in sentences.
    """

    names: dict[str, Name] = field(default_factory=dict)
    members: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    synonyms: dict[str, list[str]] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    past: dict[str, str] = field(default_factory=dict)
    third: dict[str, str] = field(default_factory=dict)
    base: set[str] = field(default_factory=set)
    participles: set[str] = field(default_factory=set)
    noun_like: set[str] = field(default_factory=set)
    by_first: dict[str, list[str]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def related(self, one: str, other: str) -> bool:
        """Whether two names are spellings of one thing, or one is a part of the other."""
        first, second = self.canonical(one), self.canonical(other)
        if first == second:
            return True
        return second in self.parts.get(first, ()) or first in self.parts.get(second, ())

    def canonical(self, name: str) -> str:
        """The canonical spelling of `name`; `name` itself where it is not known."""
        known = self.names.get(name)
        return known.canonical if known else name

    def add(self, table: dict[str, Any]) -> None:
        """Take in one file."""
        kind = str(table.get("kind", ""))
        wh = "" if isinstance(table.get("wh"), dict) else str(table.get("wh", ""))
        synonyms: dict[str, list[str]] = table.get("synonyms", {})
        for group, members in table.get("groups", {}).items():
            self.members.setdefault((kind, group), []).extend(members)
            for canonical in members:
                known = Name(canonical, kind, group, table.get("group_wh", {}).get(group, wh))
                for spelling in (canonical, *synonyms.get(canonical, ())):
                    self.names[spelling] = known
                    self.by_first.setdefault(spelling.split()[0], []).append(spelling)
        for canonical, others in synonyms.items():
            self.synonyms.setdefault(canonical, []).extend(others)
        for whole, parts in table.get("part_whole", {}).items():
            self.parts.setdefault(whole, []).extend(parts)
        self.heads.update(table.get("wh", {}) if isinstance(table.get("wh"), dict) else {})
        self.headers.update(table.get("ask", {}))
        for base in str(table.get("regular", "")).split():
            self._verb(base, _past(base), _past(base))
        for base, (past, participle) in table.get("irregular", {}).items():
            self._verb(base, past, participle)
        self.noun_like.update(str(table.get("nouns", "")).split())

    def _verb(self, base: str, past: str, participle: str) -> None:
        self.past[past] = base
        self.third[_third(base)] = base
        self.base.add(base)
        self.participles.add(participle)


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    if base in _DOUBLED:
        return base + base[-1] + "ed"
    return base + "ed"


_DOUBLED = words("lexicon-doubled") - {"curb", "pilot", "quit", "stem"} | {"stem"}


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


@lru_cache(maxsize=4)
def load_lexicon(folder: Path | None = None) -> Lexicon:
    """The lexicon of the package, extended by the TOML files of `folder`.

    Raises:
        SettingsError: A file of the folder cannot be read, is not TOML or not a word list.
    """
    lexicon = Lexicon()
    for text in _packaged():
        lexicon.add(tomli.loads(unicodedata.normalize("NFC", text)))
    if folder is not None and folder.is_dir():
        from mdquiz.generate.lexicon_file import lexicon_table

        for path in sorted(folder.glob("*.toml")):
            table = lexicon_table(path)
            lexicon.warnings += _doubtful(lexicon, table, path)
            lexicon.add(table)
    for spellings in lexicon.by_first.values():
        spellings.sort(key=lambda spelling: (-len(spelling), spelling))
    return lexicon


def _doubtful(lexicon: Lexicon, table: dict[str, Any], path: Path) -> list[str]:
    """Names of a user's file that are words of every text, which would be asked for as names."""
    names = [name for members in table.get("groups", {}).values() for name in members]
    names += [name for others in table.get("synonyms", {}).values() for name in others]
    words_of_all = words("names-common") | lexicon.base | lexicon.past.keys() | lexicon.third.keys()
    common = [name for name in dict.fromkeys(names) if name.casefold() in words_of_all]
    if not common:
        return []
    shown = ", ".join(f'"{name}"' for name in common[:5]) + (" …" if len(common) > 5 else "")
    warning = (
        f"{path}: {shown} stands in many sentences as a common word and will be taken for a name "
        "there. Write such names in full."
    )
    return [warning]


def _packaged() -> Iterator[str]:
    folder = resources.files("mdquiz.generate") / "lexicons"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            yield entry.read_text(encoding="utf-8")
