"""How a long run tells what it is at. Whoever watches decides what to show."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Told of each step: what is being done, how much is done, how much there is (0: not known)."""
