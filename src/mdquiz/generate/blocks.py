"""From lines to blocks: sections, paragraphs, list items and table rows, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mdquiz.generate.bare_headings import (
    CAPTION,
    POINTS_BACK,
    captions_table,
    heads_text,
    is_bold_line,
    may_head,
)
from mdquiz.generate.damage import damage_of
from mdquiz.generate.document import Block, Document, Mark, Run, Section, Table
from mdquiz.generate.entities.dates import STARTS_DATED
from mdquiz.generate.furniture import is_furniture, is_navigation
from mdquiz.generate.headings import ABOUT, clean_title, is_generic
from mdquiz.generate.inline import stripped
from mdquiz.generate.language import language_of
from mdquiz.generate.lines import Piece, logical_lines
from mdquiz.generate.repair import repaired
from mdquiz.generate.source import SourceText
from mdquiz.generate.tables import looks_tabular, recovered, row_block

_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d\d?)\s[a-z]", re.IGNORECASE
)
_RUNS_ON = 2000
"""Characters from which on a block takes no further paragraph that begins in lower case."""
_WIDEST = 60
"""Columns; of a wider table each cell would quote a row that nobody can read."""
_PARSER = MarkdownIt("commonmark").enable("table")
_PARSER.disable(["code", "lheading", "html_block", "reference", "inline"], True)


def read_document(source: SourceText) -> Document:
    """Take `source` apart; never fails."""
    reader = _Reader(source)
    reader.walk(_PARSER.parse("\n".join(repaired(source.lines))))
    reader.finish()
    return Document(
        name=source.name,
        lines=source.lines,
        sha256=source.sha256,
        language=language_of(source.lines),
        sections=tuple(reader.sections),
        blocks=tuple(reader.blocks),
        tables=tuple(reader.tables),
    )


@dataclass
class _Reader:
    source: SourceText
    sections: list[Section] = field(default_factory=lambda: [Section("", 0, -1, 0)])
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    section: int = 0
    lists: int = 0
    _tight: int = 0
    _children: set[tuple[int, int]] = field(default_factory=set)

    def walk(self, tokens: list[Token]) -> None:
        """Read every block token."""
        item_stack: list[int] = []  # the block of each open list item; -1 before it has one
        list_stack: list[tuple[int, int]] = []  # number of each open list, and its lead block
        number_stack: list[int | None] = []
        at = 0
        while at < len(tokens):
            token = tokens[at]
            kind = token.type
            if kind in {"bullet_list_open", "ordered_list_open"}:
                lead = item_stack[-1] if item_stack else self._last_paragraph()
                list_stack.append((self._joined_list(lead), lead))
            elif kind in {"bullet_list_close", "ordered_list_close"}:
                list_stack.pop()
            elif kind == "list_item_open":
                if len(list_stack) == 1 and self._after_gap(
                    token, tokens[at - 1], list_stack[0][1]
                ):
                    self.lists += 1
                    list_stack[-1] = (self.lists, -1)
                item_stack.append(-1)
                number_stack.append(int(token.info) if token.info.isdigit() else None)
            elif kind == "list_item_close":
                item_stack.pop()
                number_stack.pop()
            elif kind == "heading_open":
                self._heading(tokens[at + 1], int(token.tag[1]))
                at += 2
            elif kind == "table_open":
                at = self._table(tokens, at)
            elif kind == "inline":
                pieces = self._pieces(token)
                if item_stack:
                    item_stack[-1] = self._item(
                        pieces, item_stack, list_stack[-1], number_stack[-1]
                    )
                else:
                    self._paragraph(pieces)
            at += 1

    def _last_paragraph(self) -> int:
        if self.blocks and self.blocks[-1].damaged:
            return -1
        if self.blocks and self.blocks[-1].kind == "paragraph":
            return len(self.blocks) - 1
        if self.blocks and self.blocks[-1].kind == "item":
            last = self.blocks[-1]
            while last.parent >= 0:
                last = self.blocks[last.parent]
            return last.lead if last.section == self.section else -1
        return -1

    def _joined_list(self, lead: int) -> int:
        """A list cut in two by a changed bullet character goes on as one."""
        last = self.blocks[-1] if self.blocks else None
        if last is not None and last.kind == "item" and last.parent < 0 <= lead == last.lead:
            return last.list_id
        self.lists += 1
        return self.lists

    def _after_gap(self, token: Token, before: Token, lead: int) -> bool:
        """Whether a blank line parts an item from others that stood without one: a new list."""
        line, lines = _line(token, 0), self.source.lines
        if before.type != "list_item_close" or lines[line - 1].strip():
            self._tight += before.type == "list_item_close"
            self._tight *= before.type == "list_item_close"
            return False
        tight, self._tight = self._tight, 0
        return tight > 0 and not (lead >= 0 and _COUNTED.search(self.blocks[lead].text))

    def _pieces(self, token: Token) -> list[Piece]:
        first = _line(token, 0)
        pieces: list[Piece] = []
        for number, content in enumerate(token.content.split("\n")):
            line = min(first + number, len(self.source.lines) - 1)
            pieces.append(self._piece(content.strip(), line))
        return pieces

    def _piece(self, content: str, line: int, start: int = 0) -> Piece:
        column = self.source.lines[line].find(content, start)
        return content, line, max(column, 0), column >= 0

    def _heading(self, token: Token, level: int) -> None:
        pieces = self._pieces(token)
        text, marks, runs = stripped(pieces)
        if text and "#" not in self.source.lines[pieces[0][1]][:12] and level == 6:
            self._bare_heading(pieces[0], 7)
        elif text:
            self._open_section(text, level, runs[0].line + 1 if runs else 0)
            self.blocks.append(Block("heading", text, marks, runs, self.section))

    def _open_section(self, text: str, level: int, line: int) -> None:
        title, number = clean_title(text)
        bare = ABOUT.sub("", title)
        title = bare[0].upper() + bare[1:] if len(bare) > 2 else title
        dated = STARTS_DATED.match(title)
        when = dated["date"] if dated and dated["sep"].strip() else ""
        title = title[dated.end() :] if when and dated else title
        parent = self._parent(level)
        self.sections.append(Section(title, level, max(parent, 0), line, number, date=when))
        self.section = len(self.sections) - 1

    def _parent(self, level: int) -> int:
        """The section above a heading: `###` stands beside an earlier one that had no `##`."""
        parent = self.section
        while parent > 0 and self.sections[parent].level >= min(level, 6):
            parent = self.sections[parent].parent
        above = parent
        while above > 0 and level < 6:
            above = self.sections[above].parent
            if (above, level) in self._children:
                parent = above
        self._children.add((parent, level))
        return parent

    def _paragraph(self, pieces: list[Piece]) -> None:
        """A paragraph; headings that stand in its lines without any markup of their own part it."""
        rest: list[Piece] = []
        for number, piece in enumerate(pieces):
            if (
                is_furniture(piece[0])
                or is_furniture(stripped([piece])[0])
                or is_navigation(piece[0])
            ):
                self._prose(rest)
                rest = []
                self._add("paragraph", [piece], damaged="page furniture")
                continue
            below = pieces[number + 1][0] if number + 1 < len(pieces) else ""
            if is_bold_line(piece[0], below):
                self._prose(rest)
                rest = []
                self._bare_heading(piece, 7)
            elif self._plain_heading(piece, below, alone=not rest):
                self._prose(rest)
                rest = []
                self._bare_heading(piece, 6)
            else:
                rest.append(piece)
        self._prose(rest)

    def _bare_heading(self, piece: Piece, level: int) -> None:
        text, marks, runs = stripped([piece])
        text_shown = CAPTION.sub("", text)
        shown = text_shown.title() if text.isupper() and len(text) > 6 else text_shown
        self._open_section(shown, level, piece[1] + 1)
        self.blocks.append(Block("heading", text, marks, runs, self.section))

    def _close_caption(self, text: str) -> None:
        """What follows a table is not about the bold line over it, unless it points back to it."""
        if (
            self.sections[self.section].level == 7
            and captions_table(self.blocks)
            and not POINTS_BACK.match(text)
        ):
            self.section = self.sections[self.section].parent

    def _prose(self, pieces: list[Piece]) -> None:
        if not pieces:
            return
        self._close_caption(pieces[0][0])
        rows = [(text, line, column) for text, line, column, _ in pieces]
        if looks_tabular(rows):
            cells = recovered(rows)
            if cells:
                self._rows(cells, pieces[0][1])
                return
            self._add("paragraph", pieces, damaged="a table that lost its shape")
            return
        for part in logical_lines(pieces):
            text, marks, runs = stripped(part)
            if not text:
                continue
            if self._continues(text):
                self._append_to_last(text, marks, runs)
            else:
                self.blocks.append(Block("paragraph", text, marks, runs, self.section))

    def _plain_heading(self, piece: Piece, below: str, *, alone: bool) -> bool:
        """Whether a short line without markup or full stop is a heading."""
        text, line, _, _ = piece
        if not alone:
            return False
        return bool(CAPTION.match(text)) or (
            may_head(text)
            and heads_text(text, line, self.source.lines, below, first=not self.blocks)
        )

    def _continues(self, text: str) -> bool:
        if not self.blocks or not text[0].islower():
            return False
        last = self.blocks[-1]
        return (
            last.kind in {"paragraph", "item"}
            and last.section == self.section
            and not last.text.endswith((".", ":", "!", "?", "।", ";"))
            and 20 < len(last.text) < _RUNS_ON
        )

    def _append_to_last(self, text: str, marks: tuple[Mark, ...], runs: tuple[Run, ...]) -> None:
        last = self.blocks[-1]
        shift = len(last.text) + 1
        end = last.runs[-1]
        joint = Run(shift - 1, 1, end.line, end.column + max(end.length - 1, 0), end.exact)
        self.blocks[-1] = replace(
            last,
            text=f"{last.text} {text}",
            marks=last.marks + tuple(Mark(m.start + shift, m.end + shift) for m in marks),
            runs=(*last.runs, joint, *(run._replace(start=run.start + shift) for run in runs)),
        )

    def _add(self, kind: str, pieces: list[Piece], damaged: str = "") -> None:
        text, marks, runs = stripped(pieces)
        if text:
            self.blocks.append(Block(kind, text, marks, runs, self.section, damaged=damaged))

    def _item(
        self,
        pieces: list[Piece],
        items: list[int],
        listed: tuple[int, int],
        number: int | None,
    ) -> int:
        self._close_caption(pieces[0][0])
        outer = [block for block in items[:-1] if block >= 0]
        own = items[-1]
        for part in logical_lines(pieces):
            text, marks, runs = stripped(part)
            if not text:
                continue
            parent = outer[-1] if outer else -1
            if own >= 0:  # a further paragraph of the same item
                parent = own
            self.blocks.append(
                Block(
                    "item",
                    text,
                    marks,
                    runs,
                    self.section,
                    parent,
                    listed[1],
                    listed[0] if own < 0 else -1,
                    number if own < 0 else None,
                    damaged="page furniture" if is_navigation(part[0][0]) else "",
                )
            )
            own = own if own >= 0 else len(self.blocks) - 1
        return own

    def _table(self, tokens: list[Token], at: int) -> int:
        rows: list[list[tuple[str, int, int]]] = []
        line = _line(tokens[at], 0)
        start = line
        column = 0
        while tokens[at].type != "table_close":
            token = tokens[at]
            if token.type == "tr_open":
                rows.append([])
                line = _line(token, line)
                column = 0
            elif token.type == "inline":
                content, _, found, exact = self._piece(token.content.strip(), line, column)
                column = found + len(content) if exact else column
                rows[-1].append((content, line, found if exact else -1))
            at += 1
        self._rows(rows, start)
        return at

    def _rows(self, rows: list[list[tuple[str, int, int]]], line: int) -> None:
        if len(rows) > 2 and not any(text for text, _, _ in rows[0]):
            rows = rows[1:]  # a converter's table: the titles stand in its first row
        if not rows:
            return
        lead = self._last_paragraph()
        columns = tuple(stripped([(text, at, 0, True)])[0] for text, at, _ in rows[0])
        wide = "rows of a table too wide to ask" if len(columns) > _WIDEST else ""
        indices = []
        for row in rows[1:]:
            block = row_block(row, self.section, lead, wide)
            if block is not None:
                indices.append(len(self.blocks))
                self.blocks.append(block)
        if indices:
            self.tables.append(Table(columns, tuple(indices), self.section, lead, line + 1))

    def finish(self) -> None:
        """Tell furniture and damage, and which sections identify their text."""
        titles: dict[str, int] = {}
        for section in self.sections:
            titles[section.title.casefold()] = titles.get(section.title.casefold(), 0) + 1
        first = next((s.title.casefold() for s in self.sections[1:]), "")
        for number, section in enumerate(self.sections):
            once = titles[section.title.casefold()] == 1 or section.title.casefold() == first
            sound = bool(section.title) and once and not is_generic(section.title)
            self.sections[number] = replace(section, identifies=sound)
        last = self.blocks[-1] if self.blocks else None
        if (
            last is not None
            and last.runs
            and self.source.lines[last.runs[0].line].lstrip("> *_")[:1] in {"—", "–"}
            and len(last.text.split()) <= 10
            and last.kind != "heading"
        ):
            self.blocks[-1] = replace(last, damaged="page furniture")  # a signature
        for number, block in enumerate(self.blocks):
            reason = block.damaged or damage_of(block, self.sections, self.source.lines)
            if reason:
                self.blocks[number] = replace(block, damaged=reason)


def _line(token: Token, otherwise: int) -> int:
    """The line (from 0) that a token begins on."""
    return token.map[0] if token.map else otherwise
