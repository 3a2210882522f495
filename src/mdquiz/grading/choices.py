"""Judge a choice of options, and say which statement was misjudged and why."""

from __future__ import annotations

from mdquiz.decks.asked import Asked, Option
from mdquiz.grading.finding import Finding
from mdquiz.grading.verdict import Note, Outcome


def judge_choice(asked: Asked, chosen: tuple[int, ...]) -> Finding:
    """What to say of the options chosen.

    Right when exactly the key was chosen; so two options marked where one is asked are wrong, as
    in every paper. Notes on a wrong answer name each statement misjudged
    (`Note.claim`), or give the reasons of the options chosen and of the right one.
    """
    picked = tuple(asked.options[at] for at in sorted(set(chosen)))
    right = all(option.right == (option in picked) for option in asked.options)
    if right:
        return Finding(Outcome.RIGHT, _reasons(picked, "right"))
    notes: tuple[Note, ...] = ()
    if len(picked) == 1:
        notes = _misjudged(asked, picked[0])
    if asked.claims and not notes and asked.type != "order":  # items to order are not true
        notes = tuple(_claim_note(asked, at, "info") for at in range(len(asked.claims)))
    if asked.form == "several":
        notes += tuple(
            Note("missing", f"belongs to the answer: {option.text}")
            for option in asked.options
            if option.right and option not in picked
        )
        notes += tuple(
            Note("extra", f"does not belong to the answer: {option.text}")
            for option in picked
            if not option.right
        )
    wrong = tuple(option for option in picked if not option.right)
    key = tuple(option for option in asked.options if option.right)
    return Finding(Outcome.WRONG, notes + _reasons(wrong, "wrong") + _reasons(key, "right"))


def option_texts(asked: Asked, chosen: tuple[int, ...]) -> str:
    """The chosen options in words, as they are logged."""
    return "; ".join(asked.options[at].text for at in chosen)


def _misjudged(asked: Asked, picked: Option) -> tuple[Note, ...]:
    if picked.asserts is None or len(picked.asserts) != len(asked.claims):
        return ()
    return tuple(
        _claim_note(asked, at, "wrong")
        for at, (claim, said) in enumerate(zip(asked.claims, picked.asserts, strict=True))
        if said != claim.true
    )


def _claim_note(asked: Asked, at: int, mark: str) -> Note:
    claim = asked.claims[at]
    noun = {0: "Statement", 2: "Pair"}.get(len(asked.columns), "Row")
    name = f"{noun} {claim.label}" if claim.label.isalnum() else claim.label
    state = "correctly matched" if asked.columns else "correct"
    text = f"{name} is {state}" if claim.true else f"{name} is not {state}"
    reasons = [claim.why.strip()]
    if claim.original and not claim.true:
        reasons.append(f"In truth: {claim.original.strip()}")
    reason = " ".join(each for each in reasons if each)
    return Note(mark, f"{text}: {reason}" if reason else f"{text}.", claim=at)


def _reasons(options: tuple[Option, ...], mark: str) -> tuple[Note, ...]:
    return tuple(Note(mark, f"{option.text}: {option.why}") for option in options if option.why)
