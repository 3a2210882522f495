"""The search for a plan's prices, in a process of its own so that no drill ever waits for it.

`python -m mdquiz.study.price_search` reads a job as JSON from stdin, finds what a second of each
day is worth, stores it in the progress file and writes today's choice down for home.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mdquiz.clock import Instant, ManualClock
from mdquiz.paths import Places
from mdquiz.progress.plans import StoredPlan
from mdquiz.settings import Settings

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk

_RUNNING: list[subprocess.Popen[str]] = []


def search_prices(
    desk: Desk,
    plan: StoredPlan,
    *,
    always: bool = False,
    progress: Callable[[float], None] = lambda _: None,
) -> bool:
    """Find the prices of `plan` where they no longer fit, and store them; some seconds.

    Args:
        desk: Where decks and progress are at hand.
        plan: A plan whose exam is to come.
        always: Search even where the present ones still fit.
        progress: Told about which share is done, 0 to 1.

    Returns:
        Whether there was something to search.
    """
    from mdquiz.memory.plan.today import find_plan
    from mdquiz.study.plan_cards import believed, plan_problem
    from mdquiz.study.planned import stored_prices

    beliefs = believed(desk)
    problem = plan_problem(desk, plan, beliefs)
    earlier = stored_prices(desk, plan)
    if not always and earlier and not earlier.stale(problem.today, problem.meant, problem.marks):
        return False
    found = find_plan(
        problem.learner,
        problem.cards,
        problem.budgets,
        problem.today,
        earlier,
        problem.meant,
        progress,
    )
    kept = {"prices": found.as_json(), "beliefs": beliefs.as_json()}
    desk.store.plans.add_prices(plan.id, desk.clock.now().utc_ms, json.dumps(kept))
    return True


def job_of(desk: Desk) -> str:
    """What a process needs to open this desk again."""
    now = desk.clock.now()
    return json.dumps(
        {
            "places": {name: str(path) for name, path in asdict(desk.places).items()},
            "settings": asdict(desk.settings),
            "roots": [str(root) for root in desk.roots],
            "now": [now.utc_ms, now.offset_minutes],
        }
    )


def begin_search(desk: Desk) -> subprocess.Popen[str]:
    """Begin a search in a process of its own, unless one is under way, and go on at once."""
    _RUNNING[:] = [process for process in _RUNNING if process.poll() is None]
    if _RUNNING:
        return _RUNNING[-1]
    process = subprocess.Popen(
        [sys.executable, "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        start_new_session=True,  # leaving the drill leaves the search be
    )
    _RUNNING.append(process)
    assert process.stdin is not None
    process.stdin.write(job_of(desk))
    process.stdin.close()
    return process


def run_job(job: dict[str, Any]) -> None:
    """Do a job: open the desk it names, search, and choose today's cards."""
    from mdquiz.study.desk import Desk
    from mdquiz.study.plan import in_force
    from mdquiz.study.planned import form_today

    places = Places(**{name: Path(path) for name, path in job["places"].items()})
    clock = ManualClock(Instant(*job["now"]))
    roots = [Path(root) for root in job["roots"]]
    with Desk.open(places, Settings(**job["settings"]), clock, roots) as desk:
        plan = in_force(desk.store, desk.today())
        if plan is not None:
            search_prices(desk, plan)
            form_today(desk, plan)


if __name__ == "__main__":
    run_job(json.load(sys.stdin))
