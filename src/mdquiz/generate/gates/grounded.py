"""The answer stands inside the quote."""

from __future__ import annotations

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.gates.gate import Bench, contains, plain


def answer_in_quote(candidate: Candidate, bench: Bench) -> str:
    """Every answer, option key, pair and item stands in the passages that the question names."""
    quotes = plain(" ".join(span.quote for span in candidate.spans))
    if candidate.type in {"short", "choice", "cloze"}:
        wanted: tuple[str, ...] = candidate.answer.items or (candidate.answer.text,)
    elif candidate.type == "match":
        wanted = tuple(text for pair in candidate.pairs for text in pair)
    elif candidate.type == "order":
        wanted = candidate.sequence
    else:
        return ""
    for text in wanted:
        if contains(quotes, text) or contains(quotes, text.replace("-", " ")):
            continue
        if not bench.says(text):
            return f"the answer {text!r} does not stand in the document"
        if not candidate.label_answer:
            return f"the answer {text!r} does not stand in the quote"
    return ""
