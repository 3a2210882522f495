"""One call to a model's endpoint: bounded in time and in bytes, whatever the other side does."""

from __future__ import annotations

import threading
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from mdquiz.errors import UsageError

LARGEST_ANSWER = 1_000_000
"""Bytes; some hundred times what a section's questions take."""


class CallError(Exception):
    """Why a call gave no answer, as a sentence for the person."""


def shown(url: str) -> str:
    """An address without what may be secret in it: scheme, host, port and path only."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def below(url: str, path: str) -> str:
    """The address of `path` under `url`, whose query (`?api-version=…`) stays behind it."""
    parts = urlsplit(url)
    return urlunsplit((*parts[:2], f"{parts.path.rstrip('/')}/{path}", parts.query, ""))


def http_library() -> Any:
    """The module httpx.

    Raises:
        UsageError: The extra that brings it is not installed.
    """
    try:
        return import_module("httpx")
    except ImportError as error:
        raise UsageError(
            "--llm needs the extra mdquiz[llm].", "Install it: pip install 'mdquiz[llm]'."
        ) from error


def posted(url: str, body: dict[str, Any], headers: dict[str, str], seconds: float) -> bytes:
    """What `url` answers to `body`.

    A server that sends a byte now and then never runs into a time limit for each read; so the call
    is made in a thread of its own, which is left when the time is over.

    Args:
        url: Where to.
        body: Sent as JSON.
        headers: Sent with it.
        seconds: For everything: finding the server, sending, and reading to the end.

    Raises:
        CallError: No whole answer came, or it is not one to a good question.
        UsageError: httpx is not installed.
    """
    call = _Call(http_library(), seconds)
    thread = threading.Thread(target=call.run, args=(url, body, headers), daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        call.leave()
        raise CallError(f"The model's endpoint gave no whole answer in {seconds:g} seconds.")
    if call.problem is not None:
        raise call.problem
    return bytes(call.answer)


class _Call:
    """A call under way; `run` in its own thread, the rest in that of the caller."""

    def __init__(self, httpx: Any, seconds: float) -> None:
        self.httpx = httpx
        self.client = httpx.Client(timeout=seconds)
        self.left = threading.Event()
        self.answer = bytearray()
        self.problem: CallError | None = None

    def leave(self) -> None:
        """Give up: the connection is closed under the thread that reads it."""
        self.left.set()
        self.client.close()

    def run(self, url: str, body: dict[str, Any], headers: dict[str, str]) -> None:
        httpx = self.httpx
        asked = {"Accept-Encoding": "identity", **headers}  # nothing that swells when unpacked
        try:
            with (
                self.client as client,
                client.stream("POST", url, json=body, headers=asked) as response,
            ):
                if not response.is_success:
                    self.problem = CallError(
                        _refusal(response.status_code, "Authorization" in headers)
                    )
                    return
                for chunk in response.iter_raw():
                    self.answer += chunk
                    if len(self.answer) > LARGEST_ANSWER:
                        self.problem = CallError(
                            f"The model's answer is longer than {LARGEST_ANSWER // 1000:,} KB."
                        )
                        return
                    if self.left.is_set():
                        return
        except httpx.TimeoutException:
            self.problem = CallError("The model's endpoint gave no answer in time.")
        except httpx.ConnectError:
            self.problem = CallError(
                f"The model's endpoint cannot be reached: nothing answers at {shown(url)}. "
                "Is it running, and is MDQUIZ_LLM_URL right?"
            )
        except httpx.UnsupportedProtocol:
            self.problem = CallError("MDQUIZ_LLM_URL has to begin with http:// or https://.")
        except Exception:  # a library's own errors must not cost the deck
            self.problem = CallError(
                "The model's endpoint broke the call off, or does not speak HTTP."
            )


def _refusal(status: int, key_sent: bool) -> str:
    said = f"The model's endpoint answered {status}"
    if status in {401, 403}:
        return said + (
            ": it does not accept the key in MDQUIZ_LLM_KEY."
            if key_sent
            else ": it wants a key. Put it into MDQUIZ_LLM_KEY."
        )
    if status in {300, 301, 302, 303, 307, 308}:
        return said + ": it has moved. Set MDQUIZ_LLM_URL to its new address."
    if status in {400, 404, 405, 422}:
        return said + ": check MDQUIZ_LLM_URL (up to and with /v1) and MDQUIZ_LLM_MODEL."
    if status == 429:
        return said + ": it is asked too often. Try again later, or give fewer --llm-calls."
    return said + "."
