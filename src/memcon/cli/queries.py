"""Queries as they are typed: words of the command line as terms, those that begin with a minus among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperOption

QueryArgument = Annotated[list[str] | None, typer.Argument(metavar="QUERY", help="Which events, as in memcon find; all without it.")]
_WORD = re.compile(r"-[^\W\d_]{2,}(?:[:,\s]|$)")
_NEXT_TERM = re.compile(r"\s-?(\w+):\S")
_EXCLUDED = re.compile(r"\s-\w")


class QueryCommand(TyperCommand):
    """A command with a query: a word after a minus that is no option of the command is a term of the query, never letters of options."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take apart the command line; terms that begin with a minus come with a blank before them, so that they are no options."""
        return super().parse_args(ctx, list(self._marked(args)))

    def _marked(self, args: Sequence[str]) -> Iterator[str]:
        valued = {name for one in self.params if isinstance(one, TyperOption) and not one.is_flag for name in one.opts}
        before = ""
        for number, word in enumerate(args):
            if before == "--":
                yield from args[number:]
                return
            yield f" {word}" if before not in valued and _is_excluded(word, valued) else word
            before = word


class FindCommand(QueryCommand):
    """`memcon find`, whose help tells the fields that the language of queries has."""

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 (the context, as the others have it)
        """The fields with their meanings."""
        from memcon.store.query import FIELDS

        with formatter.section("Fields"):
            formatter.write_dl(list(FIELDS.items()))


def query_of(words: Sequence[str] | None) -> str:
    """The query that words of the command line make: terms of a word each, or whole queries in quotes.

    >>> query_of(["who:putin", " -status:planned", "text:field hospital"])
    'who:putin -status:planned text:"field hospital"'
    >>> query_of(["who:putin -status:planned"])
    'who:putin -status:planned'
    """
    return " ".join(_terms(word.strip()) for word in words or ())


def _is_excluded(word: str, valued: set[str]) -> bool:
    """Whether a word that is no option is a term after a minus, and not an option's letter with its value (-n50, -oresult.csv).

    >>> [_is_excluded(word, {"-o", "-n"}) for word in ("-status:planned", "-outlet:wire", "-oslo", "-n50", "-oout.csv", "--limti", "-")]
    [True, True, True, False, False, False, False]
    """
    if len(word) < 3 or word[0] != "-" or word[1] == "-":
        return False
    return word[:2] not in valued or _WORD.match(word) is not None


def _terms(word: str) -> str:
    """A shell word as a term again: what held blanks in quotes gets them back (`text:field hospital`); a whole query stays as it is."""
    from memcon.store.query import FIELDS

    name, colon, value = word.partition(":")
    whole = _EXCLUDED.search(value) or any(field.lower() in FIELDS for field in _NEXT_TERM.findall(value))
    return f'{name}:"{value}"' if colon and " " in value and '"' not in value and " " not in name and not whole else word
