"""Papers written by hand for the tests: what each question is, and nothing drawn."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from mdquiz.decks.asked import Asked, Expected, Form, Option
from mdquiz.decks.card import CardId
from mdquiz.exams.attempt import Reply
from mdquiz.exams.confidence import Bucket
from mdquiz.exams.paper import Item, Paper, PaperSection
from mdquiz.exams.preset import Preset
from mdquiz.exams.presets import load_preset
from mdquiz.exams.scheme import Scheme
from mdquiz.grading.verdict import Response

RIGHT = Reply(visited=True, response=Response(chosen=(0,)))
WRONG = Reply(visited=True, response=Response(chosen=(1,)))
BLANK = Reply()
DECLINED = Reply(visited=True, declined=True)
BOTH = Reply(visited=True, response=Response(chosen=(0, 1)))


def choice(number: int, *, key: Sequence[int] = (0,), tags: tuple[str, ...] = ("gs",)) -> Asked:
    """A question with four options, the first of them right but where `key` says otherwise."""
    return Asked(
        card=CardId("deck", f"q{number}"),
        type="choice",
        form=Form.ONE,
        language="en",
        stem=f"Question {number}?",
        answer="; ".join(f"option {at}" for at in key),
        options=tuple(Option(f"option {at}", at in key) for at in range(4)),
        tags=tags,
        answer_hash="h",
    )


def several(number: int) -> Asked:
    """A question whose first two options are right, both to be marked."""
    asked = choice(number, key=(0, 1))
    return Asked(
        card=asked.card,
        type="choice",
        form=Form.SEVERAL,
        language="en",
        stem=asked.stem,
        answer=asked.answer,
        options=asked.options,
    )


def numeric(number: int, value: float = 42, tolerance: float | None = None) -> Asked:
    """A question answered by typing a number."""
    return Asked(
        card=CardId("deck", f"q{number}"),
        type="short",
        form=Form.TYPED,
        language="en",
        stem=f"Number {number}?",
        answer=str(value),
        expected=Expected(value, kind="number", tolerance=tolerance),
    )


def paper(
    scheme: Scheme, asked: Sequence[Asked], *, seconds: int = 7200, name: str = "own"
) -> Paper:
    """An undivided paper of these questions."""
    items = tuple(
        Item(at, 0, (one,), one.type, "", scheme.worth(0, str(one.card)))
        for at, one in enumerate(asked, 1)
    )
    sections = (PaperSection("", 1, len(items)),)
    return Paper(name, "An exam", 1, seconds, scheme, sections, items)


def full_paper(preset: str | Preset) -> Paper:
    """The whole paper of a preset: every question a choice, or numeric where a section says so."""
    if isinstance(preset, str):
        preset = load_preset(preset)
    scheme, items, sections = preset.scheme, list[Item](), list[PaperSection]()
    parts = [
        (part.name, part.count, part.minutes, part.locked, part.formats) for part in scheme.sections
    ]
    for position, (name, count, minutes, locked, formats) in enumerate(
        parts or [("", preset.questions, None, False, ())]
    ):
        seconds = None if minutes is None else int(minutes * 60)
        sections.append(PaperSection(name, len(items) + 1, count, seconds, locked))
        for _ in range(count):
            number = len(items) + 1
            form = "numeric" if formats == ("numeric",) else "choice"
            asked = numeric(number) if form == "numeric" else choice(number)
            worth = scheme.worth(position, str(asked.card), form)
            items.append(Item(number, position, (asked,), form, "", worth))
    return Paper(
        preset.name,
        preset.title,
        1,
        int(preset.minutes * 60),
        scheme,
        tuple(sections),
        tuple(items),
    )


def sheet(total: int, *, right: int = 0, wrong: int = 0, declined: int = 0) -> list[Reply]:
    """An answer sheet: so many right, then wrong, then declined; the rest left blank."""
    given = [RIGHT] * right + [WRONG] * wrong + [DECLINED] * declined
    return given + [BLANK] * (total - len(given))


def sure(reply: Reply, bucket: Bucket) -> Reply:
    """The same reply, said with that confidence."""
    return Reply(visited=True, response=reply.response, bucket=bucket)


def scheme(marks: str = "2", penalty: str = "2/3") -> Scheme:
    """A plain scheme."""
    return Scheme(Fraction(marks), Fraction(penalty))
