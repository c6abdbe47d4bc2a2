"""Values of the model in the few words that `show` has for them."""

from __future__ import annotations

from generator.model.declarations import Inference
from generator.model.types import TypeRef
from generator.model.wording import Account, Markers

ACCOUNTS = {
    Account.DELEGATED_WORK: "delegated work",
    Account.DELEGATED_PERSONAL: "delegated personal",
    Account.APPLICATION: "application",
}


def type_text(ref: TypeRef | None) -> str:
    return "(no type)" if ref is None else str(ref)


def one_line(text: str, widest: int = 100) -> str:
    """The first `widest` characters of prose, its line breaks as blanks."""
    words = " ".join(text.split())
    return words if len(words) <= widest else words[: widest - 1] + "…"


def marks(markers: Markers) -> str:
    """What the wording of a description states, as a list: `required, key, default 3`."""
    said = [
        ("read-only", markers.read_only),
        ("required", markers.required),
        ("optional", markers.optional),
        ("key", markers.key),
        ("nullable", markers.nullable is True),
        ("not nullable", markers.nullable is False),
        (f"default {markers.default}", markers.default is not None),
        (f"at least {markers.minimum}", markers.minimum is not None),
        (f"at most {markers.maximum}", markers.maximum is not None),
        (f"up to {markers.max_length} characters", markers.max_length is not None),
        (f"filter by {' '.join(markers.filter_operators)}", bool(markers.filter_operators)),
        ("only on $select", markers.selected_only),
    ]
    return ", ".join(text for text, stated in said if stated)


def why(inference: Inference | None) -> str:
    """` (inferred by RULE: REASON)`, or nothing for a stated fact."""
    return "" if inference is None else f" (inferred by {inference.rule}: {one_line(inference.reason)})"
