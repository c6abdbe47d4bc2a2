"""What is wrong in the docs that a single page or a linking pass cannot see: rules over the `Api` and the pages' facts."""

from generator.lint.docs import Docs
from generator.lint.rules import RULES
from generator.lint.runner import run

__all__ = ["RULES", "Docs", "run"]
