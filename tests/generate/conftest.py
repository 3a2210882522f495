"""What the tests of the generator share: a document read from a few lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mdquiz.generate.blocks import read_document
from mdquiz.generate.lexicon import load_lexicon
from mdquiz.generate.pipeline import Generation, Wishes, generate
from mdquiz.generate.source import source_text
from mdquiz.generate.statements import Reading, read_statements

Read = Callable[[str], Reading]
Make = Callable[..., Generation]


@pytest.fixture
def read() -> Read:
    """Read a document given as text."""

    def _read(text: str) -> Reading:
        return read_statements(read_document(source_text("notes.md", text)), load_lexicon())

    return _read


@pytest.fixture
def make() -> Make:
    """Generate from a document given as text."""

    def _make(text: str, **wishes: object) -> Generation:
        return generate(source_text("notes.md", text), Wishes(**wishes))  # type: ignore[arg-type]

    return _make
