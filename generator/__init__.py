"""sdkwright: API reference pages in, a typed SDK with tests made of the documented examples out."""

__all__ = ["__version__"]

__version__ = "0.1.0"
