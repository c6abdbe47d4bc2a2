"""Values of the model in the few words that `show` has for them."""

from __future__ import annotations

from collections import Counter

from generator.model.api import Api
from generator.model.declarations import Inference, namespace, short
from generator.model.indexes.answers import Answer, AnswerForm
from generator.model.indexes.sendings import Sending, SendingForm
from generator.model.operations import Body, BodyKind, Response, ResponseKind
from generator.model.types import Collection, Named, Opaque, Primitive, TypeRef
from generator.model.wording import Account, Markers
from generator.python.prose import plain

ACCOUNTS = {
    Account.DELEGATED_WORK: "delegated work",
    Account.DELEGATED_PERSONAL: "delegated personal",
    Account.APPLICATION: "application",
}


class Names:
    """Types by the shortest name that tells them apart: those of the namespace that most types are in stand without it."""

    def __init__(self, api: Api) -> None:
        counted = Counter(map(namespace, api.declarations()))
        self._usual = counted.most_common(1)[0][0] if counted else ""

    def name(self, qualified: str) -> str:
        return short(qualified) if namespace(qualified) == self._usual else qualified

    def type(self, ref: TypeRef | None) -> str:
        match ref:
            case None:
                return "JSON of no documented type"
            case Collection():
                return f"{self.type(ref.item)} collection"
            case Primitive():
                return ref.name.value.removeprefix("Edm.")
            case Opaque():
                return f"{ref.text} (not documented)".lstrip()
            case Named():
                return self.name(ref.name)

    def sending(self, sending: Sending, body: Body, *, has_derived: bool) -> str:
        """What a call sends."""
        kinds = {
            SendingForm.NOTHING: "not documented" if body.kind is BodyKind.UNSTATED else "none",
            SendingForm.MEMBERS: "an object of the members below",
            SendingForm.BYTES: "bytes",
            SendingForm.REFERENCE: "a link: the @odata.id of an object",
            SendingForm.OBJECT: self.type(sending.type) + (" or a type derived from it" if has_derived else ""),
            SendingForm.ANY: self._any(body),
        }
        return kinds[sending.form] + why(body.inference)

    def _any(self, body: Body) -> str:
        return self.type(body.type) if body.type is not None else _ANY.get(body.kind, self.type(None))

    def answer(self, answer: Answer, response: Response) -> str:
        """What a call gives, behind the statuses of success."""
        undocumented = response.kind is ResponseKind.UNSTATED
        kinds = {
            AnswerForm.NOTHING: "not documented" if undocumented else "nothing",
            AnswerForm.BYTES: "bytes",
            AnswerForm.COUNT: "a number as plain text",
            AnswerForm.ANY: "not documented" if undocumented else self.type(response.type),
            AnswerForm.ONE: self.type(answer.type),
        }
        told = kinds.get(answer.form) or f"{self.type(answer.type)} collection"
        if answer.as_json is not None:
            told += f", or {self.type(answer.as_json.type)} collection if JSON is asked for"
        statuses = " or ".join(map(str, response.statuses))
        return f"{statuses} {told}".strip() + (why(response.inference) if answer.type is not None else "")


_ANY = {
    BodyKind.UNSTATED: "not documented",
    BodyKind.PARAMETERS: "an object without documented members",
}
"""What is sent where no page names a type."""


def one_line(text: str, widest: int = 160) -> str:
    """The first `widest` characters of prose: links by their labels, line breaks as blanks."""
    words = plain(text)
    return words if len(words) <= widest else words[: widest - 1] + "…"


def marks(markers: Markers) -> str:
    """What the wording of a description states, as a list: ` (required, key, default 3)`."""
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
    told = ", ".join(text for text, stated in said if stated)
    return f" ({told})" if told else ""


def why(inference: Inference | None) -> str:
    """` (inferred by RULE: REASON)`, or nothing for a stated fact."""
    return "" if inference is None else f" (inferred by {inference.rule}: {one_line(inference.reason)})"
