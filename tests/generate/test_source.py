from __future__ import annotations

import pytest

from mdquiz.errors import DocumentError
from mdquiz.generate.source import source_text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them(end: str) -> None:
    assert source_text("n.md", end.join(["one", "two", "three"])).lines == ("one", "two", "three")


def test_a_byte_order_mark_is_not_text() -> None:
    assert source_text("n.md", b"\xef\xbb\xbfone").lines == ("one",)
    assert source_text("n.md", "one".encode("utf-16")).lines == ("one",)


def test_an_old_windows_file_is_read() -> None:
    assert source_text("n.md", "caf\u00e9 \u2013 ok".encode("cp1252")).lines == (
        "caf\u00e9 \u2013 ok",
    )


def test_a_binary_file_is_refused_with_a_remedy() -> None:
    with pytest.raises(DocumentError, match="not a text file") as caught:
        source_text("n.pdf", b"%PDF\x00\x01")
    assert "mdquiz[documents]" in caught.value.hint
