"""Programs that tests start find the modules compiled, also where Python is told to keep none."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile

if sys.dont_write_bytecode:
    # Compiled anew, the modules of `mdquiz due` cost every start a tenth of a second and more.
    _compiled = tempfile.mkdtemp(prefix="mdquiz-compiled-")
    atexit.register(shutil.rmtree, _compiled, ignore_errors=True)
    os.environ["PYTHONPYCACHEPREFIX"] = _compiled
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
