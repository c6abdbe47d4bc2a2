"""What stops a run before or after the pipeline: a place that cannot be read or written at all."""

from __future__ import annotations


class WorkspaceError(Exception):
    """A docs place, a repository or an output folder that cannot be used; the message is one sentence for the user."""
