"""`memcon network`: contacts, brokers, shuttle chains, silence and reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .stores import DEFAULT, DbOption, opened
from .subjects import (
    ByOption,
    CsvOption,
    FromOption,
    JsonOption,
    NamesArgument,
    OutOption,
    QueryOption,
    ToOption,
    asked,
    one_form,
    put,
    put_csv,
    put_json,
    understood,
)  # fmt: skip
from .terminal import fail, one_line

if TYPE_CHECKING:
    from memcon.analysis.network import Network
    from memcon.analysis.subjects import Subject
    from memcon.analysis.windows import Window
    from memcon.store import Store

VIEWS = ("ties", "brokers", "between", "chains", "silence", "reach")


def network(
    names: NamesArgument = None,
    show: Annotated[str, typer.Option("--show", metavar="VIEW", help="ties, brokers, between, chains, silence or reach.")] = "ties",
    by: ByOption = "person",
    query: QueryOption = None,
    since: FromOption = None,
    until: ToOption = None,
    gap: Annotated[int, typer.Option(min=0, help="chains: days that may lie between one leg and the next.")] = 3,
    least: Annotated[int, typer.Option(min=2, help="chains: legs that make one; silence: days of contact before it.")] = 3,
    same_day: Annotated[bool, typer.Option("--same-day", help="reach: let a message go on within one day.")] = False,
    backwards: Annotated[bool, typer.Option("--backwards", help="reach: from whom could WHO have heard.")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    out: OutOption = None,
    db: DbOption = DEFAULT,
) -> None:
    """Show who was in contact with whom, and what follows from it.

    ties: contacts of each two, with direction and medium. brokers: who stands between others. between: who was in contact with both of two
    parties. chains: a mediator's contacts in the order of time (of WHO, or of all). silence: dyads that stopped talking. reach: who could
    have heard what WHO knew at --from.
    """
    one_form(as_json, as_csv)
    if show not in VIEWS:
        fail(f"--show {show}: there is no such view", f"there are {', '.join(VIEWS)}")
    if by not in ("person", "state"):
        fail(f"--by {by}: there is no such level", "person or state")
    wanted = {"between": 2, "reach": 1}.get(show)
    if wanted is not None and len(names or ()) != wanted:
        fail(
            f"--show {show} is about {'two parties' if wanted == 2 else 'one party'}",
            f"memcon network {'A B' if wanted == 2 else 'A'} --show {show}",
        )
    options = {"level": by, "gap": gap, "least": least, "same_day": same_day, "backwards": backwards}
    with opened(db) as store, understood():
        about, window = asked(store, names, query, since, until)
        found, whole = _found(store, show, about, window, options)
    if as_json:
        put_json(out, whole.to_dict() if whole is not None else [one.to_dict() for one in found])
    elif as_csv:
        from memcon.analysis.plain import flat

        columns = _columns(show)
        put_csv(out, columns, ([flat(getattr(one, name)) for name in columns] for one in found))
    else:
        lines = list(_SHOWN[show](found, whole))
        put(out, "\n".join(lines or [_NOTHING[show]]) + "\n")


def _found(store: Store, show: str, about: Subject, window: Window, options: dict[str, Any]) -> tuple[Sequence[Any], Network | None]:
    from memcon import analysis
    from memcon.analysis.acts import acts
    from memcon.analysis.who import actors

    level = options["level"]
    if show == "between":
        return analysis.go_betweens(acts(store, about.query, window), actors(store), *about.sides, level=level), None
    if show == "chains":
        side = about.sides[0] if about.sides else None
        return analysis.shuttles(store, side, window, query=about.query, level=level, gap=options["gap"], least=options["least"]), None
    if show == "silence":
        return analysis.silences(store, about, window, level=level, least=options["least"]), None
    if show == "reach":
        way = {name: options[name] for name in ("level", "same_day", "backwards")}
        return analysis.reach(store, about.sides[0], window, query=about.query, **way), None
    if show == "brokers":
        return analysis.brokerage(store, about, window, level=level), None
    whole = analysis.network(store, about, window, level=level)
    return whole.ties, whole


def _columns(show: str) -> tuple[str, ...]:
    from dataclasses import fields

    from memcon.analysis.brokers import Broker, GoBetween
    from memcon.analysis.network import Tie
    from memcon.analysis.reach import Reached
    from memcon.analysis.shuttles import Chain
    from memcon.analysis.silence import Silence

    kind = {"ties": Tie, "brokers": Broker, "between": GoBetween, "chains": Chain, "silence": Silence, "reach": Reached}[show]
    return tuple(one.name for one in fields(kind))


def _ties(found: Sequence[Any], whole: Network | None) -> Iterator[str]:
    from memcon.analysis.contacts import media_words
    from memcon.analysis.windows import from_to

    assert whole is not None
    names = whole.names
    for tie in found:
        a, b = one_line(names[tie.a]), one_line(names[tie.b])
        ways = [
            f"{tie.a_to_b} by {a}" if tie.a_to_b else "",
            f"{tie.b_to_a} by {b}" if tie.b_to_a else "",
            f"{tie.mutual} mutual" if tie.mutual else "",
        ]
        media = media_words(tie.media)
        days = from_to(tie.first, tie.last)
        yield f"{tie.weight:4}  {a} – {b}: {media} ({', '.join(one for one in ways if one)}); {days}"
    if found:
        yield f"{whole.counted} contacts of {len(whole.nodes)} parties; {len(whole.alone)} contacts name one side only."


def _brokers(found: Sequence[Any], _: Network | None) -> Iterator[str]:
    for one in found:
        constraint = "–" if one.constraint is None else f"{one.constraint:.2f}"
        parties = f"{one.degree} part{'y' if one.degree == 1 else 'ies'}, {one.contacts} contact{'s' * (one.contacts != 1)}"
        yield f"{one.betweenness:.2f}  {one_line(one.name)}: {parties}, constraint {constraint}"
        if one.bridged:
            pairs = "; ".join(f"{one_line(a)} – {one_line(b)}" for a, b in one.bridged[:5])
            yield f"      the only link of {one.bridges} pair{'s' * (one.bridges != 1)}: {pairs}{' ...' if one.bridges > 5 else ''}"
        if one.apart:
            yield f"      without it would part: {' | '.join(one_line(', '.join(group)) for group in one.apart)}"


def _between(found: Sequence[Any], _: Network | None) -> Iterator[str]:
    from memcon.analysis.windows import from_to

    for one in found:
        contacts = f"{one.with_a} and {one.with_b} contacts, {from_to(one.first, one.last)}"
        yield f"{one_line(one.name)}: {contacts}; {one.before} before the two first spoke"


def _chains(found: Sequence[Any], _: Network | None) -> Iterator[str]:
    for chain in found:
        links = "; ".join(
            f"{one_line(x.a)} – {one_line(x.b)} ({x.passes}{f', {x.direct} direct' if x.direct else ''})" for x in chain.links
        )
        yield f"{one_line(chain.name)}, {chain.first} to {chain.last}: {len(chain.legs)} legs, passed between {links}"
        for leg in chain.legs:
            media, places = " and ".join(leg.media), f" in {one_line(', '.join(leg.places))}" if leg.places else ""
            order = {"unknown": " (order on the day not told)", "stated": " (after the one before, as told)"}.get(leg.order, "")
            yield f"      {leg.day}  {one_line(', '.join(leg.names))}: {media}{places}{order}  [{', '.join(leg.events)}]"


def _silence(found: Sequence[Any], _: Network | None) -> Iterator[str]:
    for one in found:
        told = f"since {one.last} ({one.days} days); gaps before: usually {one.usual:g}, at most {one.longest}; p {one.p:.2f}"
        pair = f"{one_line(one.a_name)} – {one_line(one.b_name)}"
        yield f"{pair}: {one.contacts} days of contact, none {told}; {one.heard} other events of either since"


def _reach(found: Sequence[Any], _: Network | None) -> Iterator[str]:
    for one in found:
        path = ", ".join(f"{one_line(hop.giver)} to {one_line(hop.taker)} {hop.last}" for hop in one.path)
        yield f"{one.day}  {one_line(one.name)}: {path}"


_SHOWN: dict[str, Callable[[Sequence[Any], Network | None], Iterator[str]]] = {
    "ties": _ties, "brokers": _brokers, "between": _between, "chains": _chains, "silence": _silence, "reach": _reach,
}  # fmt: skip
_NOTHING = {
    "ties": "No contact is told of.",
    "brokers": "Nobody stands between others here.",
    "between": "Nobody is told to have been in contact with both.",
    "chains": "There is no chain here; --gap and --least say what makes one.",
    "silence": "No dyad is silent for longer than before.",
    "reach": "Nobody could have heard, as far as days are told.",
}
