"""A statement called false is nowhere asserted."""

from __future__ import annotations

from mdquiz.generate.candidates.candidate import Candidate
from mdquiz.generate.gates.gate import Bench, plain


def false_is_false(candidate: Candidate, bench: Bench) -> str:
    """A false statement differs from what the document says there, and stands nowhere in it."""
    claims = [(judged.text, judged.original) for judged in candidate.judged if not judged.true]
    if candidate.type == "true_false" and not candidate.truth:
        claims.append((candidate.prompt, candidate.original))
    for text, original in claims:
        said = plain(text.replace("\t", " ")).rstrip(" .।")
        if not original:
            return "a false statement does not say what is true"
        if said == plain(original).rstrip(" .।"):
            return "a statement called false is what the document says"
        bare = said.partition(": ")[2] or said
        if candidate.type != "rows" and (
            said in bench.sentences or bare in bench.sentences or bench.says(bare)
        ):
            return "a statement called false is asserted elsewhere"
    truths = [judged.true for judged in candidate.judged]
    if candidate.type in {"statements", "rows"} and truths and len(truths) < 2:
        return "a set needs two statements"
    return ""
