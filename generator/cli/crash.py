"""A bug of sdkwright as one line; the traceback is kept where it can be sent from."""

from __future__ import annotations

import hashlib
import platform
import sys
import tempfile
import traceback
from pathlib import Path

from generator import __version__
from generator.cli.scratch import scratch_folder


def report_crash(error: Exception) -> str:
    """Keep the traceback and say where. The name is made of its text: the same bug twice is one file."""
    text = "".join(traceback.format_exception(error))
    head = f"sdkwright {__version__}, Python {platform.python_version()}, {sys.platform}\n{' '.join(sys.argv[1:])}\n\n"
    name = f"crash-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}.txt"
    what = f"sdkwright: a bug in sdkwright stopped it ({type(error).__name__})"
    for folder in (_project_folder, _temporary_folder):
        try:
            path = folder() / name
            path.write_text(head + text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return f"{what}; the traceback is in {path}"
    return f"{what}; the traceback could not be kept anywhere"


def _project_folder() -> Path:
    """The scratch folder of the project that the command ran in. Raises OSError where there is no project."""
    here = Path.cwd()
    root = next((each for each in (here, *here.parents) if (each / ".sdkwright").is_dir()), None)
    if root is None:
        raise FileNotFoundError("no project here has a scratch folder")
    return scratch_folder(root)


def _temporary_folder() -> Path:
    """A folder that nobody else could have prepared."""
    return Path(tempfile.mkdtemp(prefix="sdkwright-"))
