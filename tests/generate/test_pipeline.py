"""The whole road: from notes to a deck."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.decks.question import QUESTION_TYPES
from mdquiz.decks.read import read_deck_text
from mdquiz.decks.write import deck_text
from mdquiz.generate.pipeline import generate
from mdquiz.generate.source import source_text
from mdquiz.generate.summary import sources_of
from tests.generate.conftest import Make
from tests.generate.coverage import NOTES, coverage, generated, notes

PACT = """# India's mineral diplomacy

### Building ties

- **Australia:** In March 2022, KABIL (Khanij Bidesh India Ltd.) signed an MoU with Australia.
- **Lithium Triangle** (Argentina, Chile, and Bolivia):
  - A **\\$24 million lithium exploration pact** was signed with a **state-owned enterprise in Argentina** for access to **five lithium brine blocks**.
  - KABIL is also working to secure minerals by acquiring **assets in Bolivia and Chile**.
"""  # noqa: E501


def test_the_question_that_the_product_was_made_for(make: Make) -> None:
    asked = {q.prompt: q for q in make(PACT).deck.questions if q.type == "short"}
    question = asked["KABIL–Argentina pact value?"]
    assert question.answer == "$24 million"
    assert [source.lines for source in sources_of(question)] == [(7, 7)]
    assert question.rule == "value-brief"


def test_no_agent_is_invented_for_an_agentless_sentence(make: Make) -> None:
    text = "- A $24 million pact was signed with a firm in Argentina.\n- Chile has copper.\n"
    assert all("KABIL" not in q.prompt for q in make(text).deck.questions if q.type == "short")


@pytest.mark.parametrize("note", notes(), ids=lambda path: path.stem)
def test_what_a_teacher_would_ask_of_a_note_is_asked(note: Path) -> None:
    asked, listed = coverage(note).share(must=True)
    wanted = 0.75 if note.stem.startswith("hindi") else 0.9
    assert asked >= wanted * listed, [e.fact for e in coverage(note).missed if e.must]


@pytest.mark.parametrize("note", notes(), ids=lambda path: path.stem)
def test_a_generated_deck_is_written_and_read_back_the_same(note: Path) -> None:
    deck = generated(note).deck
    reading = read_deck_text(deck_text(deck), "deck.toml")
    assert [d for d in reading.diagnostics if d.severity == "error"] == []
    assert reading.deck == deck


@pytest.mark.parametrize("note", notes(), ids=lambda path: path.stem)
def test_every_quote_of_a_deck_stands_verbatim_on_its_lines(note: Path) -> None:
    generation = generated(note)
    lines = source_text(note.name, note.read_bytes()).lines
    for question in generation.deck.questions:
        sources = sources_of(question)
        assert sources
        for source in sources:
            assert source.lines is not None
            first, last = source.lines
            assert source.quote in "\n".join(lines[first - 1 : last])


def test_all_types_but_the_rarest_come_of_the_notes() -> None:
    made = Counter(q.type for note in notes() for q in generated(note).deck.questions)
    assert set(made) >= set(QUESTION_TYPES) - {"assertion"}


def test_an_explicit_reason_makes_statement_one_and_two(make: Make) -> None:
    text = "The Kosi is called the Sorrow of Bihar because the river changes its course often.\n"
    made = {q.type for q in make(text).deck.questions}
    assert "assertion" in made


def test_a_false_statement_says_what_the_notes_say() -> None:
    for note in notes():
        for question in generated(note).deck.questions:
            if question.type == "statements":
                assert all(s.true or (s.original and s.why) for s in question.statements)
            if question.type == "true_false" and not question.answer:
                assert question.explanation


def test_keys_and_truths_give_nothing_away() -> None:
    questions = [q for note in notes() for q in generated(note).deck.questions]
    positions = Counter(
        q.options.index(q.answer)
        for q in questions
        if q.type == "choice" and isinstance(q.answer, str)
    )
    total = sum(positions.values())
    assert all(0.15 * total < positions[n] < 0.35 * total for n in range(4)), positions
    truths = Counter(s.true for q in questions if q.type == "statements" for s in q.statements)
    assert 0.35 < truths[True] / sum(truths.values()) < 0.7, truths


def test_only_the_types_asked_for_are_made(make: Make) -> None:
    made = make(PACT, types=("choice",)).deck.questions
    assert made
    assert {q.type for q in made} == {"choice"}


def test_a_fact_is_asked_no_oftener_than_wanted(make: Make) -> None:
    single = [
        q
        for q in make(PACT, max_per_fact=1).deck.questions
        if q.type in {"short", "cloze", "choice"}
    ]
    assert max(Counter(q.facts[0] for q in single).values()) == 1


def test_moving_a_passage_keeps_the_questions_ids(make: Make) -> None:
    before = {q.id for q in make(PACT).deck.questions if q.type == "short"}
    after = {q.id for q in make("Some other opening words.\n\n" + PACT).deck.questions}
    assert before <= after


def test_hindi_notes_are_asked_in_hindi() -> None:
    deck = generated(NOTES / "hindi-samvidhan.md").deck
    assert deck.language == "hi"
    for question in deck.questions:
        text = question.text if question.type == "cloze" else question.prompt
        assert not set("abcdefghijklmnopqrstuvwxyz") & set(text), text


SCRIPT = """
import sys
from pathlib import Path
from mdquiz.decks.write import deck_text
from mdquiz.generate.pipeline import generate
from mdquiz.generate.source import source_text
from mdquiz.generate.summary import sources_of
for name in sys.argv[1:]:
    sys.stdout.write(deck_text(generate(source_text(Path(name).name, Path(name).read_bytes())).deck))
"""  # noqa: E501


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    paths = [str(NOTES / "current-affairs-week.md"), str(NOTES / "modern-india-timeline.md")]
    out = [
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", SCRIPT, *paths],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "7")
    ]
    assert out[0] == out[1]
    assert out[0]


FRAGMENTS = st.sampled_from(
    [
        "# ",
        "## 1. ",
        "- ",
        "* **",
        "**",
        "1. ",
        "| a | b |",
        "|---|---|",
        ": ",
        " – ",
        "1947",
        "in March 2022 ",
        "KABIL (Khanij Bidesh India Ltd.)",
        "₹5 crore",
        "5%",
        "\n",
        "\n\n",
        "\r\n",
        "```",
        "> ",
        "[[x|y]]",
        "](",
        "<b>",
        "&amp;",
        "\\$",
        "These include:",
        "It was ",
        "The Act ",
        "shall be appointed by the President",
        ".",
        "(",
        ")",
        "“",
        "राष्ट्रपति",
        "२०२०",
        "।",
        "\t",
        "{{",
        "}}",
        "::",
        "\x02",
        "\u200b",
        "such as ",
        "Argentina and Chile",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(FRAGMENTS | st.text(max_size=12), max_size=40).map("".join))
def test_no_text_makes_the_generator_fail_and_every_deck_reads_back(text: str) -> None:
    deck = generate(source_text("any.md", text.replace("\0", "").encode("utf-8", "replace"))).deck
    reading = read_deck_text(deck_text(deck), "deck.toml")
    assert reading.deck == deck


def test_a_long_list_costs_a_fact_no_more_than_a_short_one(make: Make) -> None:
    def looked_at(count: int) -> int:
        text = "".join(
            f"- **Name{n} Act**: was passed in {1700 + n} by the Parliament.\n"
            for n in range(count)
        )
        made = make(text)
        return max(len(f.others) for f in made.facts)

    rows = "| Lake | Year |\n|---|---|\n" + "".join(
        f"| Lake{n} | {1500 + n} |\n" for n in range(200)
    )
    assert looked_at(50) <= 24
    assert max(len(fact.others) for fact in make(rows).facts) <= 24


def test_a_sentence_nobody_could_ask_is_left_out_and_told(make: Make) -> None:
    made = make("The Act of 1909 was passed by Parliament and the King signed it " * 40)
    assert made.deck.questions == ()
    assert made.skipped == {"sentences too long to ask": 1}
