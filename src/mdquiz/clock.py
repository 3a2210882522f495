"""The only place that asks the machine what time it is."""

from __future__ import annotations

import functools
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import NamedTuple, Protocol


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment, and what the learner's clock showed.

    Attributes:
        utc_ms: Milliseconds since 1970-01-01T00:00Z.
        offset_minutes: Minutes that local time stood ahead of UTC (India: 330).
    """

    utc_ms: int
    offset_minutes: int

    @property
    def local(self) -> datetime:
        """The wall-clock time, without a zone."""
        epoch = datetime(1970, 1, 1, tzinfo=UTC).replace(tzinfo=None)
        return epoch + timedelta(milliseconds=self.utc_ms, minutes=self.offset_minutes)

    @property
    def zoned(self) -> datetime:
        """The wall-clock time with its offset from UTC."""
        return self.local.replace(tzinfo=timezone(timedelta(minutes=self.offset_minutes)))


class Steady(NamedTuple):
    """A count of time that nobody can set.

    Attributes:
        since: What it counts from; only counts from the same start can be compared. Where the
            machine counts from its start (Linux), that is the start; elsewhere this process.
        ms: Milliseconds since then.
        asleep: Whether it counts the time that the machine was asleep.
    """

    since: str
    ms: int
    asleep: bool = True

    def passed_ms(self, earlier: Steady | None) -> int | None:
        """Milliseconds since `earlier`; None where the two cannot be compared."""
        if earlier is None or earlier.since != self.since:
            return None
        return max(0, self.ms - earlier.ms)


class Clock(Protocol):
    """What the rest of mdquiz may know of time."""

    def now(self) -> Instant:
        """The present moment in the learner's zone."""

    def monotonic_ms(self) -> int:
        """Milliseconds from an arbitrary start; never runs backwards."""

    def steady(self) -> Steady:
        """The count to hold the clock against, so that one set back is noticed."""


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's clock, read in `zone` (the machine's own zone when None)."""

    zone: tzinfo | None = None

    def now(self) -> Instant:
        """The present moment in the learner's zone."""
        moment = datetime.now(UTC).astimezone(self.zone)
        offset = moment.utcoffset() or timedelta()
        return Instant(time.time_ns() // 1_000_000, int(offset.total_seconds() // 60))

    def monotonic_ms(self) -> int:
        """Milliseconds from an arbitrary start; never runs backwards."""
        return time.monotonic_ns() // 1_000_000

    def steady(self) -> Steady:
        """Time since the machine was started, sleep included; else since this process was."""
        boot, since_boot = _boot_id(), getattr(time, "CLOCK_BOOTTIME", None)
        if boot and since_boot is not None:
            return Steady(boot, time.clock_gettime_ns(since_boot) // 1_000_000)
        return Steady(_PROCESS, self.monotonic_ms(), asleep=False)


_PROCESS = f"{os.getpid()}.{time.time_ns()}"
"""A name for this process that no other has."""


@functools.cache
def _boot_id() -> str:
    """What the kernel calls this run of the machine; "" where it does not say."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


@dataclass(slots=True)
class ManualClock:
    """A clock that stands still until it is moved: for tests, demonstrations and screenshots."""

    instant: Instant
    elapsed_ms: int = 0
    boot: str = "boot"
    on_advance: Callable[[], None] = field(default=lambda: None)

    @classmethod
    def at(cls, moment: str, offset_minutes: int = 330) -> ManualClock:
        """A clock at local time `moment` (ISO 8601 without a zone)."""
        local = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        utc_ms = int(local.timestamp() * 1000) - offset_minutes * 60_000
        return cls(Instant(utc_ms, offset_minutes))

    def now(self) -> Instant:
        """The moment it was last moved to."""
        return self.instant

    def monotonic_ms(self) -> int:
        """Milliseconds it was moved forward in all."""
        return self.elapsed_ms

    def steady(self) -> Steady:
        """Milliseconds it was moved forward, in this run of the machine (`boot`)."""
        return Steady(self.boot, self.elapsed_ms)

    def turn(self, *, seconds: float) -> None:
        """Set the clock forward or back: no time passes."""
        step = int(seconds * 1000)
        self.instant = Instant(self.instant.utc_ms + step, self.instant.offset_minutes)

    def advance(self, *, days: float = 0, seconds: float = 0) -> None:
        """Move forward (or, with negative numbers, let the wall clock be set back)."""
        step = int((days * 86_400 + seconds) * 1000)
        self.instant = Instant(self.instant.utc_ms + step, self.instant.offset_minutes)
        self.elapsed_ms += max(step, 0)
        self.on_advance()
