"""A model's proposals, from a server that answers well, badly, slowly and not at all."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from mdquiz.errors import UsageError
from mdquiz.generate.llm_endpoint import Caller, Endpoint, endpoint_from
from mdquiz.generate.llm_proposals import proposals
from mdquiz.generate.pipeline import Generation, generate
from mdquiz.generate.source import source_text

pytest.importorskip("httpx")

NOTE = """# The Lokpal

Anti-corruption ombudsmen were first proposed by the jurist **L. M. Singhvi** in the debates of that decade.

The selection panel meets in Delhi.
"""  # noqa: E501
QUOTE = "ombudsmen were first proposed by the jurist **L. M. Singhvi**"
GOOD = {
    "type": "short",
    "prompt": "Which jurist first proposed anti-corruption ombudsmen?",
    "answer": "L. M. Singhvi",
    "distractors": [],
    "quote": QUOTE,
    "line": 3,
}


class Model(HTTPServer):
    """Answers every call with `content` and `status`, and keeps what it was asked."""

    content = json.dumps({"questions": [GOOD]})
    status = 200
    slow = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.wait = threading.Event()
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, Model)
        server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        server.keys.append(self.headers.get("Authorization"))
        if server.slow:
            server.wait.wait(5)
        body = json.dumps({"choices": [{"message": {"content": server.content}}]}).encode()
        self.send_response(server.status)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        return


@pytest.fixture
def model() -> Iterator[Model]:
    server = Model()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.wait.set()
    server.shutdown()
    thread.join()
    server.server_close()


def generated(caller: Caller) -> Generation:
    return generate(
        source_text("n.md", NOTE), proposer=lambda material: proposals(material, caller)
    )


def caller_of(model: Model, **changes: Any) -> Caller:
    address = f"http://127.0.0.1:{model.server_port}/v1"
    endpoint = Endpoint(address, "tiny", changes.pop("key", ""), changes.pop("timeout", 5.0))
    return Caller(endpoint, changes.pop("budget", 5), **changes)


def from_model(generation: Generation) -> list[str]:
    return [
        q.prompt
        for q in generation.deck.questions
        if q.rule == "llm" and q.type in {"short", "choice"}
    ]


def test_a_sound_proposal_is_let_in_with_its_passage(model: Model) -> None:
    generation = generated(caller_of(model))
    assert from_model(generation) == [GOOD["prompt"]]
    asked = model.asked[0]
    assert asked["temperature"] == 0
    assert asked["response_format"]["type"] == "json_schema"
    assert "3: Anti-corruption" in asked["messages"][1]["content"]


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "ombudsmen were first proposed by somebody"},
        {"answer": "B. R. Ambedkar"},
        {"prompt": "Which jurist, L. M. Singhvi, proposed them?"},
        {"prompt": "Which jurist of 1963 first proposed ombudsmen?"},
        {"prompt": "It was first proposed by which jurist?"},
        {"line": "three"},
        {"distractors": None},
        {"type": "essay"},
    ],
)
def test_an_unsound_proposal_is_dropped_not_mended(model: Model, change: dict[str, Any]) -> None:
    model.content = json.dumps({"questions": [{**GOOD, **change}]})
    assert from_model(generated(caller_of(model))) == []


@pytest.mark.parametrize(
    "content", ["no JSON", "[]", '{"questions": 3}', '{"questions": [3, null]}']
)
def test_a_model_that_answers_nonsense_costs_nothing(model: Model, content: str) -> None:
    model.content = content
    plain = generate(source_text("n.md", NOTE))
    assert generated(caller_of(model)).deck == plain.deck


def test_a_failing_slow_or_dead_endpoint_costs_nothing_and_is_told(model: Model) -> None:
    plain = generate(source_text("n.md", NOTE)).deck
    told: list[str] = []
    model.status = 500
    assert generated(caller_of(model, report=told.append)).deck == plain
    assert "answered 500" in told[0]
    model.status, model.slow = 200, True
    assert generated(caller_of(model, timeout=0.2, report=told.append)).deck == plain
    dead = Caller(Endpoint("http://127.0.0.1:9/v1", "tiny"), 5, report=told.append)
    assert generated(dead).deck == plain
    assert "cannot be reached" in told[-1]


def test_an_answer_is_remembered_and_the_budget_kept(model: Model, tmp_path: Path) -> None:
    first = generated(caller_of(model, cache=tmp_path))
    again = generated(caller_of(model, cache=tmp_path))
    assert first.deck == again.deck
    assert len(model.asked) == 1
    none = caller_of(model, budget=0)
    assert from_model(generated(none)) == []
    assert none.calls == 0


def test_the_key_is_sent_and_shown_nowhere(model: Model, tmp_path: Path) -> None:
    caller = caller_of(model, key="hush", cache=tmp_path)
    generated(caller)
    assert model.keys == ["Bearer hush"]
    assert "hush" not in repr(caller)
    assert all("hush" not in path.read_text("utf-8") for path in tmp_path.iterdir())


def test_the_endpoint_comes_from_the_environment() -> None:
    named = endpoint_from({"MDQUIZ_LLM_URL": "http://localhost:1/v1/", "MDQUIZ_LLM_MODEL": "m"})
    assert (named.url, named.model, named.key) == ("http://localhost:1/v1", "m", "")
    with pytest.raises(UsageError, match="No model"):
        endpoint_from({})
