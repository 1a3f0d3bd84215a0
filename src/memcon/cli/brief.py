"""`memcon brief`."""

from __future__ import annotations

from typing import Annotated

import typer

from .stores import DEFAULT, DbOption, opened
from .subjects import FromOption, JsonOption, NamesArgument, OutOption, QueryOption, ToOption, asked, put, put_json, understood
from .terminal import fail, printable


def brief(
    names: NamesArgument = None,
    query: QueryOption = None,
    since: FromOption = None,
    until: ToOption = None,
    markdown: Annotated[bool, typer.Option("--markdown", "--md", help="Print Markdown.")] = False,
    as_json: JsonOption = False,
    out: OutOption = None,
    db: DbOption = DEFAULT,
) -> None:
    """Print one page on a party, a dyad or a process (a query) that can be read in two minutes, every sentence with its sources.

    Contacts and go-betweens, the latest, positions, promises kept and broken, what is to come, what is contested, who fell silent.
    """
    from memcon import analysis

    if markdown and as_json:
        fail("--json and --markdown at once", "choose one of them")
    with opened(db) as store, understood():
        about, window = asked(store, names, query, since, until)
        page = analysis.brief(store, about, window)
    if as_json:
        put_json(out, page.to_dict())
    else:
        put(out, printable(page.to_markdown() if markdown else page.to_text()))
