"""How a Hindi column or label is asked of what it belongs to, in Hindi."""

from __future__ import annotations

import re

from mdquiz.generate.lexicon import Lexicon

_OWNED = re.compile(r"\s(?:का|के|की)\s")
"""A title that has its own owner: "प्रारूप समिति के अध्यक्ष"."""


def hindi_column_question(column: str, subject: str, topic: str, lexicon: Lexicon) -> str:
    """`गंगा` × `उद्गम` → `गंगा का उद्गम कहाँ है?`; a brief form where the title is not known.

    Args:
        column: The title; its last words choose the question.
        subject: What the row or record is about.
        topic: The heading, put in front where the title is not known; may be empty.
        lexicon: Word lists; its `headers` have a template by a title's last words.
    """
    template = hindi_template(column, lexicon)
    if template and _OWNED.search(column):
        return f"{subject}: {column}{template.partition('{column}')[2]}"
    if template:
        return template.replace("{of}", subject).replace("{column}", column)
    head = f"{topic} – " if topic else ""
    return f"{head}{subject}: {column}?"


def hindi_template(column: str, lexicon: Lexicon) -> str:
    """The question for a title that ends in known words; "" for none."""
    parts = column.split()
    for count in (len(parts), 2, 1):
        found = lexicon.headers.get(" ".join(parts[-count:]), "")
        if found:
            return found
    return ""
