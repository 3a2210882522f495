"""The language model that `mdquiz generate --llm` lets propose questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mdquiz.cli.output import narrate
from mdquiz.cli.progress_line import progress_line

if TYPE_CHECKING:
    from mdquiz.generate.candidates.candidate import Candidate, Material
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
    endpoint = endpoint_from()

    def propose(material: Material) -> list[Candidate]:
        told: list[str] = []
        caller = Caller(endpoint, calls, places().cache / "llm", told.append)
        asking = f"Asking {endpoint.model} at {endpoint.address}, up to {calls} times"
        with progress_line(asking) as tell:
            found = list(proposals(material, caller, tell))
        for sentence in told:
            narrate(sentence)
        return found

    return propose
