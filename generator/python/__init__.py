"""The Python back end: an `Api` becomes a package of views. It knows Python and naming, and no text of files."""

from generator.python.options import SdkOptions
from generator.python.package import Lowered, lower

__all__ = ["Lowered", "SdkOptions", "lower"]
