"""An OpenAI-compatible endpoint: asked for JSON, at most so often, and never twice the same."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mdquiz.errors import UsageError
from mdquiz.generate.llm_call import LARGEST_ANSWER, CallError, below, posted, shown

TIMEOUT_SECONDS = 60.0
FAILURES_IN_A_ROW = 2
"""After so many, the endpoint is left alone for the rest of the document."""

Shape = Callable[[Any], Any]
"""Gives the part of an answer that has the form asked for; raises ValueError, with a reason that
completes "The model's answer is not what was asked for: ", where nothing has."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is asked.

    Attributes:
        url: Base address, up to and including the version: `http://localhost:11434/v1`; it may
            hold a password or key, so `address` is what is shown.
        model: The model's name there.
        key: Sent as a bearer token; never shown, logged or stored.
        timeout: Seconds to wait for a whole answer.
    """

    url: str = field(repr=False)
    model: str
    key: str = field(default="", repr=False)
    timeout: float = TIMEOUT_SECONDS

    @property
    def address(self) -> str:
        """Scheme, host and path of `url`."""
        return shown(self.url)


def endpoint_from(environment: Mapping[str, str] = os.environ) -> Endpoint:
    """The endpoint that `MDQUIZ_LLM_URL`, `_MODEL` and `_KEY` name.

    Raises:
        UsageError: Address or model is missing, or address or key cannot be such.
    """
    url = environment.get("MDQUIZ_LLM_URL", "").strip().rstrip("/")
    model = environment.get("MDQUIZ_LLM_MODEL", "").strip()
    key = environment.get("MDQUIZ_LLM_KEY", "").strip()
    if not url or not model:
        raise UsageError(
            "No model is named for --llm.",
            "Set MDQUIZ_LLM_URL (such as http://localhost:11434/v1) and MDQUIZ_LLM_MODEL; "
            "MDQUIZ_LLM_KEY where the endpoint wants one.",
        )
    if not _is_web_address(url):
        raise UsageError(
            "MDQUIZ_LLM_URL is not a web address.",
            "Give it with http:// or https:// in front, such as http://localhost:11434/v1.",
        )
    if not (key.isascii() and key.isprintable()):
        raise UsageError(
            "MDQUIZ_LLM_KEY has letters that no key has.", "Copy it anew from where it was issued."
        )
    return Endpoint(url, model, key)


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


@dataclass
class Caller:
    """Asks an endpoint, within a budget, remembering answers.

    Attributes:
        endpoint: Whom to ask.
        budget: How many calls may be made; answers from the cache cost nothing.
        cache: Folder of earlier answers; None for none.
        report: Told, in a sentence, of what went wrong; of the same thing once.
        calls: Calls made.
        failures: Calls in a row that gave nothing.
    """

    endpoint: Endpoint
    budget: int
    cache: Path | None = None
    report: Callable[[str], None] = field(default=lambda _: None)
    calls: int = 0
    failures: int = 0
    _told: set[str] = field(default_factory=set, repr=False)

    def ask(self, system: str, user: str, schema: dict[str, Any], shape: Shape) -> Any:
        """What `shape` takes of the endpoint's answer; None when there is none to be had."""
        seed = json.dumps(
            [self.endpoint.address, self.endpoint.model, system, user, schema], sort_keys=True
        )
        name = hashlib.sha256(seed.encode()).hexdigest()
        remembered = self._remembered(name, shape)
        if remembered is not None:
            return remembered
        if self.calls >= self.budget or self.failures >= FAILURES_IN_A_ROW:
            return None
        self.calls += 1
        try:
            answer = self._answer(system, user, schema, shape)
        except CallError as problem:
            self._tell(str(problem))
            self.failures += 1
            if self.failures == FAILURES_IN_A_ROW:
                self._tell("The model is not asked again for this document.")
            return None
        self.failures = 0
        self._remember(name, answer)
        return answer

    def _answer(self, system: str, user: str, schema: dict[str, Any], shape: Shape) -> Any:
        headers = {"Authorization": f"Bearer {self.endpoint.key}"} if self.endpoint.key else {}
        body = {
            "model": self.endpoint.model,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": system},
                {"role": "user", "content": user},
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "questions", "strict": True, "schema": schema},
            },
        }
        url = below(self.endpoint.url, "chat/completions")
        raw = posted(url, body, headers, self.endpoint.timeout)
        try:
            content = json.loads(raw)["choices"][0]["message"]["content"]
            answer = json.loads(content)
        except (ValueError, KeyError, IndexError, TypeError, RecursionError):
            raise CallError("The model's answer is not the JSON that was asked for.") from None
        try:
            return shape(answer)
        except ValueError as problem:
            raise CallError(f"The model's answer is not what was asked for: {problem}.") from None

    def _remembered(self, name: str, shape: Shape) -> Any:
        if self.cache is None:
            return None
        try:
            path = self.cache / f"{name}.json"
            if path.stat().st_size > 2 * LARGEST_ANSWER:
                return None
            return shape(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, RecursionError):
            return None

    def _remember(self, name: str, answer: Any) -> None:
        if self.cache is None:
            return
        beside = self.cache / f".{name}.{os.getpid()}.part"
        try:
            self.cache.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(answer), encoding="utf-8")
            beside.replace(self.cache / f"{name}.json")
        except OSError:
            self._tell(f"Answers cannot be remembered in {self.cache}.")

    def _tell(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self.report(sentence)
