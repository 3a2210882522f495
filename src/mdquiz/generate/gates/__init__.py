"""Gates: a question is let into the deck only past all of them; a new one is a file and a line."""

from __future__ import annotations

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.gates.furniture import sound_source
from mdquiz.generate.gates.gate import Bench, Gate, GateVerdict
from mdquiz.generate.gates.grammar import reads_well
from mdquiz.generate.gates.grounded import answer_in_quote
from mdquiz.generate.gates.imports import imports_nothing
from mdquiz.generate.gates.leaks import no_leak
from mdquiz.generate.gates.length import fits
from mdquiz.generate.gates.options import options_sound
from mdquiz.generate.gates.quotes import quote_stands
from mdquiz.generate.gates.schema import is_a_question
from mdquiz.generate.gates.standalone import stands_alone
from mdquiz.generate.gates.trivial import worth_asking
from mdquiz.generate.gates.twins import false_is_false

GATES: dict[str, Gate] = {
    "quote": quote_stands,
    "furniture": sound_source,
    "grounded": answer_in_quote,
    "leak": no_leak,
    "stands-alone": stands_alone,
    "length": fits,
    "grammar": reads_well,
    "worth-asking": worth_asking,
    "options": options_sound,
    "imports": imports_nothing,
    "twin": false_is_false,
    "schema": is_a_question,
}


def examine(candidate: Candidate, bench: Bench) -> GateVerdict:
    """The first gate that holds `candidate` back, or a verdict that it passed them all."""
    for name, gate in GATES.items():
        reason = gate(candidate, bench)
        if reason:
            return GateVerdict(name, reason)
    return GateVerdict("", "")


def examine_all(candidate: Candidate, bench: Bench) -> tuple[GateVerdict, ...]:
    """What every gate says of `candidate`."""
    return tuple(GateVerdict(name, gate(candidate, bench)) for name, gate in GATES.items())
