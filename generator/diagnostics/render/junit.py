"""JUnit XML: a suite for each page, a failed test case for each finding. A run without findings is one passed case."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from generator.diagnostics.render.printable import printable
from generator.diagnostics.render.shown import Shown


def junit(found: Sequence[Shown]) -> str:
    count = str(len(found))
    root = ET.Element("testsuites", name="sdkwright", tests=str(max(1, len(found))), failures=count)
    for path, group in itertools.groupby(found, key=lambda each: each.path or "sdkwright"):
        findings = list(group)
        size = str(len(findings))
        suite = ET.SubElement(root, "testsuite", name=printable(path), tests=size, failures=size)
        for each in findings:
            _case(suite, each)
    if not found:
        suite = ET.SubElement(root, "testsuite", name="sdkwright", tests="1", failures="0")
        ET.SubElement(suite, "testcase", name="no findings", classname="sdkwright")
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _case(suite: ET.Element, each: Shown) -> None:
    found = each.found
    place = "sdkwright" if found.span is None else printable(each.place(found.span))
    case = ET.SubElement(suite, "testcase", name=f"{found.code} {place}", classname=found.code)
    failure = ET.SubElement(case, "failure", type=found.severity.value, message=printable(found.message))
    failure.text = f"{place}: {printable(found.message)}" + (f"\n{printable(found.hint)}" if found.hint else "")
