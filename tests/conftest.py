"""For all tests: laws hold or do not hold, however busy the machine is."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("sdkwright", deadline=None)
settings.load_profile("sdkwright")
