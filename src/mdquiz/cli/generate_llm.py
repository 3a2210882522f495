"""The language model that `mdquiz generate --llm` lets propose questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mdquiz.cli.output import narrate

if TYPE_CHECKING:
    from mdquiz.generate.pipeline import Proposer


def proposer(calls: int) -> Proposer:
    """A proposer that asks the model at most `calls` times.

    Raises:
        UsageError: No endpoint is set, or the extra for it is missing.
    """
    from mdquiz.generate.llm_call import http_library
    from mdquiz.generate.llm_endpoint import Caller, endpoint_from
    from mdquiz.generate.llm_proposals import proposals
    from mdquiz.paths import places

    http_library()
    caller = Caller(endpoint_from(), calls, places().cache / "llm", narrate)
    narrate(f"Asking {caller.endpoint.model} at {caller.endpoint.address}, up to {calls} times.")
    return lambda material: proposals(material, caller)
