"""What changed between two states of the docs, compared as two `Api` values and judged for callers."""

from generator.diff.changes import CHANGES
from generator.diff.compare import Comparison, compare
from generator.diff.model import Change, Judgement

__all__ = ["CHANGES", "Change", "Comparison", "Judgement", "compare"]
