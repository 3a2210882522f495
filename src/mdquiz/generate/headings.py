"""Which headings say what their text is about, and which only say what part of a note it is."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"^(?:(?P<kind>chapter|part|section|unit|pillar|module|step|phase|lesson|topic|article|schedule)"
    r"\s+)?(?P<number>\d{1,2}|[IVX]{1,5}|[A-Za-z])(?:[.):]|\s[-–—])\s+(?=\S)",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^[^\w\"'“‘(₹$]+")
_TRAILING = re.compile(r"[\s:：\-–—.,;।]+$")
_ROMAN = {"I": 1, "V": 5, "X": 10}

_GENERIC_WORDS = frozenset(
    ["a", "about", "additional", "advantages", "aim", "aims", "also", "an", "analysis", "and", "any", "appointment", "are", "as", "associated", "background", "basic", "basics", "benefits", "brief", "briefly", "case", "cases", "causes", "challenges", "changes", "characteristics", "comparison", "components", "composition", "conclusion", "concern", "concerns", "context", "core", "criticism", "criticisms", "current", "data", "date", "dates", "definition", "demerits", "details", "difference", "differences", "disadvantages", "effects", "elements", "establishment", "event", "events", "evolution", "examples", "exam", "explained", "fact", "facts", "faqs", "feature", "features", "figures", "findings", "focus", "for", "formation", "forward", "framework", "from", "function", "functions", "further", "general", "geography", "glance", "history", "how", "impact", "impacts", "implications", "importance", "important", "in", "india's", "information", "initiatives", "institutional", "intro", "introduction", "is", "issue", "issues", "it", "its", "key", "latest", "legal", "limitations", "list", "main", "mains", "major", "meaning", "mechanism", "members", "membership", "merits", "misc", "miscellaneous", "missing", "more", "nature", "need", "needed", "news", "note", "notes", "number", "numbers", "objective", "objectives", "of", "on", "origin", "other", "our", "overview", "part", "past", "pieces", "point", "points", "power", "powers", "practice", "prelims", "present", "principles", "problems", "process", "pros", "cons", "provision", "provisions", "purpose", "question", "questions", "quick", "reading", "reasons", "recent", "recap", "recommendations", "reference", "references", "related", "relevance", "remember", "removal", "revision", "role", "salient", "see", "significance", "some", "source", "sources", "specific", "stages", "statistics", "status", "steps", "structure", "suggested", "suggestions", "summary", "syllabus", "table", "takeaway", "takeaways", "tenure", "term", "terms", "that", "the", "their", "things", "this", "timeline", "to", "today", "top", "topics", "trivia", "types", "up", "updates", "upsc", "value", "way", "ways", "what", "when", "where", "which", "who", "why", "with", "ahead", "way-forward", "glossary", "abbreviations", "chronology", "milestones", "criticism", "snapshot", "पृष्ठभूमि", "परिचय", "निष्कर्ष", "महत्व", "विशेषताएँ", "विशेषताएं", "चुनौतियाँ", "चुनौतियां", "संदर्भ", "मुख्य", "बिंदु", "तथ्य", "प्रमुख", "महत्वपूर्ण", "उद्देश्य", "कार्य", "शक्तियाँ", "आगे", "की", "राह", "सारांश", "भूमिका", "और", "के", "का", "में", "एवं", "तालिका", "घटनाएँ", "घटनाएं", "समयरेखा", "तिथियाँ", "शब्दावली", "इतिहास", "संरचना"]
)


def clean_title(text: str) -> tuple[str, int | None]:
    """`text` without number, emoji and closing colon, and the number it began with."""
    title = _LEADING.sub("", text.strip())
    number: int | None = None
    found = _NUMBER.match(title)
    if found and not (
        found["kind"] and found["kind"].lower() in {"article", "schedule", "section"}
    ):
        raw = found["number"]
        if raw.isdigit():
            number = int(raw)
        elif raw.isupper() and set(raw) <= set("IVX"):
            number = _roman(raw)
        elif len(raw) == 1 and not found["kind"]:
            number = ord(raw.lower()) - 96
        if number is not None:
            title = title[found.end() :]
    return _TRAILING.sub("", title) or title.strip(), number


def _roman(text: str) -> int:
    values = [_ROMAN[char] for char in text]
    return sum(
        -value if after > value else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )


def is_generic(title: str) -> bool:
    """Whether `title` could stand in any note: "Key Features", "Way Forward"."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", title.casefold())
    words = re.findall(r"[^\s:,./()&–—?!-]+", title.casefold()) if not words else words
    if not words:
        return True
    return all(
        word.removesuffix("'s").removesuffix("’s") in _GENERIC_WORDS for word in _split(title)
    )


def _split(title: str) -> list[str]:
    return [word for word in re.split(r"[\s:,./()&–—?!\d-]+", title.casefold()) if word]
