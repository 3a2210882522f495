from __future__ import annotations

from pathlib import Path

import pytest

from mdquiz.errors import UsageError
from mdquiz.grading.verdict import Response
from tests.desks import desk_with, short_deck

CITIES = short_deck(2, title="Córdoba", tag="gs1.geography.cities")


def found(query: str, folder: Path) -> list[str]:
    with desk_with(folder, short_deck(12, tag="gs2.ir"), CITIES) as desk:
        drill = desk.drill()
        assert drill.step is not None
        drill.answer(Response(typed=drill.step.card.question.removeprefix("q")))
        drill.rate()
        desk.set_suspended([row.entry.card for row in desk.browse("q12")], True)
        return [str(row.entry.card) for row in desk.browse(query)]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 14),
        ("what 12", 1),
        ("WHAT is", 14),
        ("tag:gs2", 12),
        ("tag:geography", 2),
        ("deck:cordoba", 2),
        ("type:short", 14),
        ("type:cloze", 0),
        ("state:new", 12),
        ("state:learned", 1),
        ("state:due", 0),
        ("state:suspended", 1),
        ("due:365", 1),
        ("-state:new", 2),
        ("tag:gs2 -q12", 11),
        ("nothing has this word", 0),
    ],
)
def test_a_query_finds_the_cards_it_describes(tmp_path: Path, query: str, count: int) -> None:
    assert len(found(query, tmp_path)) == count


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("state:lerned", "new, due"),
        ("due:soon", "due:0"),
        ("tags:ir", "tag:ir"),
        ("foo:bar", "tag:"),
        ("is:it", "tag:"),
    ],
)
def test_a_term_that_means_nothing_is_explained(tmp_path: Path, query: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        found(query, tmp_path)
    assert hint in caught.value.hint
