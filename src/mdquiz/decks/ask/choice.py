"""Put a choice: its options shuffled, those that speak of the others last."""

from __future__ import annotations

import re

from mdquiz.decks.ask.setting import Setting
from mdquiz.decks.asked import Asked, Form, Option
from mdquiz.decks.kinds.choice import Choice

# "None of the above" makes no sense before what it speaks of, pinned or not.
_OF_THE_OTHERS = re.compile(
    r"^(all|none|both|neither|any)\b.*\b(above|these|them)\b|^(उपर्युक्त|इनमें से|उपरोक्त)", re.IGNORECASE
)


def ask_choice(question: Choice, setting: Setting) -> Asked:
    """`question` as it is put."""
    translation = getattr(question, setting.language, None) if setting.translated else None
    texts, prompt, reasons = question.options, question.prompt, question.why
    if translation is not None:
        texts, prompt = translation.options, translation.prompt
    pinned = [question.options.index(text) for text in question.pin]
    pinned += [
        at
        for at, text in enumerate(question.options)
        if at not in pinned and _OF_THE_OTHERS.search(text)
    ]
    order = [at for at in range(len(texts)) if at not in pinned]
    setting.rng.shuffle(order)
    options = tuple(
        Option(
            text=texts[at],
            right=question.options[at] in question.right,
            why=(translation.why.get(texts[at], "") if translation is not None else "")
            or reasons.get(question.options[at], ""),
        )
        for at in (*order, *pinned)
    )
    return Asked(
        card=setting.card,
        type=question.type,
        form=Form.SEVERAL if question.several else Form.ONE,
        language=setting.language,
        stem=prompt,
        closing=setting.words.several if question.several else "",
        answer="; ".join(option.text for option in options if option.right),
        options=options,
    )
