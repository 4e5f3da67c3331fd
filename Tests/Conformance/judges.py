"""The virtual environments in which the suites' judges live."""

import hashlib
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path


def environment(suite: str, requirements: Path) -> Path:
    """The interpreter of a suite's virtual environment, which is made where it is missing."""
    wanted = requirements.read_bytes() + sys.version.encode()
    name = f"card-dispatch-{suite}-{os.getuid()}-{hashlib.sha256(wanted).hexdigest()[:12]}"
    folder = Path(tempfile.gettempdir()) / name
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        sys.exit(f"{folder} belongs to somebody else")
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "-q", "install", "-r", requirements], check=True)
        (folder / "complete").touch()
    return python
