"""The part of the package that is the same for every API.

Light: httpx comes with the first request, pydantic with the first model.
"""

from .batch import AsyncBatch, Batch, BatchResult
from .builder import RequestBuilder, typed
from .calls import UNSET, BareOptions, Content, Fields, Json, RequestOptions, Target, checked
from .client import Client
from .deprecation import deprecated
from .download import AsyncDownload, Download
from .errors import (
    BadRequest,
    Conflict,
    ConnectionFailed,
    Forbidden,
    Gone,
    GraphError,
    NotFound,
    PreconditionFailed,
    RequestTimedOut,
    ServerError,
    Throttled,
    TransportError,
    Unauthorized,
    UnexpectedData,
    UntrustedLink,
)
from .paging import AsyncDelta, AsyncPages, Delta, Page, Pages
from .registry import lazy_names
from .transport import AsyncTransport, Request, Response, Transport
from .urls import fill
from .views import RawResponse

__all__ = [
    "UNSET",
    "AsyncBatch",
    "AsyncDelta",
    "AsyncDownload",
    "AsyncPages",
    "AsyncTransport",
    "BadRequest",
    "BareOptions",
    "Batch",
    "BatchResult",
    "Client",
    "Conflict",
    "ConnectionFailed",
    "Content",
    "Delta",
    "Download",
    "Fields",
    "Forbidden",
    "Gone",
    "GraphError",
    "Json",
    "NotFound",
    "Page",
    "Pages",
    "PreconditionFailed",
    "RawResponse",
    "Request",
    "RequestBuilder",
    "RequestOptions",
    "RequestTimedOut",
    "Response",
    "ServerError",
    "Target",
    "Throttled",
    "Transport",
    "TransportError",
    "Unauthorized",
    "UnexpectedData",
    "UntrustedLink",
    "checked",
    "deprecated",
    "fill",
    "lazy_names",
    "typed",
]
