"""Where things are: the learner's data, settings, cache, and the decks that ship with mdquiz."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from mdquiz.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one learner on one machine; none of them need exist yet.

    Attributes:
        data: Progress, backups and the learner's own decks.
        config: `config.toml`, keys and user lexicons.
        cache: What can be deleted at any time.
    """

    data: Path
    config: Path
    cache: Path

    @property
    def progress_file(self) -> Path:
        """The SQLite database."""
        return self.data / "progress.db"

    @property
    def backups(self) -> Path:
        """Where daily copies and `mdquiz backup` go."""
        return self.data / "backups"

    @property
    def decks(self) -> Path:
        """The learner's own decks."""
        return self.data / "decks"

    @property
    def settings_file(self) -> Path:
        """The learner's settings."""
        return self.config / "config.toml"


def places() -> Places:
    """The folders in force: under `MDQUIZ_HOME` when it is set, else the platform's own.

    Raises:
        SettingsError: `MDQUIZ_HOME` names a home folder that nobody has.
    """
    home = os.environ.get("MDQUIZ_HOME")
    if home:
        try:
            root = Path(home).expanduser()
        except RuntimeError:
            raise SettingsError(
                f"MDQUIZ_HOME={home}: nobody here has that home folder.",
                "Set it to a folder by its full path, or unset it.",
            ) from None
        return Places(data=root, config=root, cache=root / "cache")
    import platformdirs

    directories = platformdirs.PlatformDirs("mdquiz", appauthor=False)
    return Places(
        data=directories.user_data_path,
        config=directories.user_config_path,
        cache=directories.user_cache_path,
    )


def shipped_decks() -> Path:
    """The folder of decks that ship with mdquiz, in an installed package or in a checkout."""
    package = Path(__file__).parent
    installed = package / "shipped_decks"
    return installed if installed.is_dir() else package.parent.parent / "decks"
