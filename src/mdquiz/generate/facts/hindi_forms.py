"""A Hindi clause with a gap in it, and what no answer may be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mdquiz.generate.facts.hindi_parts import CLOSE, OPEN
from mdquiz.generate.hindi import hindi_words

GAP = "…"


MARKS = re.compile(f"[{OPEN}{CLOSE}]")


BE = r"(?:है|हैं|था|थे|थी|थीं)"


VERB_END = re.compile(r"(?:[आाीेोएई]|ीं|ैं|है|हैं)$")


JOINT = re.compile(r",\s|\s(?:और|तथा|एवं|व)\s")


@dataclass(frozen=True, slots=True)
class Form:
    """A clause with a gap in it.

    Attributes:
        gapped: The clause, `…` where the answer stands.
        wh: What is asked there; "" where the gap stays a gap.
        answer: The answer.
        kind: The rule; "tail" for a labelled value: `gapped` is its owner, `wh` its label.
    """

    gapped: str
    wh: str
    answer: str
    kind: str


def no_phrase(answer: str) -> bool:
    """Whether an answer is no plain phrase: it has a postposition, or means another thing."""
    words = re.sub(r"\([^()]*\)", "", answer).split()
    loose = hindi_words("postpositions") - {"और", "तथा", "एवं", "व", "का", "की", "के"}
    return (
        not words
        or len(words) > 8
        or bool(set(words) & loose)
        or bool(words[-1:] and words[-1] in {"का", "की", "के"})
        or words[0] in hindi_words("no_names")
        or any(w in {"नहीं", "न", "कौन", "क्या"} for w in words)
    )


GENITIVE = re.compile(r"\s(?:का|की|के)(?:\s|$)")


NO_THING = re.compile(
    r"^(?:से|में|को|पर|ने|तक|भी)(?:\s|$)|नहीं|(?<!\S)(?:में|से|पर|को|द्वारा|(?:कर|जा|दे|ले|रह|हो|सक|दिला|बना|चला|बुला|करा|रख|लगा|मान|बोल|कह|मिल|बन|चल|निकल|बह|गिर|पढ़|लिख)(?:ता|ते|ती)|गया|गई|गए|किया|दिया|हुआ|"
    r"हुई|चुका|बना|बनी|स्थित|निहित|आधारित|प्रसिद्ध|संबंधित|उपलब्ध|शामिल|वाला|वाली)$"
)
