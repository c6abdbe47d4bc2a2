"""When to send a request again, and after how long.

The one rule that must hold: a request that may have been carried out is only repeated when carrying it out
twice does no harm.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .errors import ConnectionFailed, GraphError, RequestTimedOut, TransportError

IDEMPOTENT = frozenset(("GET", "HEAD", "OPTIONS", "PUT", "DELETE"))
LONGEST_WAIT = 180.0
"""Seconds. A service that asks for more gets its error passed on, with `retry_after`."""
_FIRST, _MOST = 0.5, 30.0


def may_repeat(error: GraphError, method: str) -> bool:
    """Whether a failed request may be sent again."""
    if isinstance(error, TransportError):
        return (
            (method in IDEMPOTENT) if error.sent else isinstance(error, (ConnectionFailed, RequestTimedOut))
        )
    if error.status == 429:  # refused before anything was done
        return True
    if (
        error.status == 503
    ):  # with Retry-After it is a refusal; without, it may come from a gateway that lost the answer
        return method in IDEMPOTENT or error.retry_after is not None
    return error.status in (502, 504) and method in IDEMPOTENT


def wait_before(attempt: int, error: GraphError, chance: Callable[[], float]) -> float | None:
    """Seconds to wait before the attempt after number `attempt` (from 0); None when the service asks for too
    long a wait.

    What the service says is honoured; otherwise the wait doubles, with jitter so that many clients do not
    come back together.
    """
    backoff: float = min(_MOST, _FIRST * 2**attempt) * (0.5 + chance() / 2)
    if error.retry_after is None:
        return backoff
    return None if error.retry_after > LONGEST_WAIT else max(error.retry_after, 0.0) + chance() * 0.1


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds of a Retry-After header, which is a number or a date."""
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    if text.replace(".", "", 1).isdecimal() and text.isascii():
        return float(text)
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        date = parsedate_to_datetime(text)
        return max(0.0, (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now)
    except (ValueError, OverflowError):
        return None
