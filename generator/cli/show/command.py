"""The command itself: build each configured state, look the name up, print what is found."""

from __future__ import annotations

import sys

import click

from generator.cli.options import common_options, sdk_options
from generator.cli.project import choose
from generator.cli.session import Session
from generator.cli.show.find import find, nearest
from generator.cli.show.joined import joined
from generator.cli.show.layout import Sheet, laid_out
from generator.cli.show.passing import passing
from generator.cli.show.subject import Subject
from generator.cli.state import begin, model_of, page_prefix


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
        begun = [begin(session, sdk, progress) for sdk in choose(session.project, ())]
        models = [model_of(each) for each in begun]
    states = zip(begun, models, strict=True)
    subjects = [(each, Subject(api, each.profile, each.sdk.package)) for each, api in states]
    sheets: dict[str, list[Sheet]] = {}
    for each, subject in subjects:
        sdk, found = each.sdk, find(subject, name)
        if found:
            decided = passing(session.project, each.docs.sources)
            prefix = page_prefix(session.project.root, sdk.docs)
            sheets.setdefault(prefix, []).extend(map(decided.told, found))
    if sheets:
        narrow = sys.stdout.isatty()
        session.out("\n".join(laid_out(joined(some), prefix, narrow=narrow) for prefix, some in sheets.items()))
        return 0
    near = dict.fromkeys(each for _, subject in subjects for each in nearest(subject, name))
    session.warn(f"sdkwright: the docs say nothing of {name!r}" + "".join(f"\n  did you mean {each}" for each in near))
    return 1
