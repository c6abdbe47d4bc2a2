"""What JSON annotations say that nothing reads: broken JSON, kinds and keys that the dialect does not know."""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.dialect.schema import Words
from generator.extract import codes
from generator.extract.reading import Reading
from generator.markdown.annotation import Annotation
from generator.markdown.blocks import Comment
from generator.text.nearest import did_you_mean, nearest


def check_annotation(annotation: Annotation, reading: Reading) -> None:
    """Report what is wrong with it. Whether it is of use is for others to say."""
    words = reading.profile.words.annotations
    if annotation.damaged:
        hint = "check commas, quotes and brackets"
        reading.report(codes.ANNOTATION_BROKEN.at(annotation.span, "this annotation is not valid JSON", hint=hint))
    elif is_about_page(annotation):
        _check_keys(annotation, words.page_keys, reading)
        _check_kind(annotation, annotation.data["type"], (words.page,), reading)
    elif "blockType" in annotation.data:
        _check_keys(annotation, words.keys, reading)
        _check_kind(annotation, annotation.data["blockType"], words.kinds, reading)
    else:
        _check_keys(annotation, words.keys, reading)
        _report_missing_kind(annotation, words.kinds, reading)


def not_begun(comment: Comment) -> Diagnostic:
    """The finding that a comment with the words of an annotation is none."""
    hint = "begin the comment with { and end it with }"
    return codes.ANNOTATION_BROKEN.at(comment.span, "this comment is no annotation, since no { begins it", hint=hint)


def is_about_page(annotation: Annotation) -> bool:
    """Whether it tells publishing tools of the page, and nothing of a block."""
    return "blockType" not in annotation.data and "type" in annotation.data


def _check_keys(annotation: Annotation, known: Words, reading: Reading) -> None:
    for key in annotation.data:
        if key not in known:
            message = f"no annotation has the key {key[:60]!r}"
            reading.report(codes.ANNOTATION_KEY_UNKNOWN.at(annotation.span, message, hint=_hint(key, known)))


def _check_kind(annotation: Annotation, kind: object, known: Words, reading: Reading) -> None:
    if kind not in known:
        message = f"an annotation of kind {str(kind)[:60]!r} says nothing that is known"
        reading.report(codes.ANNOTATION_KIND_UNKNOWN.at(annotation.span, message, hint=_hint(str(kind), known)))


def _report_missing_kind(annotation: Annotation, known: Words, reading: Reading) -> None:
    """Not where its key is misspelt: that is reported already."""
    if not any(nearest(key, ("blockType",)) for key in annotation.data):
        message, hint = "this annotation does not say what it is about", f"say one of {', '.join(known)}"
        reading.report(codes.ANNOTATION_KIND_UNKNOWN.at(annotation.span, message, hint=hint))


def _hint(written: str, known: Words) -> str:
    return did_you_mean(written, known) or "take it away: nothing reads it"
