"""Nothing is asked from page furniture or from damaged passages."""

from __future__ import annotations

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.furniture import is_byline_of, is_furniture
from mdquiz.generate.gates.gate import Bench, plain


def sound_source(candidate: Candidate, bench: Bench) -> str:
    """The passage is subject matter, and could be read."""
    title = bench.material.reading.document.sections[candidate.section].title
    for span in candidate.spans:
        said = plain(span.quote)
        if is_furniture(said) and not is_byline_of(said, title):
            return "the passage is page furniture"
        if "\ufffd" in span.quote:
            return "the passage could not be read"
    return ""
