"""Cost of generating a deck from documents of 4 KB to 10 MB: `python benchmarks/generate.py [largest MB]`."""  # noqa: E501

from __future__ import annotations

import sys
import time
from pathlib import Path

from mdquiz.generate.pipeline import generate
from mdquiz.generate.source import source_text

NOTES = Path(__file__).parent.parent / "tests" / "data" / "notes"


def corpus(size: int) -> str:
    """`size` characters of notes; every copy has its own names, so that no fact repeats."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(NOTES.glob("*.md"))]
    out: list[str] = []
    length = 0
    copy = 0
    while length < size:
        for text in texts:
            part = text.replace("The ", f"The N{copy} ").replace("# ", f"# N{copy} ") + "\n\n"
            out.append(part)
            length += len(part)
        copy += 1
    return "".join(out)[:size]


def main() -> None:
    largest = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    print(f"{'size':>8} {'seconds':>8} {'MB/s':>6} {'facts':>7} {'questions':>9}")
    for size in (4_000, 100_000, 1_000_000, 10_000_000):
        if size > largest * 1_000_000:
            break
        text = corpus(size)
        begun = time.process_time()
        made = generate(source_text("corpus.md", text))
        seconds = time.process_time() - begun
        print(
            f"{size // 1000:>6}KB {seconds:8.2f} {size / 1e6 / seconds:6.2f} "
            f"{len(made.facts):>7} {len(made.deck.questions):>9}"
        )


if __name__ == "__main__":
    main()
