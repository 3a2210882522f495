"""An OpenAI-compatible endpoint: asked for JSON, at most so often, and never twice the same."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from mdquiz.errors import UsageError

TIMEOUT_SECONDS = 60.0
FAILURES_IN_A_ROW = 2
"""After so many, the endpoint is left alone for the rest of the document."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is asked.

    Attributes:
        url: Base address, up to and including the version: `http://localhost:11434/v1`.
        model: The model's name there.
        key: Sent as a bearer token; never shown, logged or stored.
        timeout: Seconds to wait for an answer.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = TIMEOUT_SECONDS


def endpoint_from(environment: Mapping[str, str] = os.environ) -> Endpoint:
    """The endpoint that `MDQUIZ_LLM_URL`, `_MODEL` and `_KEY` name.

    Raises:
        UsageError: Address or model is missing.
    """
    url = environment.get("MDQUIZ_LLM_URL", "").rstrip("/")
    model = environment.get("MDQUIZ_LLM_MODEL", "")
    if not url or not model:
        raise UsageError(
            "No model is named for --llm.",
            "Set MDQUIZ_LLM_URL (such as http://localhost:11434/v1) and MDQUIZ_LLM_MODEL; "
            "MDQUIZ_LLM_KEY where the endpoint wants one.",
        )
    return Endpoint(url, model, environment.get("MDQUIZ_LLM_KEY", ""))


@dataclass
class Caller:
    """Asks an endpoint, within a budget, remembering answers.

    Attributes:
        endpoint: Whom to ask.
        budget: How many calls may be made; answers from the cache cost nothing.
        cache: Folder of earlier answers; None for none.
        report: Told, in a sentence, of what went wrong.
    """

    endpoint: Endpoint
    budget: int
    cache: Path | None = None
    report: Callable[[str], None] = field(default=lambda _: None)
    calls: int = 0
    failures: int = 0

    def ask(self, system: str, user: str, schema: dict[str, Any]) -> Any:
        """The endpoint's answer as JSON; None when there is none to be had."""
        seed = json.dumps([self.endpoint.model, system, user, schema], sort_keys=True)
        name = hashlib.sha256(seed.encode()).hexdigest()
        remembered = self._remembered(name)
        if remembered is not None:
            return remembered
        if self.calls >= self.budget or self.failures >= FAILURES_IN_A_ROW:
            return None
        self.calls += 1
        answer = self._answer(system, user, schema)
        if answer is None:
            self.failures += 1
            if self.failures == FAILURES_IN_A_ROW:
                self.report("The model is not asked again for this document.")
            return None
        self.failures = 0
        self._remember(name, answer)
        return answer

    def _answer(self, system: str, user: str, schema: dict[str, Any]) -> Any:
        httpx = _httpx()
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
        try:
            response = httpx.post(
                f"{self.endpoint.url}/chat/completions",
                json=body,
                headers=headers,
                timeout=self.endpoint.timeout,
            )
            response.raise_for_status()
            return json.loads(response.json()["choices"][0]["message"]["content"])
        except httpx.HTTPStatusError as error:
            self.report(f"The model's endpoint answered {error.response.status_code}.")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            self.report(f"The model's endpoint cannot be reached: {type(error).__name__}.")
        except (ValueError, KeyError, IndexError, TypeError):
            self.report("The model's answer is not the JSON that was asked for.")
        return None

    def _remembered(self, name: str) -> Any:
        if self.cache is None:
            return None
        try:
            return json.loads((self.cache / f"{name}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def _remember(self, name: str, answer: Any) -> None:
        if self.cache is None:
            return
        try:
            self.cache.mkdir(parents=True, exist_ok=True)
            (self.cache / f"{name}.json").write_text(json.dumps(answer), encoding="utf-8")
        except OSError:
            self.report(f"Answers cannot be remembered in {self.cache}.")


def _httpx() -> Any:
    try:
        return import_module("httpx")
    except ImportError as error:
        raise UsageError(
            "--llm needs the extra mdquiz[llm].", "Install it: pip install 'mdquiz[llm]'."
        ) from error
