"""Rule `enum-value-repeated`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Label, Severity
from generator.lint.docs import Docs
from generator.lint.finding import Finding
from generator.lint.rule import rule
from generator.model.declarations import EnumMember


@rule(Severity.WARNING, hint="give each member a value of its own")
def enum_value_repeated(docs: Docs) -> Iterator[Finding]:
    """Two members of an enumeration have one number.

    **What it finds.** Members whose Value column gives the same number.

    **Why it matters.** They can not be told apart where numbers are used; one row was copied and not changed.

    Bad:

    ```md resources/colour.md
    # colour enum type

    ## Members

    |Member|Value|Description|
    |:---|:---|:---|
    |red|0|Red.|
    |blue|0|Blue.|
    ```

    Good:

    ```md resources/colour.md
    # colour enum type

    ## Members

    |Member|Value|Description|
    |:---|:---|:---|
    |red|0|Red.|
    |blue|1|Blue.|
    ```
    """
    for enum in docs.api.enums:
        first: dict[int, EnumMember] = {}
        for each in enum.members:
            if each.value is None:
                continue
            other = first.setdefault(each.value, each)
            if other is not each:
                labels = tuple(Label(span=span, message=f"{other.name} has it") for span in other.sources[:1])
                message = f"{each.name} and {other.name} of {enum.name} both have the value {each.value}"
                yield Finding(span=each.sources[0], message=message, labels=labels)
