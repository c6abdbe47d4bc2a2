"""The command itself: build each configured state, look the name up, print what is found."""

from __future__ import annotations

import sys

import click

from generator.cli.options import common_options, sdk_options
from generator.cli.project import choose
from generator.cli.session import Session
from generator.cli.show.find import find, nearest
from generator.cli.show.layout import laid_out
from generator.cli.show.subject import Subject
from generator.cli.state import page_prefix, read_model


@click.command("show")
@click.argument("name")
@common_options
@sdk_options
def command(session: Session, name: str) -> int:
    """Print all that is known of NAME, each fact with its page and line.

    NAME is a type or enum (`user`), a member (`user.displayName`), an action (`sendMail`), a page (`api/user-get`),
    a path (`/users/{id}`) or a request (`PATCH /users/{id}`).
    """
    with session.progress() as progress:
        models = [(sdk, *read_model(session, sdk, progress)) for sdk in choose(session.project, ())]
    subjects = [(sdk, Subject(api, profile, sdk.package)) for sdk, api, profile in models]
    texts = []
    for sdk, subject in subjects:
        sheets = find(subject, name)
        if sheets:
            prefix = page_prefix(session.project.root, sdk.docs)
            texts.append(laid_out(sheets, prefix, narrow=sys.stdout.isatty()))
    if texts:
        session.out("\n".join(texts))
        return 0
    near = dict.fromkeys(each for _, subject in subjects for each in nearest(subject, name))
    session.warn(f"sdkwright: the docs say nothing of {name!r}" + "".join(f"\n  did you mean {each}" for each in near))
    return 1
