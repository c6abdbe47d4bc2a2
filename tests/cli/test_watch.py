"""`watch`: a saved page is generated again, and its findings are printed."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.cli.conftest import environment, hear_interrupts


def wait_for(seen: list[str], text: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not any(text in line for line in seen):
        assert time.monotonic() < end, f"no {text!r} in {seen}"
        time.sleep(0.05)


def test_a_saved_page_is_generated_again(project: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "generator", "watch"],
        cwd=project,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=hear_interrupts,  # noqa: PLW1509 - it sets one signal's handler
    )
    assert process.stdout is not None
    seen: list[str] = []
    reader = threading.Thread(target=lambda: seen.extend(iter(process.stdout.readline, "")), daemon=True)
    reader.start()
    try:
        wait_for(seen, "Ctrl-C ends it")
        time.sleep(0.5)  # the watcher of the system starts after the line is printed
        page = project / "the docs" / "api" / "lamp-get.md"
        page.write_text(page.read_text().replace('"watts": 40', '"wats": 40'))
        wait_for(seen, "example-unknown-property")
        wait_for(seen, "files written")
        assert (project / "out/mini/tests/examples/lamp-get.json").read_text().count('"wats"') == 1
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        reader.join(timeout=30)
        process.stdout.close()

    assert process.returncode in {0, 130}
    assert not any("Traceback" in line for line in seen)
