"""Everything that can go wrong by no fault of the code, as one tree.

```
MdquizError                    exit code
├── UsageError                         2   the command was asked for something that is not there
├── DeckError                          3   a deck cannot be used
│   ├── DeckNotFoundError              3
│   └── NothingToDrillError            3
├── ProgressError                      4   the learner's progress cannot be read or written
│   ├── ProgressBusyError              4   another mdquiz is writing
│   ├── ProgressNewerError             4   written by a newer mdquiz
│   └── ProgressDamagedError           4
├── SettingsError                      5   a setting has a value it cannot have
└── DocumentError                      6   a document cannot be made into a deck
```

Exit code 0 is success; 1 means that a check found problems; 130 that the user interrupted.
Each front end catches `MdquizError` at one boundary and shows message and hint, never a traceback.
"""

from __future__ import annotations

from typing import ClassVar


class MdquizError(Exception):
    """What went wrong and what to do about it.

    Args:
        message: One sentence that names the file, the value and the problem.
        hint: What the user can do next; empty where there is nothing to do.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(MdquizError):
    """The command was asked for something that is not there."""

    exit_code = 2


class DeckError(MdquizError):
    """A deck cannot be used."""

    exit_code = 3


class DeckNotFoundError(DeckError):
    """No deck has that name."""


class NothingToDrillError(DeckError):
    """There is no card to ask."""


class ProgressError(MdquizError):
    """The learner's progress cannot be read or written."""

    exit_code = 4


class ProgressBusyError(ProgressError):
    """Another mdquiz holds the progress file for writing."""


class ProgressNewerError(ProgressError):
    """The progress file was written by a newer mdquiz."""


class ProgressDamagedError(ProgressError):
    """The progress file is not what mdquiz wrote."""


class SettingsError(MdquizError):
    """A setting has a value it cannot have."""

    exit_code = 5


class DocumentError(MdquizError):
    """A document cannot be made into a deck."""

    exit_code = 6
