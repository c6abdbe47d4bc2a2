"""sdkwright: API reference pages in, a typed SDK with tests made of the documented examples out."""

from __future__ import annotations

from importlib import metadata

__all__ = ["__version__"]

try:
    __version__ = metadata.version("sdkwright")
except metadata.PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0.1.0"
