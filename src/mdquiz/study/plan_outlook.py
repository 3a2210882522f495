"""The report of the plan in force, played in a process of its own and kept for the day.

`python -m mdquiz.study.plan_outlook` reads a job as JSON from stdin, plays the days to the exam,
writes the share done line by line, keeps the report in the cache, and ends with it as JSON.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mdquiz.clock import Instant, ManualClock
from mdquiz.paths import Places
from mdquiz.progress.plans import StoredPlan
from mdquiz.settings import Settings
from mdquiz.study.plan import in_force
from mdquiz.study.plan_choice import stamp_of

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk

Told = dict[str, Any]
"""What `PlanReport.as_json` tells."""


def report_file(cache: Path) -> Path:
    """Where the day's report is kept."""
    return cache / "plan-report.json"


def kept_report(desk: Desk, plan: StoredPlan) -> tuple[Told | None, bool]:
    """Today's report of `plan` where it was played already, and whether nothing happened since."""
    try:
        kept = json.loads(report_file(desk.places.cache).read_text(encoding="utf-8"))
        if kept["plan"] != plan.id.hex() or kept["day"] != desk.today():
            return None, False
        return kept["report"] or None, bool(kept["stamp"] == stamp_of(desk))
    except (OSError, ValueError, KeyError, TypeError):
        return None, False


def forget_report(cache: Path) -> None:
    """Let the report be played anew."""
    with contextlib.suppress(OSError):
        report_file(cache).unlink(missing_ok=True)


def keep_report(desk: Desk, plan: StoredPlan, report: Told) -> None:
    """Keep a report of how things stand; no loss where the cache cannot be written."""
    file = report_file(desk.places.cache)
    kept = {
        "plan": plan.id.hex(),
        "day": desk.today(),
        "stamp": stamp_of(desk),
        "report": report,
    }
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps(kept), encoding="utf-8")
        fresh.replace(file)
    except OSError:
        return


def run_job(job: dict[str, Any], say: Callable[[str], None]) -> None:
    """Do a job of `price_search.job_of`: say the share done line by line, at last the report."""
    from mdquiz.study.desk import Desk
    from mdquiz.study.plan_report import plan_report
    from mdquiz.study.price_search import search_prices

    places = Places(**{name: Path(path) for name, path in job["places"].items()})
    roots = [Path(root) for root in job["roots"]]
    clock = ManualClock(Instant(*job["now"]))
    with Desk.open(places, Settings(**job["settings"]), clock, roots) as desk:
        plan = in_force(desk.store, desk.today())
        if plan is None:
            return
        search_prices(desk, plan)
        report = plan_report(desk, plan, lambda done: say(f"{done:.3f}")).as_json()
        keep_report(desk, plan, report)
        say(json.dumps(report))


if __name__ == "__main__":
    run_job(json.load(sys.stdin), lambda line: print(line, flush=True))  # noqa: T201
