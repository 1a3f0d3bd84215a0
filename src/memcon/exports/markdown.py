"""A vault of Markdown notes, linked to each other, with YAML before each: one an event, a party, a report (Obsidian and the like)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from memcon.merging import Merged, Witness
from memcon.merging.settled import Settled, settled
from memcon.model import Party

from .delimited import clean
from .form import Written
from .parties import Keys, keys

_UNSAFE = re.compile(r"[^\w .-]+")
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$=^-])")
_LINES = re.compile(r"\s+")
_LONGEST = 60
# Names that Windows keeps for devices.
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def write(events: Iterable[Merged], folder: Path, *, raw: bool = False) -> Written:  # noqa: ARG001 (no table)
    """Write the vault into a folder: `Events/`, `Parties/`, `Reports/` and `Index.md`."""
    kept = list(events)
    stand = list(settled(kept))
    parties: dict[str, tuple[Party, list[Settled]]] = {}
    reports: dict[str, tuple[Witness, list[Settled]]] = {}
    of = keys(stand)
    for one in stand:
        for p in one.event.participants:
            of_party = parties.setdefault(of(one, p), (p, []))[1]
            if one not in of_party:
                of_party.append(one)
        for w in one.witnesses:
            reports.setdefault(w.id, (w, []))[1].append(one)
    for name in ("Events", "Parties", "Reports"):
        (folder / name).mkdir(exist_ok=True)
    for one in stand:
        _save(folder / f"{_event_file(one)}.md", _event_note(one, of))
    for key, (party, of_party) in parties.items():
        known = {"name": party.name, "kind": party.kind, "country": party.country, "wikidata": party.wikidata, "sector": party.sector}
        _save(folder / f"{_party_file(party, key)}.md", _front({"id": key, **known}) + f"# {text(party.name)}\n\n" + _list(of_party))
    for witness, of_report in reports.values():
        fields = {
            "id": witness.id,
            "outlet": witness.outlet,
            "published": witness.published,
            "url": witness.url,
            "copy_of": witness.copy_of,
        }
        heading = text(witness.title or witness.id)
        _save(folder / f"{_report_file(witness)}.md", _front(fields) + f"# {heading}\n\n" + _list(of_report))
    _save(folder / "Index.md", "# Events\n\n" + _list(stand))
    held = {one.id for one in stand}
    return Written(len(stand), tuple(event.id for event in kept if event.id not in held))


def text(words: str) -> str:
    """Words as Markdown text of one line: no mark-up, link or HTML in them has effect.

    >>> text("<b>[x](javascript:1)</b>")
    '\\\\<b\\\\>\\\\[x\\\\]\\\\(javascript:1\\\\)\\\\</b\\\\>'
    """
    return _MARKS.sub(r"\\\1", _LINES.sub(" ", clean(words)).strip())


def file_name(name: str, key: str) -> str:
    """A file's name that any system takes, made unique by its key.

    >>> file_name("../etc/passwd", "x")
    'etc passwd 2d711642'
    """
    plain = _LINES.sub(" ", _UNSAFE.sub(" ", clean(name))).strip(" .-")[:_LONGEST].rstrip(" .-")
    if _DEVICES.match(plain):
        plain = f"_{plain}"
    return f"{plain} {hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}".strip()


def _event_file(one: Settled) -> str:
    day = one.day.isoformat() if one.day else ""
    return "Events/" + file_name(f"{day} {one.title}", one.id)


def _party_file(party: Party, key: str) -> str:
    return "Parties/" + file_name(party.name, key)


def _report_file(witness: Witness) -> str:
    return "Reports/" + file_name(witness.title or witness.id, witness.id)


def _event_note(one: Settled, of: Keys) -> str:
    event, where = one.event, one.event.where
    front = {
        "id": one.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "when": event.when.edtf if event.when else None,
        "place": where.name if where else None,
        "country": where.country if where else None,
        "codes": {scheme: code.value for scheme, code in one.codes.items()} or None,
        "aliases": [one.id, *one.merged.replaced],
    }
    parts = [_front(front), f"# {text(one.title)}\n", "## Who\n"]
    parts.append("\n".join(f"- {p.role}: {_link(_party_file(p, of(one, p)), p.name)}" for p in event.participants) + "\n")
    parts.append("## On whose word\n")
    for telling in one.merged.tellings:
        words = "; ".join(f"“{text(span.quote)}”" for span in telling.event.triggers)
        outlet = f" ({text(telling.witness.outlet)})" if telling.witness.outlet else ""
        title = telling.witness.title or telling.witness.id
        parts.append(
            f"- {_link(_report_file(telling.witness), title)}{outlet}: {text(telling.event.status)}{f', {words}' if words else ''}"
        )
    differing = {name: values for name, values in one.merged.values.items() if len(values) > 1}
    if differing:
        parts.append("\n## Where reports differ\n")
        parts += [f"- {name}: {'; '.join(f'{text(v.value)} ({v.support})' for v in values)}" for name, values in differing.items()]
    return "\n".join(parts) + "\n"


def _list(events: list[Settled]) -> str:
    ordered = sorted(events, key=lambda one: (one.event.when.edtf if one.event.when else "", one.id))
    return "".join(f"- {text(one.event.when.edtf) if one.event.when else ''} {_link(_event_file(one), one.title)}\n" for one in ordered)


def _link(file: str, name: str) -> str:
    shown = _LINES.sub(" ", re.sub(r"[\[\]|<>\\`]", " ", clean(name))).strip()
    return f"[[{file}|{shown or file}]]"


def _front(fields: Mapping[str, object]) -> str:
    lines = [f"{name}: {_yaml(value)}" for name, value in fields.items() if value not in (None, "")]
    return "\n".join(["---", *lines, "---", ""])


def _yaml(value: object) -> str:
    # JSON is YAML, save for the characters that YAML does not take as they stand: ASCII escapes hold them all.
    return json.dumps(clean(value) if isinstance(value, str) else value, ensure_ascii=True).replace("\x7f", "\\u007f")


def _save(path: Path, note: str) -> None:
    path.write_bytes(clean(note).encode())
