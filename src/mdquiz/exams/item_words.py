"""What was given and what is right in words, with the letters of the options as they stood."""

from __future__ import annotations

from collections.abc import Iterable

from mdquiz.decks.asked import Asked, Claim
from mdquiz.exams.attempt import Reply
from mdquiz.exams.error_log import given_words


def given_text(asked: Asked, reply: Reply) -> str:
    """The answer that stands, `(b) 2 and 3 only`; "" for none."""
    if reply.response is None or not reply.response.chosen or not asked.options:
        return given_words(asked, reply)
    return _options_text(asked, sorted(set(reply.response.chosen)))


def key_text(asked: Asked) -> str:
    """The key, `(a) 2 only`; an order stands as its option does, its items after it."""
    right = [at for at, option in enumerate(asked.options) if option.right]
    if not right:
        return asked.answer
    words = _options_text(asked, right)
    same = words.casefold().endswith(asked.answer.casefold())
    return f"{words}: {asked.answer}" if asked.type == "order" and not same else words


def judges_claims(asked: Asked) -> bool:
    """Whether its numbered lines are true or false; the items of an order are neither."""
    return asked.type != "order"


def claim_text(claim: Claim) -> str:
    """A claim with its label: "1. …", or "Statement-I: …" where the label is a name."""
    return f"{claim.label}{'.' if claim.label.isalnum() else ':'} {claim.text}"


def option_letter(position: int) -> str:
    """`(a)` for the option at position 0."""
    return f"({chr(ord('a') + position)})"


def _options_text(asked: Asked, positions: Iterable[int]) -> str:
    return "; ".join(
        f"{option_letter(at)} {asked.options[at].text}"
        for at in positions
        if at < len(asked.options)
    )
