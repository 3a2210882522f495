"""A model's proposals, from a server that answers well, badly, slowly and not at all."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mdquiz.cli.generate import generate as command
from mdquiz.errors import UsageError
from mdquiz.generate.llm_call import LARGEST_ANSWER
from mdquiz.generate.llm_endpoint import Caller, Endpoint, endpoint_from
from mdquiz.generate.llm_proposals import MOST_PROPOSALS, proposals
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


class Model(ThreadingHTTPServer):
    """Answers every call with `content` and `status`, and keeps what it was asked."""

    content = json.dumps({"questions": [GOOD]})
    body: bytes | None = None  # the whole answer, where it is not one that holds `content`
    status = 200
    slow = False
    dripping = ""  # "headers" or "body": that part comes byte by byte, each well within a timeout

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.wait = threading.Event()
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.paths: list[str] = []


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, Model)
        server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        server.keys.append(self.headers.get("Authorization"))
        server.paths.append(self.path)
        if server.slow:
            server.wait.wait(5)
        body = server.body
        if body is None:
            body = json.dumps({"choices": [{"message": {"content": server.content}}]}).encode()
        if server.dripping == "headers":
            self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Long: ")
            self.drip(b"x" * 200)
        self.send_response(server.status)
        self.end_headers()
        if server.dripping == "body":
            self.drip(body)
        with suppress(OSError):  # a caller that has heard enough
            self.wfile.write(body)

    def drip(self, data: bytes) -> None:
        server = self.server
        assert isinstance(server, Model)
        with suppress(OSError):
            for byte in data:
                if server.wait.wait(0.05):
                    return
                self.wfile.write(bytes([byte]))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        return


@pytest.fixture
def model() -> Iterator[Model]:
    server = Model()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
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
    "content",
    [
        "no JSON",
        "[]",
        '{"items": [1]}',
        '{"questions": 3}',
        '{"questions": [3, null]}',
        "[" * 200_000,
        json.dumps({"questions": [{**GOOD, "prompt": "Which \ud800 jurist?"}]}),
        json.dumps({"questions": [{**GOOD, "type": ["short"]}]}),
        json.dumps({"questions": [{**GOOD, "line": True}]}),
        json.dumps({"questions": [{**GOOD, "prompt": "Which " * 1000}]}),
    ],
)
def test_a_model_that_answers_nonsense_costs_nothing_is_told_and_not_remembered(
    model: Model, tmp_path: Path, content: str
) -> None:
    model.content = content
    told: list[str] = []
    plain = generate(source_text("n.md", NOTE))
    for _ in range(2):
        made = generated(caller_of(model, report=told.append, cache=tmp_path))
        assert made.deck == plain.deck
        assert made.rejected == plain.rejected
    assert len(model.asked) == 2
    assert all("not" in sentence for sentence in told)
    assert len(told) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "body", [b"[" * 200_000, b"\xff", b"{}", b'{"choices": []}', b'{"choices": [{"message": 3}]}']
)
def test_a_server_that_is_no_model_costs_nothing(model: Model, body: bytes) -> None:
    model.body = body
    told: list[str] = []
    plain = generate(source_text("n.md", NOTE))
    assert generated(caller_of(model, report=told.append)).deck == plain.deck
    assert told == ["The model's answer is not the JSON that was asked for."]


def test_an_endless_answer_is_cut_off(model: Model) -> None:
    model.body = b" " * (3 * LARGEST_ANSWER)
    told: list[str] = []
    generated(caller_of(model, report=told.append))
    assert told == ["The model's answer is longer than 1,000 KB."]


@pytest.mark.parametrize("part", ["headers", "body"])
def test_an_answer_that_drips_is_left_when_the_time_is_over(model: Model, part: str) -> None:
    model.dripping = part
    told: list[str] = []
    plain = generate(source_text("n.md", NOTE))
    assert generated(caller_of(model, report=told.append, timeout=0.4)).deck == plain.deck
    assert told == ["The model's endpoint gave no whole answer in 0.4 seconds."]


def test_a_flood_of_proposals_is_cut_and_what_was_dropped_is_told(
    model: Model, tmp_path: Path
) -> None:
    strange = {**GOOD, "quote": "ombudsmen were first proposed by somebody"}
    model.content = json.dumps({"questions": [GOOD, 3, strange, *[GOOD] * 2_000]})
    for _ in range(2):  # from the model, then from the cache
        told: list[str] = []
        made = generated(caller_of(model, report=told.append, cache=tmp_path))
        assert from_model(made) == [GOOD["prompt"]]
        assert len(made.rejected) < 100
        assert "1 lack a field" in told[0]
        assert f"{2003 - MOST_PROPOSALS} came after the first {MOST_PROPOSALS}" in told[0]
        assert "1 quote what does not stand" in told[0]
    assert len(model.asked) == 1
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 20_000


def test_a_cache_that_was_tampered_with_is_asked_anew(model: Model, tmp_path: Path) -> None:
    generated(caller_of(model, cache=tmp_path))
    for spoiled in ("[" * 200_000, '{"items": [1]}', "", "null"):
        for path in tmp_path.iterdir():
            path.write_text(spoiled, "utf-8")
        assert from_model(generated(caller_of(model, cache=tmp_path))) == [GOOD["prompt"]]
    assert len(model.asked) == 5


def test_another_endpoint_with_the_same_model_name_is_another_model(
    model: Model, tmp_path: Path
) -> None:
    generated(caller_of(model, cache=tmp_path))
    other = Endpoint(f"http://127.0.0.1:{model.server_port}/other/v1", "tiny")
    generated(Caller(other, 5, tmp_path))
    assert len(model.asked) == 2


@pytest.mark.parametrize(
    ("status", "key", "said"),
    [
        (401, "", "Put it into MDQUIZ_LLM_KEY"),
        (401, "hush", "does not accept the key in MDQUIZ_LLM_KEY"),
        (404, "", "check MDQUIZ_LLM_URL"),
        (429, "", "asked too often"),
    ],
)
def test_a_refusal_says_what_to_set(model: Model, status: int, key: str, said: str) -> None:
    model.status = status
    told: list[str] = []
    generated(caller_of(model, key=key, report=told.append))
    assert said in told[0]
    assert "hush" not in told[0]


def test_the_same_failure_is_told_once(model: Model) -> None:
    model.status = 500
    told: list[str] = []
    note = (
        NOTE + "\n# Lokayukta\n\nMaharashtra passed its Act in 1971.\n\n# CVC\n\nIt is of 1964.\n"
    )
    generate(
        source_text("n.md", note),
        proposer=lambda material: proposals(material, caller_of(model, report=told.append)),
    )
    assert told == [
        "The model's endpoint answered 500.",
        "The model is not asked again for this document.",
    ]


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


def run_cli(note: Path, *words: str) -> Result:
    return CliRunner().invoke(command, [str(note), "--llm", *words])


@pytest.fixture
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MDQUIZ_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MDQUIZ_LLM_MODEL", "tiny")
    path = tmp_path / "n.md"
    path.write_text(NOTE, "utf-8")
    return path


@pytest.mark.parametrize("status", [200, 401, 500])
def test_key_and_password_are_sent_and_shown_nowhere(
    model: Model, note: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    model.status = status
    monkeypatch.setenv("MDQUIZ_LLM_KEY", "hush")
    monkeypatch.setenv(
        "MDQUIZ_LLM_URL", f"http://user:s3cret@127.0.0.1:{model.server_port}/v1?api-key=abcde"
    )
    result = run_cli(note, "-o", str(tmp_path / "d.toml"), "--rejects", str(tmp_path / "r"))
    assert result.exit_code == 0
    assert model.paths == ["/v1/chat/completions?api-key=abcde"]
    assert model.keys[0] is not None
    written = [path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) > 3 or status != 200
    for text in (result.output, result.stderr, *written, repr(endpoint_from())):
        assert not any(secret in text for secret in ("hush", "s3cret", "abcde", "user:"))
    assert f"at http://127.0.0.1:{model.server_port}/v1" in result.stderr


def test_the_key_is_sent_as_a_bearer_token(model: Model) -> None:
    caller = caller_of(model, key="hush")
    generated(caller)
    assert model.keys == ["Bearer hush"]
    assert "hush" not in repr(caller)


def test_a_lone_surrogate_from_a_model_does_not_break_the_list_of_rejects(
    model: Model, note: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MDQUIZ_LLM_URL", f"http://127.0.0.1:{model.server_port}/v1")
    model.content = json.dumps({"questions": [{**GOOD, "prompt": "Which \ud800?"}, GOOD]})
    result = run_cli(note, "-o", str(tmp_path / "d.toml"), "--rejects", str(tmp_path / "r"))
    assert result.exit_code == 0
    assert "1 lack a field or have one of the wrong kind" in result.stderr


def test_calls_without_a_model_are_refused(note: Path) -> None:
    result = CliRunner().invoke(command, [str(note), "--llm-calls", "3"])
    assert isinstance(result.exception, UsageError)
    assert "--llm" in result.exception.message


def test_the_endpoint_comes_from_the_environment() -> None:
    named = endpoint_from({"MDQUIZ_LLM_URL": "http://localhost:1/v1/", "MDQUIZ_LLM_MODEL": "m"})
    assert (named.url, named.model, named.key) == ("http://localhost:1/v1", "m", "")
    with pytest.raises(UsageError, match="No model"):
        endpoint_from({})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MDQUIZ_LLM_URL", "localhost:8080/v1"),
        ("MDQUIZ_LLM_URL", "ftp://localhost/v1"),
        ("MDQUIZ_LLM_URL", "http://[::1/v1"),
        ("MDQUIZ_LLM_URL", "http:///v1"),
        ("MDQUIZ_LLM_KEY", "hush\nhush"),
        ("MDQUIZ_LLM_KEY", "schlüssel"),
    ],
)
def test_an_address_or_key_that_cannot_be_one_is_refused_by_name(name: str, value: str) -> None:
    sound = {"MDQUIZ_LLM_URL": "http://localhost:1/v1", "MDQUIZ_LLM_MODEL": "m"}
    with pytest.raises(UsageError) as caught:
        endpoint_from({**sound, name: value})
    assert name in caught.value.message
    assert value not in caught.value.message + caught.value.hint
