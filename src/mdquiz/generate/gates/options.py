"""One option is right, and nothing in their form says which."""

from __future__ import annotations

import re

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.fold import folded
from mdquiz.generate.gates.gate import Bench, contains, plain

_DIGIT = re.compile(r"\d")


def options_sound(candidate: Candidate, bench: Bench) -> str:
    """Options are distinct, of one format, not in the quote, not the key in other words."""
    if candidate.type != "choice":
        return ""
    options = candidate.options
    key = (
        candidate.answer.text.replace(" ", "-")
        if "-" in "".join(options)
        else candidate.answer.text
    )
    right = [o for o in options if folded(o) in {folded(candidate.answer.text), folded(key)}]
    if len(right) != 1:
        return "the key is not exactly one of the options"
    if len({folded(option) for option in options}) < len(options) or len(options) < 4:
        return "options repeat, or there are fewer than four"
    key = right[0]
    quotes = plain(" ".join(span.quote for span in candidate.spans))
    lexicon = bench.material.reading.lexicon
    for option in options:
        if option == key:
            continue
        if (
            not candidate.rule.endswith("reverse")
            and "label" not in candidate.rule
            and contains(quotes, option)
            and not contains(plain(key), option)
        ):
            return f"the option {option!r} stands in the passage too"
        if lexicon.related(option, key):
            return f"the option {option!r} is the key, or a part of it, in other words"
        accepted = {folded(text) for text in candidate.answer.accept}
        if folded(option) in accepted:
            return f"the option {option!r} is right as well"
        if contains(plain(candidate.prompt), option):
            return f"the option {option!r} is in the prompt"
    formats = {bool(_DIGIT.search(option)) for option in options}
    if len(formats) > 1:
        return "options of different formats"
    longest = max(len(option) for option in options if option != key)
    if len(key) > 1.6 * longest + 8:
        return "the key is conspicuously longest"
    return ""
