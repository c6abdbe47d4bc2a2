"""From an SDK's configuration to what `generate` and `check` ask for."""

from __future__ import annotations

import msgspec

from generator.build.generation import Order
from generator.cli.corrections import overrides_of, overrides_text
from generator.cli.session import Session
from generator.cli.state import Begun, profile_bytes, sdk_title
from generator.dialect import Profile
from generator.emit.shipped import runtime_sources, shipped_templates
from generator.python import SdkOptions
from generator.python.web import Web
from generator.workspace.manifest import sha256
from generator.workspace.templates import overridden


def order_of(session: Session, begun: Begun) -> Order:
    """What `generate` is asked for. Raises WorkspaceError when the user's templates cannot be used."""
    sdk = begun.sdk
    own = None if sdk.templates is None else session.project.root / sdk.templates
    options = SdkOptions(
        package=sdk.package,
        base_url=sdk.base_url.rstrip("/"),
        title=sdk_title(sdk),
        client=sdk.client,
        include=sdk.include,
        exclude=sdk.exclude,
        version=sdk.version,
        web=_web(sdk.docs_url, begun.profile),
    )
    settings = sha256(msgspec.json.encode((options, overrides_of(sdk))) + profile_bytes(begun.profile))
    written = session.project.text + overrides_text(session.project, sdk)
    return Order(
        options=options,
        templates=overridden(shipped_templates(), own).texts,
        runtime=runtime_sources(),
        config_digest=sha256(written.encode() + settings.encode()),
        settings_digest=settings,
        docs_digest=begun.docs.digest,
        pages=begun.docs.pages,
        jobs=session.jobs,
    )


def _web(url: str | None, profile: Profile) -> Web | None:
    pages = profile.words.pages
    return (
        None
        if url is None
        else Web(url=url, api_folders=tuple(pages.api_folders), resource_folders=tuple(pages.resource_folders))
    )
