"""The rules, read from data/rules/*.toml and compiled to regular expressions over word classes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from .lexicon import holidays, read_data, words
from .tokens import Alphabet

_ITEM = re.compile(
    r"\{(?P<ref>[a-z0-9_]+)(?::(?P<name>[a-z0-9_]+))?\}|\{(?P<cap>[a-z0-9_]+)=(?P<alts>[^}]+)\}|(?P<op>[()|?*+])|(?P<lit>[^\s(){}|?*+]+)"
)
_DYNAMIC = frozenset("para iso slash clock decade decade2 year2 poss hyphen decimal int year dom hour nthdom".split())


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the expression in brackets, the publication date or None, the TimeML value and the EDTF or None."""

    text: str
    published: str | None
    value: str
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """What matches (`regex`, over classes), the reading that `action` gives it, and examples of it.

    `needed` are sets of characters of which a text must have one each, or nothing in it can match.
    """

    name: str
    regex: re.Pattern[str]
    needed: tuple[frozenset[str], ...]
    action: str
    options: dict[str, Any]
    priority: int
    examples: tuple[Example, ...]
    behind: frozenset[str]
    not_behind: frozenset[str]
    then: frozenset[str]
    not_then: frozenset[str]

    def fits(self, words: list[str], first: int, last: int) -> bool:
        """Whether the words beside tokens `first` to `last` are such as the rule asks for; a text's ends count as full stops."""
        if self.behind or self.not_behind:
            before = words[first - 1] if first else "."
            if (self.behind and before not in self.behind) or before in self.not_behind:
                return False
        if self.then or self.not_then:
            after = words[last] if last < len(words) else "."
            if (self.then and (after.strip() or ".") not in self.then) or after in self.not_then:
                return False
        return True


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, in the order of their files, and the alphabet that they are written in."""

    alphabet: Alphabet
    rules: tuple[Rule, ...]


def _example(line: str) -> Example:
    published, text, value, *edtf = (part.strip() for part in line.split("|"))
    return Example(text, None if published == "-" else published, value, edtf[0] if edtf and edtf[0] != "-" else None)


@cache
def grammar() -> Grammar:
    """The grammar; ValueError names a rule that uses an unknown class.

    >>> any(rule.name == "weekday" for rule in grammar().rules)
    True
    """
    raw: list[dict[str, Any]] = []
    macros: dict[str, str] = read_data("macros.toml")
    folder = files("memcon.times").joinpath("data", "rules")
    for name in sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml")):
        raw.extend(read_data(f"rules/{name}")["rule"])
    macros["holiday"] = " | ".join(name.replace("'s", " 's").replace("' ", " ' ") for name in sorted(holidays(), key=len, reverse=True))
    items = [item for source in [*macros.values(), *(r["pattern"] for r in raw)] for item in _ITEM.finditer(source)]
    literals = {item["lit"] for item in items if item["lit"]} | {w for item in items if item["cap"] for w in item["alts"].split("|")}
    alphabet = Alphabet(frozenset(literals - {"-", "'s", ",", "/"}))
    rules = []
    for entry in raw:
        try:
            regex = re.compile(_compiled(entry["pattern"], alphabet, macros, {}))
            needed = _needed(entry["pattern"], alphabet, macros)
        except (ValueError, re.error) as error:
            raise ValueError(f"time rule {entry['name']!r}: {error}") from error
        sides = (frozenset(entry.get(side, "").split()) for side in ("behind", "not_behind", "then", "not_then"))
        examples = tuple(_example(line) for line in entry.get("examples", ()))
        rules.append(Rule(entry["name"], regex, needed, entry["do"], entry.get("with", {}), entry.get("priority", 0), examples, *sides))
    return Grammar(alphabet, tuple(rules))


def _compiled(pattern: str, alphabet: Alphabet, macros: dict[str, str], seen: dict[str, int] | None) -> str:
    """A pattern over classes; `seen` counts its group names, a second `x` becomes `x__2`. None: a macro, in which nothing is captured."""
    out: list[str] = []
    for item in _ITEM.finditer(pattern):
        ref = item["ref"]
        if item["op"]:
            out.append("(?:" if item["op"] == "(" else item["op"])
            continue
        body = _set(_chars(item, alphabet)) if ref not in macros else "(?:" + _compiled(macros[ref], alphabet, macros, None) + ")"
        name = item["cap"] or item["name"] or ref
        out.append(_group(name, body, seen) if name else body)
    return "".join(out)


def _chars(item: re.Match[str], alphabet: Alphabet) -> str:
    """The characters that one word or class of a pattern stands for."""
    ref = item["ref"]
    if item["cap"]:
        return "".join(sorted({char for word in item["alts"].split("|") for char in alphabet.holding("=" + word)}))
    if ref is None:
        return alphabet.holding({"-": "hyphen", "'s": "poss"}.get(item["lit"], "=" + item["lit"]))
    if ref in words() or ref in _DYNAMIC:
        return alphabet.holding(ref)
    raise ValueError(f"unknown class {ref!r}")


def _needed(pattern: str, alphabet: Alphabet, macros: dict[str, str]) -> tuple[frozenset[str], ...]:
    """The characters of each word or class that stands in whatever a pattern matches: in no bracket, no choice, and not optional."""
    items = [*_ITEM.finditer(pattern)]
    found: list[frozenset[str]] = []
    depth = 0
    for item, after in zip(items, [*items[1:], None], strict=True):
        depth += {"(": 1, ")": -1}.get(item["op"] or "", 0)
        if depth == 0 and item["op"] == "|":
            return ()
        if depth == 0 and not item["op"] and not (after and after["op"] in ("?", "*")):
            held = _needed(macros[item["ref"]], alphabet, macros) if item["ref"] in macros else (frozenset(_chars(item, alphabet)),)
            found.extend(held)
    return tuple(found)


def _group(name: str, body: str, seen: dict[str, int] | None) -> str:
    if seen is None:
        return body
    seen[name] = seen.get(name, 0) + 1
    return f"(?P<{name}>{body})" if seen[name] == 1 else f"(?P<{name}__{seen[name]}>{body})"


def _set(chars: str) -> str:
    return chars if len(chars) == 1 else f"[{chars}]"
