"""`memcon publish`: the site as files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .stores import DEFAULT, DbOption
from .terminal import counted, emit, fail


def publish(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder, or one that was published to before.", show_default=False)],
    db: DbOption = DEFAULT,
) -> None:
    """Write a store's record, timeline, network, map and ledgers as pages that need no server and can be read by everybody.

    The texts of the reports are left out; sentences that are quoted stay. Persons who hold no office in any report and stand in no
    registry are not named; their names are blacked out in quotes, too. The store stays as it is.
    """
    try:
        from memcon.web.publishing import PublishError
        from memcon.web.publishing import publish as write
    except ImportError as error:
        fail(f"the site needs more packages ({error.name} is missing)", "pip install 'memcon[site]'")
    from memcon.store import StoreError

    try:
        made = write(Path(db.removeprefix("sqlite:///")), folder)
    except PublishError as error:
        fail(str(error), "name a new folder")
    except StoreError as error:
        fail(str(error), f"name a store with --db (now {db})")
    except OSError as error:
        fail(f"{folder}: {error.strerror or error}", "name a folder that can be written")
    held = f"{counted(made.events, 'event')} and {counted(made.reports, 'report')}"
    emit(f"{made.pages} pages of {held} in {folder}; open {folder / 'index.html'}\n")
    emit(f"{made.unnamed} person{'' if made.unnamed == 1 else 's'} without an office {'is' if made.unnamed == 1 else 'are'} not named\n")
