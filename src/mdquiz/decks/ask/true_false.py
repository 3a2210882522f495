"""Put a statement to judge, and put one misjudged claim of a larger question alone."""

from __future__ import annotations

from dataclasses import replace

from mdquiz.decks.ask.setting import Setting
from mdquiz.decks.ask.wording import wording
from mdquiz.decks.asked import Asked, Form, Option
from mdquiz.decks.kinds.true_false import TrueFalse


def ask_true_false(question: TrueFalse, setting: Setting) -> Asked:
    """`question` as it is put; True always comes first, as people expect."""
    translation = getattr(question, setting.language, None) if setting.translated else None
    texts = setting.words.true_false
    return Asked(
        card=setting.card,
        type=question.type,
        form=Form.ONE,
        language=setting.language,
        stem=question.prompt if translation is None else translation.prompt,
        answer=texts[0] if question.answer else texts[1],
        options=(Option(texts[0], question.answer), Option(texts[1], not question.answer)),
    )


def repair(asked: Asked, claim_index: int) -> Asked:
    """One claim of `asked` alone, as true or false: how a misjudged statement comes back.

    Args:
        asked: A question with claims.
        claim_index: The claim's position in `asked.claims` (`Note.claim` names it).

    Returns:
        The claim as a question of its own; `asked` itself where it has no such claim (the deck
        may have been edited since).
    """
    if not 0 <= claim_index < len(asked.claims):
        return asked
    claim = asked.claims[claim_index]
    words = wording(asked.language)
    texts = words.true_false
    about = "statements"
    if asked.columns:
        about = "pairs" if len(asked.columns) == 2 else "rows"
    return replace(
        asked,
        type="true_false",
        form=Form.ONE,
        stem=words.repair[about],
        claims=(claim,),
        closing="",
        lists=(),
        list_titles=(),
        options=(
            Option(texts[0], claim.true, asserts=(True,)),
            Option(texts[1], not claim.true, asserts=(False,)),
        ),
        arrange=(),
        arrange_key=(),
        expected=None,
        answer=texts[0] if claim.true else texts[1],
    )
