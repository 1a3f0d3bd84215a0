"""`memcon same`, `split`, `forget`, `redact`, `undo` and `decisions`: what people decide of a store, and the log of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from .stores import DEFAULT, DbOption, opened
from .terminal import NOT_VERIFIED, emit, fail, one_line, warn

if TYPE_CHECKING:
    from memcon.store import Store
    from memcon.store.chain import Decision

ReasonOption = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why: kept with the decision.")]
WhoOption = Annotated[str, typer.Option("--who", metavar="NAME", help="Who decides; the login name if not given.", show_default=False)]
YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask: what is removed cannot be brought back.")]


def same(
    one: Annotated[str, typer.Argument(metavar="A", help="The event that stays.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="B", help="The event that is the same; its id leads to A then.", show_default=False)],
    db: DbOption = DEFAULT,
    reason: ReasonOption = "",
    who: WhoOption = "",
) -> None:
    """Say that two events are one: all that tells of B tells of A. `memcon undo` parts them again."""
    with opened(db) as store:
        made = enter(store, "merge", one, value=other, reason=reason, who=who)
        emit(f"{one_line(other)} is {made.target} now (decision {made.seq})\n")


def split(
    ident: Annotated[str, typer.Argument(metavar="ID", help="The event to take apart.", show_default=False)],
    reports: Annotated[
        list[str] | None, typer.Argument(metavar="REPORT", help="The reports that tell of another event.", show_default=False)
    ] = None,
    db: DbOption = DEFAULT,
    reason: ReasonOption = "",
    who: WhoOption = "",
) -> None:
    """Take what these reports tell out of an event, into one of its own; without reports each telling but the first into its own.

    What was an event of its own before gets its former id again.
    """
    with opened(db) as store:
        made = enter(store, "split", ident, value=" ".join(reports or []), reason=reason, who=who)
        new = json.loads(made.after or "{}").get("from", {})
        emit(f"taken out of {made.target}: {', '.join(new)} (decision {made.seq})\n")


def forget(
    what: Annotated[str, typer.Argument(metavar="REPORT|NAME|KEY", help="A report's id, a name, or a key as in wd:Q7747.")] = "",
    db: DbOption = DEFAULT,
    reason: ReasonOption = "",
    who: WhoOption = "",
    yes: YesOption = False,
    everyone: Annotated[bool, typer.Option("--everyone", help="All who bear the name, where several do.")] = False,
    traces: Annotated[bool, typer.Option("--traces", help="Only clear traces of what was forgotten while others used the store.")] = False,
) -> None:
    """Remove a report, or a person's name from all reports, for good: from tables, search index and the file's free pages.

    A name that several bear is refused and their keys are listed: give the key of one, and what is the others' stays. Ids stay and say
    that something was forgotten; the log of decisions verifies as before.
    """
    if traces:
        from memcon.store.decisions import clear_traces

        with opened(db) as store:
            clear_traces(store)
        return
    if not what:
        fail("what is to be forgotten?", "give a report's id, a name or a key")
    _sure(f"forget {what}", yes)
    with opened(db) as store:
        left = _namesakes(store, what) if not everyone else ""
        _erased(enter(store, "forget", what, value="everyone" if everyone else None, reason=reason, who=who))
    if left:
        emit(f"left, as others of that name: {one_line(left)}\n")


def redact(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's id.", show_default=False)],
    start: Annotated[int, typer.Argument(metavar="START", min=0, help="Where the passage begins in the text.", show_default=False)],
    end: Annotated[int, typer.Argument(metavar="END", min=1, help="Where it ends, exclusive.", show_default=False)],
    db: DbOption = DEFAULT,
    reason: ReasonOption = "",
    who: WhoOption = "",
    yes: YesOption = False,
) -> None:
    """Black out a passage of a report for good, with what was read from it; also where near copies repeat it."""
    _sure(f"redact {start}..{end} of {report}", yes)
    with opened(db) as store:
        _erased(enter(store, "redact", report, value=f"{start}-{end}", reason=reason, who=who))


def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The decision's number in the log.", show_default=False)],
    db: DbOption = DEFAULT,
    reason: ReasonOption = "",
    who: WhoOption = "",
) -> None:
    """Undo a decision; that is a new entry of the log, and can be undone in its turn."""
    with opened(db) as store:
        made = enter(store, "undo", str(number), reason=reason, who=who)
        emit(f"decision {number} is undone (decision {made.seq})\n")


def decisions(
    db: DbOption = DEFAULT,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    head: Annotated[
        bool, typer.Option("--head", help="Only print the number and the hash of the last decision, to be kept elsewhere.")
    ] = False,
    verify: Annotated[
        str | None, typer.Option("--verify", metavar="HEAD", help="Only prove that all is there that was when --head printed this.")
    ] = None,
) -> None:
    """List what people decided, and prove that the log is whole. Exit code 1 if it is not.

    Whoever can write the file can cut off the last decisions, or write all of them anew; that shows only by a HEAD that was kept elsewhere.
    """
    from memcon.store import decisions as decided

    if head and verify is not None:
        fail("--head and --verify cannot go together", "choose one of them")
    with opened(db) as store:
        try:
            problems = decided.verify_chain(store, verify.strip() if verify is not None else None)
        except decided.DecisionError as error:
            fail(str(error), "give what memcon decisions --head printed")
        found, last = decided.log(store), decided.head(store)
    if not head and verify is None:
        for one in found:
            emit(json.dumps(as_object(one), ensure_ascii=False) + "\n" if as_json else line_of(one) + "\n")
    for problem in problems:
        warn(problem)
    if problems:
        fail("the log of decisions does not verify", "it was changed from outside; compare with a copy of the store", NOT_VERIFIED)
    if head:
        emit(f"{last}\n")
    if verify is not None:
        noted = int(verify.strip().partition(":")[0])
        emit(f"the log verifies: {noted} decision{'' if noted == 1 else 's'} as noted, {len(found) - noted} since\n")


def enter(store: Store, action: str, target: str, field: str = "", value: str | None = None, *, reason: str, who: str) -> Decision:
    """Decide; ends the command with advice where that cannot be."""
    from memcon.store.decisions import DecisionError, decide

    try:
        return decide(store, action, target, field, value, who=who or login(), reason=reason)
    except DecisionError as error:
        fail(str(error), "memcon list shows the events, memcon decisions what was decided")


def login() -> str:
    """The login name; `unknown` where the system tells none."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def as_object(one: Decision) -> dict[str, str | int | None]:
    """A decision as `--json` prints it."""
    return {
        "seq": one.seq, "at": one.at, "who": one.who, "action": one.action, "target": one.target, "field": one.field,
        "before": one.before, "after": one.after, "reason": one.reason, "hash": one.hash,
    }  # fmt: skip


def line_of(one: Decision) -> str:
    """A decision in a line.

    >>> from memcon.store.chain import Decision
    >>> line_of(Decision(3, "2022-03-08T10:00:00+00:00", "ann", "correct", "m1", "status", "typo", "happened", "planned", "ab12"))
    '3  2022-03-08T10:00:00+00:00  ann  correct m1 status: happened -> planned  (typo)'
    """
    change = f" {one.field}" if one.field else ""
    if one.action == "correct":
        change += f": {one.before or 'none'} -> {'none' if one.after == '' else one.after or 'removed for good'}"
    said = f"  ({one_line(one.reason)})" if one.reason else ""
    return f"{one.seq}  {one.at}  {one_line(one.who)}  {one.action} {one_line(one.target + change)}{said}"


def _erased(made: Decision) -> None:
    gone = json.loads(made.after or "{}")
    counts = {name: len(gone.get(f"{name}s", [])) for name in ("report", "event")}
    counted = " and ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items())
    emit(f"gone for good: {made.target} (changed or gone: {counted}; decision {made.seq})\n")


def _namesakes(store: Store, what: str) -> str:
    """The others that bear a name of whom is meant; ends the command where it is not clear who that is."""
    from memcon.store.namesakes import NamesakesError, meant

    with store.reading() as connection:
        try:
            known = meant(connection, what)
        except NamesakesError as error:
            fail(str(error), "give the key of one, or all of them with --everyone")
    return "; ".join(one.told() for one in known.namesakes) if known else ""


def _sure(what: str, yes: bool) -> None:
    import sys

    if yes:
        return
    if not sys.stdin.isatty():
        fail(f"to {what} cannot be undone", "add --yes if that is what you want")
    if not typer.confirm(f"{one_line(what)}? This cannot be undone", default=False):
        fail("nothing was changed", "answer y to go on")
