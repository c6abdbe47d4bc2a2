"""The README's lines of Python, run as they stand: only the network is replaced by answers given here."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[2]
ANSWERS = """
import functools
import graph_beta
from graph_beta._runtime.testing import Replies

replies = Replies({
    "GET /deviceManagement/deviceConfigurations/583b9d8c": {
        "@odata.type": "#microsoft.graph.iosImportedPFXCertificateProfile",
        "displayName": "Mail on iOS", "intendedPurpose": "smimeEncryption",
    },
    "PATCH /deviceManagement/deviceConfigurations/583b9d8c": {
        "@odata.type": "#microsoft.graph.iosImportedPFXCertificateProfile", "displayName": "Mail", "version": 8,
    },
    "GET /users": {"value": [{"displayName": "Ada", "id": "1"}, {"displayName": "Grace", "id": "2"}]},
})
graph_beta.Graph = functools.partial(graph_beta.Graph, transport=replies)
"""
SENT = """
update = replies.requests[1]
print(update.method, update.content.decode())
"""


def test_the_lines_of_the_readme_do_what_they_say() -> None:
    lines = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert lines is not None

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(ANSWERS) + lines[1] + textwrap.dedent(SENT)],
        cwd=ROOT / "generated" / "graph_beta",
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    printed = done.stdout.splitlines()
    assert printed[:-1] == ["Mail on iOS True", "Ada", "Grace"]
    assert '"displayName":"Mail"' in printed[-1].replace(": ", ":")
    assert '"version":8' in printed[-1].replace(": ", ":")
    assert printed[-1].startswith("PATCH ")


def test_the_commands_of_the_readme_exist() -> None:
    readme = (ROOT / "README.md").read_text()
    makefile = (ROOT / "Makefile").read_text()

    for target in re.findall(r"^make (\w+)", readme, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    shown = subprocess.run(
        [sys.executable, "-m", "generator", "-h"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for name in re.findall(r"`sdkwright (\w+)", readme):
        assert re.search(rf"^  {name} ", shown, re.MULTILINE), name
