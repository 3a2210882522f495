"""From what the learner gave to a verdict: the one way in to grading."""

from __future__ import annotations

from mdquiz.decks.asked import Asked, Form
from mdquiz.grading.arranged import arranged_texts, judge_order
from mdquiz.grading.choices import judge_choice, option_texts
from mdquiz.grading.finding import Finding
from mdquiz.grading.typed import compare_typed
from mdquiz.grading.verdict import Confidence, Outcome, Rating, Response, Verdict

_RIGHT_RATING = {
    Confidence.SURE: Rating.GOOD,
    Confidence.UNSAID: Rating.GOOD,
    Confidence.UNSURE: Rating.HARD,
    Confidence.GUESS: Rating.AGAIN,  # lucky: not known
}


def grade(asked: Asked, response: Response, confidence: Confidence = Confidence.UNSAID) -> Verdict:
    """What to say of an answer. Pure, and never raises, whatever was given.

    Args:
        asked: The question as it was put.
        response: What the learner gave; nothing at all counts as revealed.
        confidence: How sure they said they were.

    Returns:
        The verdict with the rating it suggests: right gives Good, unsure Hard, guessed Again;
        almost gives Hard, for the learner to decide; wrong gives Again, and wrong though sure is
        a misconception. A revealed card has no suggestion.
    """
    given, finding = _judged(asked, response)
    if finding is None:
        return Verdict(Outcome.REVEALED, None, given=given)
    suggested = Rating.AGAIN
    if finding.outcome is Outcome.RIGHT:
        suggested = _RIGHT_RATING[confidence]
    elif finding.outcome is Outcome.ALMOST:
        suggested = Rating.HARD
    return Verdict(
        finding.outcome,
        suggested,
        misconception=finding.outcome is Outcome.WRONG and confidence is Confidence.SURE,
        given=given,
        notes=tuple(note for note in finding.notes if note.text),
    )


def _judged(asked: Asked, response: Response) -> tuple[str, Finding | None]:
    """What was given in words, and what it is worth; None where nothing was given."""
    if response.revealed:
        return "", None
    if asked.form is Form.TYPED:
        typed = response.typed.strip()
        if not typed or asked.expected is None:
            return typed, None
        return typed, compare_typed(asked.expected, typed, asked.stem)
    if asked.form is Form.ARRANGE:
        arranged = tuple(at for at in response.arranged if 0 <= at < len(asked.arrange))
        if not arranged:
            return "", None
        return arranged_texts(asked, arranged), judge_order(asked, arranged)
    chosen = tuple(at for at in response.chosen if 0 <= at < len(asked.options))
    if not chosen:
        return "", None
    return option_texts(asked, chosen), judge_choice(asked, chosen)
