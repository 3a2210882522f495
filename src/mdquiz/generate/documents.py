"""Documents from paths, folders and standard input; other formats through an optional converter."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from mdquiz.errors import DocumentError
from mdquiz.generate.source import SourceText, source_text

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".txt", ".text", ""})
CONVERTED = frozenset({".pdf", ".docx", ".pptx", ".xlsx", ".html", ".htm", ".epub"})
LARGEST = 64 * 1024 * 1024
"""Bytes; notes beyond this are a book shelf, and are refused rather than read for minutes."""


def document_paths(paths: tuple[Path, ...]) -> list[Path]:
    """The documents that `paths` name: files as they are, folders by the Markdown in them.

    Raises:
        DocumentError: A path is not there, or a folder has no Markdown.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                p
                for p in path.rglob("*")
                if p.suffix.lower() in MARKDOWN - {"", ".txt", ".text"} and p.is_file()
            )
            if not inside:
                raise DocumentError(
                    f"There is no Markdown in {path}.",
                    "Name the files themselves, or another folder.",
                )
            found += inside
        elif str(path) == "-" or path.exists():
            found.append(path)
        else:
            raise DocumentError(
                f"There is no document {path}.",
                "Check the spelling; paths are relative to where you are.",
            )
    return list(dict.fromkeys(found))


def read_source(path: Path, name: str | None = None) -> SourceText:
    """One document.

    Args:
        path: The file.
        name: What it is to be called in the deck; the path when left out.

    Raises:
        DocumentError: It cannot be read, is too large, or needs a converter that is not there.
    """
    label = name or path.as_posix()
    suffix = path.suffix.lower()
    if suffix in CONVERTED:
        return source_text(label, _converted(path))
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError(
                f"{path} is larger than {LARGEST // 2**20} MB.", "Split it by chapter."
            )
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"{path} cannot be read: {error.strerror}.",
            "Check that it is a file that you may read.",
        ) from error
    return source_text(label, data)


def _converted(path: Path) -> str:
    try:
        converter = import_module("markitdown").MarkItDown(enable_plugins=False)
    except ImportError as error:
        raise DocumentError(
            f"{path} has to be converted to Markdown first.",
            "Install the extra: pip install 'mdquiz[documents]'.",
        ) from error
    try:
        return str(converter.convert(str(path)).text_content)
    except Exception as error:  # the converter's own errors have no common root
        raise DocumentError(
            f"{path} could not be converted: {error}", "Convert it to Markdown by other means."
        ) from error
