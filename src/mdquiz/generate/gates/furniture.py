"""Nothing is asked from page furniture or from damaged passages."""

from __future__ import annotations

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.furniture import is_furniture
from mdquiz.generate.gates.gate import Bench, plain


def sound_source(candidate: Candidate, bench: Bench) -> str:
    """The passage is subject matter, and could be read."""
    del bench
    for span in candidate.spans:
        if is_furniture(plain(span.quote)):
            return "the passage is page furniture"
        if "\ufffd" in span.quote:
            return "the passage could not be read"
    return ""
