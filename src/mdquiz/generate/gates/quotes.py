"""The quote stands verbatim at its lines."""

from __future__ import annotations

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.gates.gate import Bench


def quote_stands(candidate: Candidate, bench: Bench) -> str:
    """A question without a quote, or whose quote is not there, is not grounded."""
    if not candidate.spans:
        return "it names no passage"
    document = bench.material.reading.document
    for span in candidate.spans:
        if not document.quote_stands(span):
            return f"the quote does not stand on lines {span.first} to {span.last}"
    return ""
