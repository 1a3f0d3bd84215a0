"""A dossier: one HTML file that needs nothing else and no script. Text of reports is shown as text, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import BinaryIO

from memcon.merging import Merged
from memcon.merging.settled import Settled, settled, web_address

from .columns import stated
from .delimited import clean
from .form import Written

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fdfdfb; --faint: #5c5c5c; --line: #d5d5cf; --mark: #fff2b8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e9e4; --paper: #17181a; --faint: #a9a9a2; --line: #3a3b3e; --mark: #4c4413; }
}
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem; margin: 0 auto; padding: 1rem; }
article { border-top: 1px solid var(--line); padding: 1rem 0; }
h1, h2 { line-height: 1.2; } h2 { font-size: 1.1rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0; }
dt { color: var(--faint); } dd { margin: 0; overflow-wrap: anywhere; }
q, mark { background: var(--mark); color: inherit; } table { border-collapse: collapse; width: 100%; }
td, th { text-align: start; vertical-align: top; padding: .2rem .6rem .2rem 0; overflow-wrap: anywhere; }
a { color: inherit; } .faint { color: var(--faint); }
@media print {
  :root { --ink: #000; --paper: #fff; --faint: #444; --line: #999; --mark: #eee; }
  body { max-width: none; font-size: 10pt; } article { break-inside: avoid; } details > * { display: block; } nav { display: none; }
}
"""


def write(events: Iterable[Merged], out: BinaryIO, *, raw: bool = False, title: str = "Dossier") -> Written:  # noqa: ARG001 (no table)
    """Write the dossier: a table of contents in order of time, then each event with its values, sources and words."""
    kept = list(events)
    stand = sorted(settled(kept), key=lambda one: (one.first_day is None, one.first_day.isoformat() if one.first_day else "", one.id))
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">',
        f"<title>{text(title)}</title><style>{_STYLE}</style></head><body>",
        f"<header><h1>{text(title)}</h1><p>{_count(len(stand), 'event')} from {_count(_reports(stand), 'report')}.</p></header>",
        '<nav aria-label="Events"><ol>',
        *(f'<li><a href="#event-{number}">{_when(one)}{text(one.title)}</a></li>' for number, one in enumerate(stand, 1)),
        "</ol></nav><main>",
        *(line for number, one in enumerate(stand, 1) for line in _article(number, one)),
        "</main></body></html>",
    ]
    out.write("\n".join(lines).encode() + b"\n")
    held = {one.id for one in stand}
    return Written(len(stand), tuple(event.id for event in kept if event.id not in held))


def text(words: str) -> str:
    """Words as text of an HTML page or attribute.

    >>> text("<script>alert('x')</script>")
    '&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;'
    """
    return escape(_CONTROL.sub("\ufffd", clean(words)))


def link(url: str | None, shown: str) -> str:
    """A link to a web address; the words alone where it is none (`javascript:` and the like).

    >>> link("https://example.org/?a=1&b=2", "a"), link("javascript:alert(1)", "b")
    ('<a href="https://example.org/?a=1&amp;b=2" rel="noreferrer">a</a>', 'b')
    """
    safe = web_address(url)
    return f'<a href="{text(safe)}" rel="noreferrer">{text(shown)}</a>' if safe else text(shown)


def _article(number: int, one: Settled) -> Iterator[str]:
    event, where = one.event, one.event.where
    yield f'<article id="event-{number}"><h2>{text(one.title)}</h2><dl>'
    place = ", ".join(part for part in (where.name, where.country) if part) if where else ""
    facts = [("type", f"{event.type}{'/' if event.mode else ''}{event.mode}"), ("status", event.status)]
    facts += [("when", event.when.edtf if event.when else "not told"), ("where", place or "not told")]
    facts += [(p.role.replace("_", " "), f"{p.name}{f', {p.office}' if p.office else ''}") for p in event.participants]
    facts += [("position", event.position or ""), ("duration", event.duration or "")]
    for name, value in facts:
        if value:
            yield f"<dt>{text(name)}</dt><dd>{text(value)}</dd>"
    codes = ", ".join(f"{c.scheme} {c.value}{f'/{c.mode}' if c.mode else ''} [{c.rule}]" for c in one.codes.values())
    yield f'<dt>codes</dt><dd class="faint">{text(codes) or "none"}</dd><dt>id</dt><dd class="faint">{text(one.id)}</dd></dl>'
    differing = {name: values for name, values in one.merged.values.items() if len(values) > 1}
    if differing:
        yield "<h3>Where reports differ</h3><table><thead><tr><th>field</th><th>value</th><th>reports</th></tr></thead><tbody>"
        for name, values in differing.items():
            for v in values:
                yield f"<tr><td>{text(name)}</td><td>{text(v.value)}</td><td>{text(', '.join(v.reports))}</td></tr>"
        yield "</tbody></table>"
    yield "<h3>On whose word</h3><ul>"
    for telling in one.merged.tellings:
        w, told = telling.witness, telling.event
        known = " ".join(part for part in (w.outlet, w.published, f"(copy of {w.copy_of})" if w.copy_of else "") if part)
        said = "; ".join(dict.fromkeys(f"{s.name or (s.source.quote if s.source else s.kind)} {s.stance}" for s in told.sources))
        quotes = " ".join(f"<q>{text(quote)}</q>" for quote in dict.fromkeys(span.quote for _path, span in stated(telling)))
        yield f"<li>{link(w.url, w.title or w.id)} {text(known)}{f': {text(said)}' if said else ''}<br>{quotes}</li>"
    yield "</ul></article>"


def _when(one: Settled) -> str:
    return f"{text(one.event.when.edtf)}: " if one.event.when else ""


def _reports(stand: list[Settled]) -> int:
    return len({w.id for one in stand for w in one.witnesses})


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
