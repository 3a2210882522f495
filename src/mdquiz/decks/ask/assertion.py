"""Put Statement-I and -II (and -III) with the examiner's ladder of options."""

from __future__ import annotations

from mdquiz.decks.ask.setting import Setting
from mdquiz.decks.ask.wording import label
from mdquiz.decks.asked import Asked, Claim, Form, Option
from mdquiz.decks.kinds.assertion import Assertion


def ask_assertion(question: Assertion, setting: Setting) -> Asked:
    """`question` as it is put; the ladder keeps its order."""
    words = setting.words
    claims = _claims(question, setting)
    if question.statement_3 is None:
        rung, ladder = _short_rung(question), words.ladder
        asserts: tuple[tuple[bool, ...] | None, ...]
        asserts = ((True, True), (True, True), (True, False), (False, True))
    else:
        rung, ladder = _long_rung(question), words.long_ladder
        first = question.statement_1.true  # the ladder says nothing of it
        asserts = ((first, True, True), (first, True, True), None, (first, False, False))
    options = tuple(
        Option(
            text=text,
            right=at == rung,
            asserts=asserts[at],
            # The first two rungs differ only in what explains what.
            why=_explained(question, setting) if at < 2 and rung < 2 else "",
        )
        for at, text in enumerate(ladder)
    )
    return Asked(
        card=setting.card,
        type=question.type,
        form=Form.ONE,
        language=setting.language,
        stem=_prompt(question, setting) or words.consider["statements"],
        claims=claims,
        closing=words.in_respect,
        options=options,
        answer=options[rung].text,
    )


def _claims(question: Assertion, setting: Setting) -> tuple[Claim, ...]:
    translation = getattr(question, setting.language, None) if setting.translated else None
    claims = []
    for at, own in enumerate(question.statements):
        shown = own if translation is None else getattr(translation, f"statement_{at + 1}")
        name = setting.words.statement.format(label(at, "I"))
        claims.append(Claim(name, shown.text, own.true, shown.why or own.why))
    return tuple(claims)


def _prompt(question: Assertion, setting: Setting) -> str:
    translation = getattr(question, setting.language, None) if setting.translated else None
    return question.prompt if translation is None else str(translation.prompt)


def _short_rung(question: Assertion) -> int:
    first, second = question.statement_1.true, question.statement_2.true
    if first and second:
        return 0 if question.statement_2.explains else 1
    return 2 if first else 3


def _long_rung(question: Assertion) -> int:
    reasons = [each for each in (question.statement_2, question.statement_3) if each is not None]
    true = [each for each in reasons if each.true]
    if not true:
        return 3
    if len(true) == 1:
        return 2
    return 0 if all(each.explains for each in true) else 1


def _explained(question: Assertion, setting: Setting) -> str:
    """Which statements explain Statement-I, in words."""
    words = setting.words
    reasons = (question.statement_2, question.statement_3)
    return " ".join(
        words.explains[0 if reason.explains else 1].format(words.statement.format(name))
        for name, reason in zip(("II", "III"), reasons, strict=True)
        if reason is not None
    )
