"""Events of the world in other programs' formats, one module a format.

A format takes merged events and writes one file or a folder of files. `export(name, events, target)` does either; `FORMATS` tells what
there is: each `Format` has a `kind` ("file" or "folder"), an `extension`, what it is `about`, and the extra that it `needs`. A writer of
files is `write(events, out: BinaryIO, *, raw=False) -> Written`, one of folders `write(events, folder: Path, *, raw=False) -> Written`;
`Written` says how many events the export holds and which the format could not say. The same events give the same bytes.

`raw` leaves cells of tables that a spreadsheet would run as formulas as they are. `read_jsonl` has events back as they were; `foreign`
reads the tables of ICEWS, POLECAT and GDELT.

>>> sorted(FORMATS)[:4]
['acled', 'csv', 'dossier', 'ftm']
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from memcon.merging import Merged

from . import (
    acled,
    csv_folder,
    ftm,
    gdelt,
    geojson,
    gexf,
    graphml,
    html,
    icews,
    ics,
    jsonl,
    jsonld,
    markdown,
    parquet,
    polecat,
)
from .foreign import read_gdelt2, read_icews, read_polecat
from .form import Format, Written
from .jsonl import read as read_jsonl
from .target import replacing

__all__ = ["FORMATS", "Format", "Written", "export", "read_gdelt2", "read_icews", "read_jsonl", "read_polecat"]

FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("jsonl", "file", ".jsonl", "one event a line with all that is known of it; can be imported again", jsonl.write),
        Format("csv", "folder", "", "tables of events, parties, values, codes, sources, reports and evidence", to_folder=csv_folder.write),
        Format("parquet", "folder", "", "the same tables with types", to_folder=parquet.write, needs="parquet"),
        Format("polecat", "file", ".tsv", "POLECAT's columns: PLOVER types, contexts, scores", polecat.write),
        Format("icews", "file", ".tab", "ICEWS' columns: CAMEO dyads", icews.write),
        Format("gdelt2", "file", ".tsv", "GDELT 2's table of events", gdelt.write),
        Format("gdelt2-mentions", "file", ".tsv", "GDELT 2's table of mentions", gdelt.write_mentions),
        Format("acled", "file", ".csv", "ACLED-like rows: political violence and protest", acled.write),
        Format("graphml", "file", ".graphml", "the network of parties; edges of joint acts are marked mutual", graphml.write),
        Format("gexf", "file", ".gexf", "the same network in time, for Gephi", gexf.write),
        Format("geojson", "file", ".geojson", "events on the map", geojson.write),
        Format("ics", "file", ".ics", "planned contacts as a calendar", ics.write),
        Format("jsonld", "file", ".jsonld", "linked data: schema.org, Web Annotation, PROV-O", jsonld.write),
        Format("ftm", "file", ".ftm.json", "FollowTheMoney entities, one a line", ftm.write),
        Format("markdown", "folder", "", "a vault of linked notes", to_folder=markdown.write),
        Format("dossier", "file", ".html", "one HTML page to read and print", html.write),
    )
}


def export(name: str, events: Iterable[Merged], target: str | Path, *, raw: bool = False) -> Written:
    """Write the events in a format to a file or folder (made if it is not there). ValueError: no such format, or its extra is missing.

    >>> export("yaml", [], "x")
    Traceback (most recent call last):
    ValueError: no such format: 'yaml'
    """
    form = FORMATS.get(name)
    if form is None:
        raise ValueError(f"no such format: {name!r}")
    if form.needs == "parquet" and find_spec("pyarrow") is None:
        raise ValueError(f"{name} needs pyarrow: install memcon[{form.needs}]")
    path = Path(target)
    if form.to_folder is not None:
        path.mkdir(parents=True, exist_ok=True)
        return form.to_folder(events, path, raw=raw)
    if form.to_file is None:
        raise ValueError(f"{name} has no writer")
    with replacing(path) as out:
        return form.to_file(events, out, raw=raw)
