"""Corrections of single documented facts, for docs that are wrong and someone else's. Between linking and everything after it."""

from generator.overrides.apply import apply
from generator.overrides.model import Applied, Key, Overridden, Override

__all__ = ["Applied", "Key", "Overridden", "Override", "apply"]
