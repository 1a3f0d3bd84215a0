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
    """What matches (`regex`, over classes), the reading that `action` gives it, and examples of it."""

    name: str
    regex: re.Pattern[str]
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
        except (ValueError, re.error) as error:
            raise ValueError(f"time rule {entry['name']!r}: {error}") from error
        sides = (frozenset(entry.get(side, "").split()) for side in ("behind", "not_behind", "then", "not_then"))
        examples = tuple(_example(line) for line in entry.get("examples", ()))
        rules.append(Rule(entry["name"], regex, entry["do"], entry.get("with", {}), entry.get("priority", 0), examples, *sides))
    return Grammar(alphabet, tuple(rules))


def _compiled(pattern: str, alphabet: Alphabet, macros: dict[str, str], seen: dict[str, int] | None) -> str:
    """A pattern over classes; `seen` counts its group names, a second `x` becomes `x__2`. None: a macro, in which nothing is captured."""
    out: list[str] = []
    for item in _ITEM.finditer(pattern):
        ref, lit = item["ref"], item["lit"]
        if item["op"]:
            out.append("(?:" if item["op"] == "(" else item["op"])
            continue
        if item["cap"]:
            body = _set("".join(sorted({char for word in item["alts"].split("|") for char in alphabet.holding("=" + word)})))
            out.append(_group(item["cap"], body, seen))
            continue
        if ref is None:
            body = _set(alphabet.holding({"-": "hyphen", "'s": "poss"}.get(lit, "=" + lit)))
        elif ref in macros:
            body = "(?:" + _compiled(macros[ref], alphabet, macros, None) + ")"
        elif ref in words() or ref in _DYNAMIC:
            body = _set(alphabet.holding(ref))
        else:
            raise ValueError(f"unknown class {ref!r}")
        out.append(_group(item["name"] or ref, body, seen) if ref else body)
    return "".join(out)


def _group(name: str, body: str, seen: dict[str, int] | None) -> str:
    if seen is None:
        return body
    seen[name] = seen.get(name, 0) + 1
    return f"(?P<{name}>{body})" if seen[name] == 1 else f"(?P<{name}__{seen[name]}>{body})"


def _set(chars: str) -> str:
    return chars if len(chars) == 1 else f"[{chars}]"
