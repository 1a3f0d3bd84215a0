"""`memcon detach` and `attach`: records and the events of a store, shared without their reports' words and put together again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .files import check_target, write_whole
from .ingest import columns_of
from .terminal import NOT_VERIFIED, emit, fail, one_line, warn

if TYPE_CHECKING:
    from memcon.analysis.texts import Texts
    from memcon.exports.standoff import Detached, Wanted

TargetOption = Annotated[Path, typer.Option("-o", "--output", metavar="OUT", help="The file to write.", show_default=False)]
_FEW = 5


def detach(
    record: Annotated[Path, typer.Argument(metavar="RECORD.json", help="A record that memcon read --json wrote.", show_default=False)],
    out: TargetOption,
) -> None:
    """Take the report's words out of a record, so that it can be shared: offsets and the text's hash stay. memcon attach undoes it.

    memcon export standoff does so with the events of a store.
    """
    from memcon import analysis

    check_target(out)
    try:
        made = analysis.detach(_read(record))
    except analysis.DetachError as error:
        fail(f"{record}: {error}", "give a file that memcon read --json wrote")
    write_whole(out, made)


def attach(
    detached: Annotated[
        Path, typer.Argument(metavar="DETACHED", help="What memcon detach or memcon export standoff wrote.", show_default=False)
    ],
    texts: Annotated[list[Path], typer.Argument(metavar="TEXTS...", help="Files, tables, or folders of them, among which the texts are.")],
    out: TargetOption,
    column: Annotated[
        list[str] | None, typer.Option(metavar="FIELD=NAME", help="Which column of a table holds text or id, as for memcon ingest.")
    ] = None,
) -> None:
    """Put a detached record, or the events of a store, and the texts together again, byte for byte. Texts are found by their hashes.

    Of a store, events whose texts are missing or altered are left out and the reports are told by their ids. Exit code 1 if any is.
    """
    from memcon.exports.standoff import SCHEMA

    check_target(out)
    written = _read(detached)
    for path in texts:
        if not path.exists():
            fail(f"there is no file {path}", "check the name")
    if f'"{SCHEMA}"' in written[: written.find("\n") if "\n" in written else None]:
        _attach_events(detached, written, texts, out, columns_of(column or []))
    else:
        _attach_record(detached, written, texts, out)


def _attach_record(detached: Path, written: str, texts: list[Path], out: Path) -> None:
    from memcon import analysis
    from memcon.analysis.standoff import wanted
    from memcon.analysis.texts import files_of

    try:
        sha256, characters = wanted(written)
        found = analysis.text_of_hash(sha256, texts)
        if found is None:
            names = [str(one) for one in files_of(texts)]
            told = ", ".join(names[:_FEW]) + (f" and {len(names) - _FEW} more" if len(names) > _FEW else "")
            fail(
                f"{told or 'nothing'}: not the text of {detached} ({characters} characters, SHA-256 {sha256})",
                "give the text just as it was read; a later or shortened version has another hash",
                NOT_VERIFIED,
            )
        write_whole(out, analysis.attach(written, found[0]))
    except analysis.DetachError as error:
        fail(f"{detached}: {error}", "give a file that memcon detach or memcon export standoff wrote")
    others = [str(path) for path in texts if path.is_file() and path != found[1]]
    if others:
        warn(f"not its text: {', '.join(others)}")
    emit(f"{out}: with the text of {found[1]}.\n")


def _attach_events(detached: Path, written: str, texts: list[Path], out: Path, columns: dict[str, str]) -> None:
    from memcon.analysis import DetachError
    from memcon.analysis.texts import texts_of_hashes
    from memcon.exports.standoff import attached, opened

    lines: list[tuple[int, Detached]] = []
    wrong = 0
    for number, line in enumerate(written.split("\n"), 1):
        if line.strip():
            try:
                lines.append((number, opened(line)))
            except DetachError as error:
                wrong += 1
                warn(f"{detached}:{number}: {error}")
    found = texts_of_hashes({one.sha256 for _number, event in lines for one in event.texts.values()}, texts, columns)
    whole, used, left = [], set(), 0
    lacking: defaultdict[tuple[str, Wanted], list[str]] = defaultdict(list)
    for number, event in lines:
        missing = [(report, one) for report, one in event.texts.items() if one.sha256 not in found.by_hash]
        for lack in missing:
            lacking[lack].append(event.id)
        if missing:
            left += 1
            continue
        try:
            whole.append(attached(event, found.by_hash) + "\n")
            used |= set(event.texts)
        except DetachError as error:
            wrong += 1
            warn(f"{detached}:{number}: {error}")
    for line in _lacking(lacking, found):
        warn(line)
    write_whole(out, "".join(whole))
    left_out = f"; {_count(left + wrong, 'event')} {'is' if left + wrong == 1 else 'are'} left out" if left + wrong else ""
    emit(f"{out}: {_count(len(whole), 'event')}, with the texts of {_count(len(used), 'report')}{left_out}.\n")
    if left + wrong:
        raise typer.Exit(NOT_VERIFIED)


def _lacking(lacking: dict[tuple[str, Wanted], list[str]], found: Texts) -> Iterator[str]:
    """A line for each report whose text was not found."""
    for (report, one), events in sorted(lacking.items(), key=lambda lack: lack[0][0]):
        told = ", ".join(events[:_FEW]) + (f" and {len(events) - _FEW} more" if len(events) > _FEW else "")
        size = f"{one.characters} characters, SHA-256 {one.sha256}"
        how = f"its text was altered: {found.names[one.name]} is another" if one.name in found.names else "its text is missing"
        yield f"{report} ({one_line(one.name)}): {how} ({size}); left out for it: {told}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        fail(f"{path} cannot be read ({error.strerror or error})", "check the name")
    except UnicodeDecodeError:
        fail(f"{path} is not UTF-8 text", "give a file that memcon wrote")
