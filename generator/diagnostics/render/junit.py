"""JUnit XML: a suite for each page, a test case for each finding: failed, or skipped for a note, which asks for nothing.

A run without findings is one passed case.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from generator.diagnostics.model import Severity
from generator.diagnostics.render.printable import printable
from generator.diagnostics.render.shown import Shown


def junit(found: Sequence[Shown]) -> str:
    root = ET.Element("testsuites", {"name": "sdkwright"} | (_counts(found) if found else _PASSED))
    for path, group in itertools.groupby(found, key=lambda each: each.path or "sdkwright"):
        findings = list(group)
        suite = ET.SubElement(root, "testsuite", {"name": printable(path)} | _counts(findings))
        for each in findings:
            _case(suite, each)
    if not found:
        suite = ET.SubElement(root, "testsuite", {"name": "sdkwright"} | _PASSED)
        ET.SubElement(suite, "testcase", name="no findings", classname="sdkwright")
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


_PASSED = {"tests": "1", "failures": "0", "skipped": "0"}


def _counts(found: Sequence[Shown]) -> dict[str, str]:
    notes = sum(each.found.severity is Severity.NOTE for each in found)
    return {"tests": str(len(found)), "failures": str(len(found) - notes), "skipped": str(notes)}


def _case(suite: ET.Element, each: Shown) -> None:
    found = each.found
    place = "sdkwright" if found.span is None else printable(each.place(found.span))
    case = ET.SubElement(suite, "testcase", name=f"{found.code} {place}", classname=found.code)
    message = {"message": printable(found.message)}
    if found.severity is Severity.NOTE:
        told = ET.SubElement(case, "skipped", message)
    else:
        told = ET.SubElement(case, "failure", {"type": found.severity.value} | message)
    told.text = f"{place}: {printable(found.message)}" + (f"\n{printable(found.hint)}" if found.hint else "")
