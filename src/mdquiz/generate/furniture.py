"""Page furniture: what stands on the page but says nothing of the subject."""

from __future__ import annotations

import re
from functools import lru_cache

# Both are matched against lower case: a third of the time of re.IGNORECASE.
_OPENS_FURNITURE = re.compile(
    r"""
    \[\d{1,3}\]\s | [★☆⭐✩✪]{3} | \W*(?:
      (?:posted|published|updated|last\s+updated|uploaded|edited)\s*(?:at|on|by)?\s*[:\-–]?\s*
        (?:\d|by\b|on\b|at\b|[a-z]{3,9}\s+\d)
    | (?:posted|published|written|compiled|prepared|reviewed)\s+by\b.{0,80}$
    | (?:compiled|collated|adapted|condensed|summari[sz]ed|abridged|excerpted|sourced)\s+from\b.{0,160}$
    | (?:based\s+on|with)\s+(?:inputs?|reports?|material)\s+(?:from|by|in)\b.{0,120}$
    | (?:last\s+)?(?:revised|modified|checked|accessed|retrieved)\s*(?:on|at|:|[–—-])\s*(?:\d|[a-z]{3,9}\s+\d)
    | sources?(?:\s+(?:used|consulted|referred(?:\s+to)?|cited|&\s+credits))?\s*(?:[:：]|\s[-–—])\s
    | (?:copyright|\(c\)|©).{0,40}\b(?:19|20)\d{2}
    | (?:19|20)\d{2}\s(?:[\w&.]+\s){1,5}(?:ltd|pvt|inc|llp|publishers|publications)\b.{0,25}$
    | (?:date|author|source|sources|tags?|category|categories|credits?|image|photo|share|
        read\s+time|reading\s+time|reference|references|last\s+updated|keywords?|views?)\s*[:：]
    | page\s+\d+(?:\s*(?:of|/)\s*\d+)?\W*$
    | (?:click\s+here|read\s+more|also\s+read|see\s+also|subscribe|follow\s+us|join\s+(?:us|our)|
        download\s+(?:the\s+|our\s+)?(?:pdf|app|notes)|share\s+this|like\s+and\s+share|call\s+us|
        contact\s+us|for\s+more\s+(?:details|information|notes)|visit\s+(?:our|us|www)|back\s+to\s+top|
        table\s+of\s+contents|previous\s+article|next\s+article|advertisement)\b
    | (?:enrol{1,2}\b|register\s+(?:now|here|today)|buy\s+now|admissions?\s+open|contact\b|helpline|
        image\s+(?:courtesy|source)|photo\s+courtesy|picture\s+credit|courtesy\s*:|
        (?:our|the)\s+toppers|toppers\s+(?:of|from)|test\s+series|new\s+batch|last\s+modified|
        (?:study|class|lecture|revision|short)\s+notes\s+(?:for|by|prepared)|prepared\s+(?:for|by)|
        previous\s*:|next\s*:|prev\b.*\bnext\b|home\s*[>»/|]|q\s*\d*\s*[.):]\s|question\s*\d*\s*[.):])
    | (?:fig(?:ure)?|map|chart|photo|image|picture)\.?\s*\d+\s*[:.–-]
    | page\s+\d+\s*[|•·–-]
    | (?:https?://|www\.)\S+\W*$
    | [\w.+-]+@[\w-]+\.\w+\W*$
    | (?:tel|phone|mob|mobile|whatsapp|telegram|email|e-mail|website)\s*[:.]
    | (?:notes?|pdf|handouts?|material|slides?|mindmap)\s+(?:made|by|from|credits?|courtesy|shared|typed|collected)\b.{0,80}$
    | (?:made|typed|curated|collected|shared|designed|handwritten)\s+(?:by|with)\s+(?!(?:the|a|an)\b)\D{2,40}$
    | credits?\s+(?:to|goes)\b
    | (?:only|just)\s+(?:what|those|the\s+(?:points|facts))\b.{0,50}\b(?:asked|exam|revis|remember)\w*.{0,30}$
    | (?:these|this|my)\s+(?:short\s+|class\s+)?(?:notes?|pdf|document|compilation|sheet)\b.{0,120}\b(?:is|are|covers?|meant|made|for|from)\b
    | (?:नोट्स\s+)?(?:साभार|सौजन्य|संकलन|संकलनकर्ता|प्रस्तुति)\s*[:：–—-]
    | (?:please\s+)?(?:leave|drop|write|post|add)\s+(?:us\s+)?(?:a|your|any)\s+
        (?:comments?|feedback|reply|replies|reviews?|ratings?|suggestions?)
    | (?:please\s+)?(?:rate|share)\s+(?:this|these|our|us|the\s+(?:note|article|post|page)s?)\b
    | like\s+th(?:is|ese)\s*(?:[?!]|notes?\b|$)
    | (?:please\s+)?(?:give|send|share|submit)\s+(?:us\s+)?(?:your\s+)?(?:feedback|suggestions?|ratings?)\b
    | (?:your\s+)?(?:feedback|comments?|suggestions?)\b\W*(?:below|here|welcome|form|box|\(|$)
    | (?:was|did)\s+(?:this|you)\b.{0,40}\b(?:helpful|useful|like)\b
    | (?:कृपया\s+)?(?:अपनी\s+)?(?:प्रतिक्रिया|टिप्पणी|सुझाव)\s+(?:दें|लिखें|भेजें|छोड़ें)
    | (?:प्रकाशित|स्रोत|लेखक|पृष्ठ\s*\d+|अधिक\s+पढ़ें|अंतिम\s+अद्यतन)\s*[:：]?
    )
    """,  # noqa: E501
    re.VERBOSE,
)
_HOLDS_FURNITURE = re.compile(
    r"""
      (?:all\s+rights(?:\s+reserved|\W*$)|©|copyright\s+\d{4}|terms\s+of\s+use|privacy\s+policy)
    | \b\d+\s*min(?:ute)?s?\s+read\b
    | \((?:upsc|ias|cse|prelims|mains)[^()]{0,20}\d{4}\)\s*$
    | \bwww\.\S+\.(?:com|in|org|net)\b
    | \bt\.me/|\btelegram\s*(?:channel|group|[:@])|[·|•–—-]\s*@\w{3,}|^\W*@\w{3,}\W*$
    """,
    re.VERBOSE,
)
_HINT = re.compile(
    r"rights|©|copyright|terms|privacy|read|\((?:upsc|ias|cse|prelims|mains)|www\.|t\.me/|telegram|@"
)
"""Without one of these a text holds no furniture: far quicker to see than to match for."""
_LINK = re.compile(r"\[\[[^\[\]]*\]\]|\[[^\[\]]+\]\([^()]*\)|https?://\S+|(?<!\w)#[^\W\d][\w/-]*")
_SEPARATOR = re.compile(r"\s[·•|>»/–—,-]\s|[>»→]")
_ACADEMY = re.compile(
    r"^[\W\d]*(?:[A-Z&'’.]+\s+){0,4}(?:ACADEMY|COACHING|CLASSES|INSTITUTE|IAS)\b[^.]{0,30}$"
)
_BY_LINE = re.compile(
    r"\W*By\s+(?:(?:Dr|Mr|Ms|Mrs|Prof|Shri|Smt)\.?\s+)?[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,3}"
    r"(?:\s*(?:[,|·•]|\s[–—-])\s*(?:(?:\d|[A-Z][a-z]{2,8}\s\d|[^,|]{0,30}\b(?:19|20)\d{2}).{0,30}|\D{2,30}))?\W*$"
)
"""Who wrote the page: "By Anil Mehta, 4 May 2024"."""
_FURNITURE_HEADINGS = re.compile(
    r"^\W*(?:references?|sources?|bibliography|further\s+reading|related\s+(?:posts|articles|links)|"
    r"(?:previous\s+year|practice|sample|mains|prelims)\s+questions?|pyqs?|disclaimer|share\s+this|"
    r"about\s+(?:the\s+author|us)|table\s+of\s+contents|contents|contact(?:\s+us)?|tags|"
    r"संदर्भ\s+ग्रंथ|स्रोत)\W*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def is_furniture(text: str) -> bool:
    """Whether `text` is a posted-at line, footer, link, page number or the like."""
    if len(text) > 400:
        return False
    lowered = text.lower()
    if _OPENS_FURNITURE.match(lowered) or _ACADEMY.match(text) or _BY_LINE.match(text):
        return True
    return bool(_HINT.search(lowered)) and bool(_HOLDS_FURNITURE.search(lowered))


_BYLINE = re.compile(
    r"^\W*(?:(?:is\s+)?(?:published|released|compiled|prepared|written)\s+)?by\b"
    r"|^\W*(?:compiled|based\s+on)\b",
    re.IGNORECASE,
)
_BY_SOMEBODY = re.compile(
    r"\b(?:index|indices|report|ranking|survey|outlook|atlas|review|book|magazine|journal|list|novel)\b",
    re.IGNORECASE,
)


def is_byline_of(text: str, title: str) -> bool:
    """Whether a byline is a fact about what the heading `title` names, not about the page."""
    return bool(_BYLINE.match(text)) and bool(_BY_SOMEBODY.search(title))


def is_navigation(raw: str) -> bool:
    """Whether a raw line is only links, hashtags and short words between separators."""
    if len(raw) > 300 or len(links := _LINK.findall(raw)) == 0:
        return False
    rest = [part.strip(" *_`·•|>»/–—,-:.") for part in _SEPARATOR.split(_LINK.sub(" ", raw))]
    left = [part for part in rest if part]
    tagged = any(link.startswith("#") for link in links)
    if not left:
        return len(links) > 1 or tagged
    separators = len(_SEPARATOR.findall(raw))
    return separators > 1 and all(len(part.split()) <= 3 and len(part) < 25 for part in left)


def heads_furniture(title: str) -> bool:
    """Whether nothing under a heading `title` is subject matter ("References")."""
    return bool(_FURNITURE_HEADINGS.match(title))
