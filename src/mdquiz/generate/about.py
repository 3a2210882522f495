"""What each block of a document is about: the labels above it, the headings, the title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mdquiz.generate.document import Document
from mdquiz.generate.entities.dates import HAS_YEAR, IS_DATE
from mdquiz.generate.headings import asked_about, clean_title, is_generic, is_miscellany
from mdquiz.generate.labels import LEADS_ON, VERBISH, Label
from mdquiz.generate.lexicon import Lexicon
from mdquiz.generate.words import words

if TYPE_CHECKING:
    from mdquiz.generate.statements import Statement

NAMED_THINGS = words("statements-named-things")
_LED = re.compile(
    r"^(?:The\s|Some\s|Main\s)?(?P<np>[^,.;:]{4,60}?)\s+(?:include|includes|including|are|are as follows|comprise|comprises)\s*(?:the following)?\s*[:：]$"  # noqa: E501
)
_CLOSING = re.compile(
    r"^(?:conclusion|concluding remarks|summary|way (?:forward|ahead)|निष्कर्ष|आगे की राह|सारांश)$",
    re.IGNORECASE,
)
_VERBS = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "can", "may", "will", "shall"}
)
_MATTER = re.compile(r"^[A-Z]?[a-z]+ing\b|\b(?:with|between|and|on|in|for|to|by|how|why)\b|\?$")
_EVENT = re.compile(
    r"\b(?:visit|summit|meeting|conference|talks|session|dialogue|tour|exercise|championships?|games|"
    r"ceremony|festival|edition|convention|congress|olympics|expo)\b",
    re.IGNORECASE,
)


class Topics:
    """What each block is about: the labels above it, the headings, the title."""

    def __init__(
        self, document: Document, labels: dict[int, Label], statements: list[Statement]
    ) -> None:
        self._document = document
        self._statements = statements
        self._labels = labels
        self._sections: dict[int, tuple[str, ...]] = {}
        self._of_block: dict[int, list[Statement]] = {}
        self._indexed = 0
        first = document.sections[1] if len(document.sections) > 1 else None
        over = min((section.level for section in document.sections[1:]), default=0)
        heads = first is not None and first.identifies and first.level == over
        title = first.title if first is not None and heads else ""
        several = sum(section.identifies for section in document.sections[2:]) >= 2
        self._whole_note = title if several else ""  # names the note, not what a passage is about
        self._title = "" if several else title

    def of(self, index: int) -> tuple[tuple[str, ...], int]:
        """Topics of a block, innermost first, and how many of them are labels."""
        for statement in self._statements[self._indexed :]:
            self._of_block.setdefault(statement.block, []).append(statement)
        self._indexed = len(self._statements)
        blocks = self._document.blocks
        out: list[str] = []
        at = blocks[index].parent
        steps = 0
        while at >= 0 and steps < 20:
            label = self._labels.get(at)
            if label is not None and not is_generic(label.text):
                out.append(label.text)
            elif label is None and _short_title(blocks[at].text):
                out.append(clean_title(blocks[at].text)[0])
            elif label is None:
                out += self._named_in(at)
            at = blocks[at].parent
            steps += 1
        lead = blocks[index].lead
        if lead >= 0 and blocks[lead].kind == "paragraph" and blocks[index].parent < 0:
            label = self._labels.get(lead)
            if (
                label is not None
                and (label.rest >= len(blocks[lead].text) or self._right_under(index, lead))
                and not is_generic(label.text)
            ):
                out.append(label.text)
            elif label is None and not blocks[lead].damaged and _short_title(blocks[lead].text):
                out.append(clean_title(blocks[lead].text)[0])
            elif (
                label is None
                and (led := _LED.match(blocks[lead].text))
                and not is_generic(led["np"])
            ):
                out.append(led["np"])
        above = self._of_section(blocks[index].section)
        section = self._document.sections[blocks[index].section]
        if not out and above[:1] == (section.title,) and _EVENT.search(section.title):
            return above, 1  # "UPI accepted in Nauru" is told of the visit, whatever it names
        return (*out, *above), len(out)

    def told_of(
        self, index: int, label: Label | None, text: str, lexicon: Lexicon
    ) -> tuple[tuple[str, ...], int]:
        """Topics of a statement in a block, and how many of them are labels.

        An entry of a timeline is told of its year, unless it says a year itself: "Mines Act
        passed" fits many years. What opens with its verb has the bold line above for its subject.
        """
        topics, labels = self.of(index)
        first = re.match(r"[A-Za-z]+", text)
        word = first.group().lower() if first else ""
        if word in lexicon.past or word in lexicon.third or word in _VERBS:
            section = self._document.sections[self._document.blocks[index].section]
            if not labels and section.level == 7 and topics[:1] == (section.title,):
                labels = int(not _MATTER.search(section.title))
            return topics, labels
        own = label.text if label is not None and IS_DATE.match(label.text) else ""
        when = own or self.when(index)
        if not HAS_YEAR.search(when) or HAS_YEAR.search(text):
            return topics, labels
        return (when, *topics), labels + (labels > 0)

    def when(self, index: int) -> str:
        """The date that a block stands under: that of its list's lead or of its heading; or ""."""
        block = self._document.blocks[index]
        section = self._document.sections[block.section]
        over = self._labels.get(block.parent) or self._labels.get(block.lead)
        for said in (over.text if over else "", section.title, section.date):
            if IS_DATE.match(said):
                return said
        return ""

    def _right_under(self, index: int, lead: int) -> bool:
        """Whether a list stands right under a line that a bold name opens."""
        blocks = self._document.blocks
        label = self._labels[lead]
        first = next(
            (n for n in range(lead + 1, index + 1) if blocks[n].list_id == blocks[index].list_id),
            index,
        )
        return label.bold and blocks[first].first_line == blocks[lead].runs[-1].line + 2

    def _named_in(self, block: int) -> list[str]:
        """The thing that a sentence is about: what it names in bold, or its only telling name."""
        for statement in self._of_block.get(block, ()):
            named = [e for e in statement.entities if e.wh and e.type in NAMED_THINGS]
            bold = [
                e.text
                for e in named
                if any(m.start <= e.start and e.end <= m.end for m in statement.marks)
            ]
            return bold[:1] or [e.text for e in named[:1]]
        return []

    def _of_section(self, section: int) -> tuple[str, ...]:
        known = self._sections.get(section)
        if known is None:
            path = self._document.headings(section)
            medley = next(
                (n for n, s in enumerate(path) if is_miscellany(self._document.sections[s].title)),
                -1,
            )
            path = path[:medley] if medley >= 0 else path  # nor about the heading over it
            if path and _CLOSING.match(self._document.sections[path[0]].title):
                path = []  # a conclusion speaks of the whole note
            titles = [
                asked_about(self._document.sections[number].title)
                for number in path
                if self._document.sections[number].identifies
                and self._document.sections[number].title != self._whole_note
            ]
            if not titles and self._whole_note and not _MAGAZINE.search(self._whole_note):
                titles = [self._whole_note]  # better than nothing: no heading nearer names a matter
            if self._title and self._title not in titles and medley < 0:
                titles.append(self._title)
            known = tuple(dict.fromkeys(titles))
            self._sections[section] = known
        return known


_MAGAZINE = re.compile(
    r"\b(?:notes?|booster|digest|track|capsule|round-?up|compilation|prelims|mains|revision|"
    r"affairs|weekly|monthly|magazine|current)\b|\b20\d\d\b",
    re.IGNORECASE,
)
"""A title that says what kind of note it is, or of when."""


def _short_title(text: str) -> bool:
    return (
        len(text) <= 60
        and not text.endswith((".", ";", "?", "।"))
        and not VERBISH.search(text)
        and not is_generic(clean_title(text)[0])
        and not LEADS_ON.search(text)
    )
