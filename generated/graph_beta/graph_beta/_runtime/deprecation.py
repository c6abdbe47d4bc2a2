"""What the documentation advises against, so that editors, type checkers and running programs say so (PEP 702)."""

from __future__ import annotations

import functools
import warnings
from typing import TYPE_CHECKING, Any

__all__ = ["deprecated"]

if TYPE_CHECKING:
    from typing_extensions import deprecated
else:

    def deprecated(message: str) -> Any:
        """Mark a class or method. Calling such a method warns; reading an object of such a class does not, as a
        service may send one whatever a program asks for.
        """

        def marked(told: Any) -> Any:
            told.__deprecated__ = message
            if isinstance(told, type):
                return told

            @functools.wraps(told)
            def warned(*args: Any, **kwargs: Any) -> Any:
                warnings.warn(message, DeprecationWarning, stacklevel=2)
                return told(*args, **kwargs)

            return warned

        return marked
