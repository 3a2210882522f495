"""What a document costs grows with its length, not with the square of it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

from mdquiz.generate.lexicon import load_lexicon
from mdquiz.generate.pipeline import Generation, generate
from mdquiz.generate.source import source_text
from mdquiz.generate.summary import summarise, summary_lines

_STATES = ("Punjab", "Kerala", "Odisha", "Assam")
DOCUMENTS: dict[str, Callable[[int], str]] = {
    "a tall table": lambda n: (
        "| Site | River |\n|---|---|\n"
        + "".join(f"| Site{i} name | River{i} x |\n" for i in range(n))
    ),
    "a tall table with few values": lambda n: (
        "| River | State |\n|---|---|\n"
        + "".join(f"| River{i} | {_STATES[i % 4]} |\n" for i in range(n))
    ),
    "a table of merged heads": lambda n: (
        "| State | River | Length |\n|-|-|-|\n| Punjab | Ravi | 5 |\n"
        + "".join(f"| | River{i} | {i} |\n" for i in range(n))
    ),
    "one paragraph of many lines": lambda n: "a\n" * (10 * n),
    "one paragraph of many sentences": lambda n: "".join(
        f"The river Ravi{i} rises in Delhi in {1900 + i % 100}. " for i in range(n)
    ),
    "a life told sentence by sentence": lambda n: (
        "Ashok Mehta was born. "
        + "".join(f"He met Nehru{i} in {1900 + i % 100}. " for i in range(n))
    ),
    "one thing told sentence by sentence": lambda n: (
        "The Lokpal is old. "
        + "".join(f"It met in {1900 + i % 100} at Delhi{i}. " for i in range(n))
    ),
    "paragraphs that run on": lambda n: (
        "The words of this long beginning\n\n" + "lower case line of some words here\n\n" * n
    ),
    "abbreviations on one line": lambda n: "ABC (Alpha Beta Co) " * (4 * n),
    "brackets on one line": lambda n: "(ABC) " * (8 * n),
    "labels": lambda n: "".join(f"- **Term{i}**: the thing of {i} in Delhi\n" for i in range(n)),
    "a timeline": lambda n: "".join(f"{1500 + i}: Battle of Place{i}\n" for i in range(n)),
    "headings": lambda n: "".join(
        f"## Head {i}\n\nText was made in {1900 + i % 100} by Delhi{i}.\n\n" for i in range(n)
    ),
    "the same sentence": lambda n: "The Act was passed in 1909 by the House.\n\n" * n,
    "a sentence of commas": lambda n: "A, " * n,
    "nested bullets": lambda n: "- " * n,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_twice_the_document_takes_twice_the_calls(name: str) -> None:
    text = DOCUMENTS[name]
    calls_for(text(10))  # what is loaded at first use
    small, large = calls_for(text(80)), calls_for(text(160))
    assert large < 2.4 * small


RUNS: dict[str, str] = {
    "spaces": "a" + " " * 60_000 + "b",
    "dashes": "--" * 30_000 + "x",
    "images": "![" * 30_000,
    "images with addresses": "![](" * 15_000,
    "images with data": "![](data:" * 6_000,
    "footnotes": "[^" * 30_000,
    "comments": "<!--" * 15_000,
    "strikes": "<s>" * 20_000,
    "spaces before a cross": "a" + " " * 60_000 + "b ❌ c",
    "ends of links": "[[a " + "]]" * 30_000,
    "brackets": "(" * 60_000,
    "stars": "**" * 30_000,
    "verbs": "is " * 20_000,
    "one word": "x" * 1_000_000,
    "numbers": "1," * 30_000,
    "abbreviations": "A" * 300 + "(aa)" + "A a " * 15_000,
    "small words that spell": "AAAAAAAAAAAZ (Ab Ac " + "a " * 38 + "b) ",
}
CPU_SECONDS = 10.0
"""Each takes some tenths of a second; with cost by the square, minutes."""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer of processor time")
@pytest.mark.parametrize("name", RUNS)
def test_a_long_run_of_one_sign_does_not_hold_up_a_pattern(name: str) -> None:
    with at_most(CPU_SECONDS):
        generation = made(RUNS[name])
    assert generation.deck.title


def test_a_life_of_a_thousand_sentences_is_read_to_its_end() -> None:
    life = "The Lokpal is old. " + "".join(f"It met in {1900 + i} at Delhi. " for i in range(1000))
    assert made(life).facts


def test_a_table_too_wide_to_quote_is_left_out_and_told() -> None:
    wide = "".join(
        "|" + "|".join(f"{letter}{i}" for i in range(400)) + "|\n" + ("|-" * 400 + "|\n") * first
        for letter, first in (("a", 1), ("b", 0), ("c", 0))
    )
    generation = made(wide)
    assert not generation.facts
    assert "2 rows of a table too wide to ask" in "\n".join(summary_lines(summarise(generation)))


def test_a_bracket_far_down_a_line_is_still_spelled_out() -> None:
    generation = made("Of many it is said. " * 60 + "The Mineral Security Partnership (MSP) met.")
    fact = next(fact for fact in generation.facts if fact.kind == "expansion")
    assert fact.answer.text == "Mineral Security Partnership"
    assert fact.spans[0].quote == "Mineral Security Partnership (MSP)"


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("Seen ![a map](map.png) in Delhi.", "Seen in Delhi."),
        (
            "Seen ![](data:image/png;base64," + "iVBORw0K/+" * 900 + "==) in Delhi.",
            "Seen in Delhi.",
        ),
        ("Seen <!-- a - b -- c < d --> in Delhi.", "Seen in Delhi."),
        ("Seen ~~twice~~ <s>once</s> in Delhi.", "Seen in Delhi."),
        ("Seen [[Maps|maps]] in Delhi]].", "Seen maps in Delhi."),
        ("Seen in Delhi]].", "Seen in Delhi]]."),
    ],
)
def test_markup_is_still_taken_off(raw: str, left: str) -> None:
    assert made(raw).reading.document.blocks[0].text == left


def made(text: str) -> Generation:
    return generate(source_text("n.md", text), lexicon=load_lexicon())


def calls_for(text: str) -> int:
    """How many functions are called to make a deck of `text`."""
    count = 0

    def counted(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        del frame, argument
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        made(text)
    finally:
        sys.setprofile(before)
    return count


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Fail when the block takes more processor time; how busy the machine is does not matter."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"more than {seconds} seconds of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
