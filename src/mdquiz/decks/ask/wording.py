"""The examiner's set phrases in English and Hindi, as UPSC papers have them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Ask = Literal["which", "how_many", "not"]


@dataclass(frozen=True, slots=True)
class Wording:
    """The set phrases of one language.

    Attributes:
        consider: Opening words for "statements", "pairs" and "rows".
        closing: The question proper by what it is about and how it is asked.
        counts: Words for one to six ("one", …) as they stand after "Only".
        totals: Words for two to six as they stand after "All"; the first is "Both".
        only: A code of some claims, with `{}` for the numbers.
        both: The code of both of two claims.
        neither: The code of neither of two claims.
        none: The code of none of three claims or more.
        only_count: "Only two", with `{}` for the number.
        all_count: "All three", with `{}` for the number.
        no_count: "None".
        nouns: What is counted, singular and plural, put after the number; empty for statements.
        conjunction: "and".
        true_false: The two options of a statement to judge.
        repair: Asks about one claim alone.
        match: Opening words of a match.
        lists: "List I" and "List II".
        instead: Names the right entries beside a wrong code.
        several: Says that several options may be right.
        arrange: Asks for an order; `{}` is the axis.
        opening: Opening words of an order without a prompt.
        statement: How the statements of an assertion are called; `{}` is I, II, III.
        in_respect: The question proper of an assertion.
        ladder: The options for two statements.
        long_ladder: The options for three statements.
        explains: Says that a statement explains Statement I, or does not.
        months: The twelve months.
    """

    consider: dict[str, str]
    closing: dict[tuple[str, str], str]
    counts: tuple[str, ...]
    totals: tuple[str, ...]
    only: str
    both: str
    neither: str
    none: str
    only_count: str
    all_count: str
    no_count: dict[str, str]
    nouns: dict[str, tuple[str, str]]
    conjunction: str
    true_false: tuple[str, str]
    repair: dict[str, str]
    match: str
    lists: tuple[str, str]
    instead: str
    several: str
    arrange: str
    opening: str
    statement: str
    in_respect: str
    ladder: tuple[str, str, str, str]
    long_ladder: tuple[str, str, str, str]
    explains: tuple[str, str]
    months: tuple[str, ...]

    def numbers(self, labels: Sequence[str]) -> str:
        """Labels in a row: "1, 2 and 3"."""
        if len(labels) < 2:
            return "".join(labels)
        return f"{', '.join(labels[:-1])} {self.conjunction} {labels[-1]}"

    def code(self, named: frozenset[int], labels: Sequence[str]) -> str:
        """The option that names these claims: "1 and 3 only", "Both 1 and 2", "1, 2 and 3"."""
        chosen = [label for at, label in enumerate(labels) if at in named]
        if not chosen:
            return self.neither.format(*labels) if len(labels) == 2 else self.none
        if len(chosen) < len(labels):
            return self.only.format(self.numbers(chosen))
        return self.both.format(self.numbers(chosen)) if len(chosen) == 2 else self.numbers(chosen)

    def count(self, number: int, total: int, about: str) -> str:
        """The option that counts claims: "Only two", "All three pairs", "None"."""
        if number == 0:
            return self.no_count[about]
        singular, plural = self.nouns[about]
        if number == total:
            text = self.all_count.format(self.totals[total - 2]) if total > 2 else self.totals[0]
            return f"{text} {plural}".rstrip()
        noun = singular if number == 1 else plural
        return f"{self.only_count.format(self.counts[number - 1])} {noun}".rstrip()


_ENGLISH = Wording(
    consider={
        "statements": "Consider the following statements:",
        "pairs": "Consider the following pairs:",
        "rows": "Consider the following information:",
    },
    closing={
        ("statements", "which"): "Which of the statements given above is/are correct?",
        ("statements", "not"): "Which of the statements given above is/are not correct?",
        ("statements", "how_many"): "How many of the above statements are correct?",
        ("pairs", "which"): "Which of the pairs given above is/are correctly matched?",
        ("pairs", "not"): "Which of the pairs given above is/are not correctly matched?",
        ("pairs", "how_many"): "How many of the above pairs are correctly matched?",
        ("rows", "which"): (
            "In which of the above rows is the given information correctly matched?"
        ),
        ("rows", "not"): (
            "In which of the above rows is the given information not correctly matched?"
        ),
        ("rows", "how_many"): (
            "In how many of the above rows is the given information correctly matched?"
        ),
    },
    counts=("one", "two", "three", "four", "five", "six"),
    totals=("Both", "three", "four", "five", "six"),
    only="{} only",
    both="Both {}",
    neither="Neither {} nor {}",
    none="None of the above",
    only_count="Only {}",
    all_count="All {}",
    no_count={"statements": "None", "pairs": "None of the pairs", "rows": "None"},
    nouns={"statements": ("", ""), "pairs": ("pair", "pairs"), "rows": ("", "")},
    conjunction="and",
    true_false=("True", "False"),
    repair={
        "statements": "Is this statement correct?",
        "pairs": "Is this pair correctly matched?",
        "rows": "Is the information in this row correctly matched?",
    },
    match=(
        "Match List I with List II and select the correct answer "
        "using the code given below the Lists:"
    ),
    lists=("List I", "List II"),
    instead="it should be {}",
    several="Choose all that apply.",
    arrange="Arrange them in the right order: {}",
    opening="Consider the following:",
    statement="Statement-{}",
    in_respect="Which one of the following is correct in respect of the above statements?",
    ladder=(
        "Both Statement-I and Statement-II are correct and Statement-II explains Statement-I",
        (
            "Both Statement-I and Statement-II are correct, but Statement-II does not explain "
            "Statement-I"
        ),
        "Statement-I is correct, but Statement-II is not correct",
        "Statement-I is not correct, but Statement-II is correct",
    ),
    long_ladder=(
        "Both Statement-II and Statement-III are correct and both of them explain Statement-I",
        (
            "Both Statement-II and Statement-III are correct, but only one of them explains "
            "Statement-I"
        ),
        "Only one of the Statements II and III is correct and that explains Statement-I",
        "Neither Statement-II nor Statement-III is correct",
    ),
    explains=("{} explains Statement-I.", "{} does not explain Statement-I."),
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
)  # fmt: skip

_HINDI = Wording(
    consider={
        "statements": "निम्नलिखित कथनों पर विचार कीजिए:",
        "pairs": "निम्नलिखित युग्मों पर विचार कीजिए:",
        "rows": "निम्नलिखित जानकारी पर विचार कीजिए:",
    },
    closing={
        ("statements", "which"): "उपर्युक्त कथनों में से कौन-सा/से सही है/हैं?",
        ("statements", "not"): "उपर्युक्त कथनों में से कौन-सा/से सही नहीं है/हैं?",
        ("statements", "how_many"): "उपर्युक्त कथनों में से कितने सही हैं?",
        ("pairs", "which"): "उपर्युक्त युग्मों में से कौन-सा/से सही सुमेलित है/हैं?",
        ("pairs", "not"): "उपर्युक्त युग्मों में से कौन-सा/से सही सुमेलित नहीं है/हैं?",
        ("pairs", "how_many"): "उपर्युक्त युग्मों में से कितने सही सुमेलित हैं?",
        ("rows", "which"): "उपर्युक्त में से किस/किन पंक्ति/पंक्तियों में दी गई जानकारी सही सुमेलित है?",
        ("rows", "not"): "उपर्युक्त में से किस/किन पंक्ति/पंक्तियों में दी गई जानकारी सही सुमेलित नहीं है?",
        ("rows", "how_many"): "उपर्युक्त में से कितनी पंक्तियों में दी गई जानकारी सही सुमेलित है?",
    },
    counts=("एक", "दो", "तीन", "चार", "पाँच", "छह"),
    totals=("दोनों", "तीनों", "चारों", "पाँचों", "छहों"),
    only="केवल {}",
    both="{} दोनों",
    neither="न तो {} और न ही {}",
    none="उपर्युक्त में से कोई नहीं",
    only_count="केवल {}",
    all_count="सभी {}",
    no_count={"statements": "कोई भी नहीं", "pairs": "कोई भी युग्म नहीं", "rows": "कोई भी नहीं"},
    nouns={"statements": ("", ""), "pairs": ("युग्म", "युग्म"), "rows": ("", "")},
    conjunction="और",
    true_false=("सत्य", "असत्य"),
    repair={
        "statements": "क्या यह कथन सही है?",
        "pairs": "क्या यह युग्म सही सुमेलित है?",
        "rows": "क्या इस पंक्ति में दी गई जानकारी सही सुमेलित है?",
    },
    match="सूची-I को सूची-II से सुमेलित कीजिए और सूचियों के नीचे दिए गए कूट का प्रयोग कर सही उत्तर चुनिए:",
    lists=("सूची-I", "सूची-II"),
    instead="सही है {}",
    several="जो भी सही हों, सभी चुनिए।",
    arrange="इन्हें सही क्रम में लगाइए: {}",
    opening="निम्नलिखित पर विचार कीजिए:",
    statement="कथन-{}",
    in_respect="उपर्युक्त कथनों के बारे में, निम्नलिखित में से कौन-सा एक सही है?",
    ladder=(
        "कथन-I और कथन-II दोनों सही हैं और कथन-II, कथन-I की व्याख्या करता है",
        "कथन-I और कथन-II दोनों सही हैं, किन्तु कथन-II, कथन-I की व्याख्या नहीं करता है",
        "कथन-I सही है, किन्तु कथन-II सही नहीं है",
        "कथन-I सही नहीं है, किन्तु कथन-II सही है",
    ),
    long_ladder=(
        "कथन-II और कथन-III दोनों सही हैं और वे दोनों कथन-I की व्याख्या करते हैं",
        "कथन-II और कथन-III दोनों सही हैं, किन्तु उनमें से केवल एक कथन-I की व्याख्या करता है",
        "कथन-II और कथन-III में से केवल एक सही है और वह कथन-I की व्याख्या करता है",
        "न तो कथन-II सही है और न ही कथन-III",
    ),
    explains=("{}, कथन-I की व्याख्या करता है।", "{}, कथन-I की व्याख्या नहीं करता है।"),
    months=(
        "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर",
        "नवंबर", "दिसंबर",
    ),
)  # fmt: skip


def wording(language: str) -> Wording:
    """The set phrases of `language`; English ones where there are none of its own."""
    return _HINDI if language.split("-")[0] == "hi" else _ENGLISH


def label(position: int, style: str = "1") -> str:
    """The label of a claim at `position` (from 0): 1, 2, … or I, II, …."""
    return ("I", "II", "III", "IV", "V", "VI")[position] if style == "I" else str(position + 1)
