"""A view and its three forms: a page for people, JSON, and CSV, all of the same values."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from memcon.analysis.plain import flat, plain
from memcon.exports.delimited import clean, write_csv

from .problems import Problem, SiteError
from .templating import page

FORMATS = ("html", "json", "csv")


@dataclass(frozen=True, slots=True)
class View:
    """What an address shows: plain values (`data`, what JSON gives), the same as rows of a table (`rows`, what CSV gives), and the
    template that makes a page of them; `more` is what the page alone needs, such as a picture."""

    template: str
    title: str
    data: Mapping[str, Any]
    rows: Sequence[Mapping[str, Any]] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


def answer(request: Request, view: View, suffix: str = "") -> Response:
    """The view in the form that the address asks for (`.json`, `.csv`, `?format=`)."""
    wanted = suffix or request.query_params.get("format") or "html"
    if wanted not in FORMATS:
        raise SiteError(400, f"There is no form {wanted[:40]!r} of this page.", f"There are {', '.join(FORMATS)}.")
    if wanted == "json":
        return json_response(view.data)
    if wanted == "csv":
        return csv_response(view.rows, view.template.removesuffix(".html"))
    return HTMLResponse(page(request, view.template, {**view.more, "title": view.title, "data": view.data}))


def wants_page(request: Request) -> bool:
    """Whether a page is asked for, and not data."""
    path, form = request.url.path, request.query_params.get("format")
    return not (path.startswith("/api/") or path.endswith((".json", ".csv")) or form in ("json", "csv"))


def json_response(data: Any, status: int = 200, media_type: str = "application/json") -> Response:
    """Values as JSON."""
    return Response(clean(json.dumps(plain(data), ensure_ascii=False)).encode(), status, media_type=media_type)


def csv_response(rows: Sequence[Mapping[str, Any]], name: str) -> Response:
    """Rows as CSV that no spreadsheet runs, with a line of names."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    out = io.BytesIO()
    write_csv(out, columns, ([flat(row.get(column)) for column in columns] for row in rows))
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def problem_response(request: Request, problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """What is wrong and what to do: a page, or JSON (RFC 9457) where JSON was asked for."""
    if not wants_page(request):
        told = {"type": "about:blank", "title": problem.title, "status": problem.status, "detail": problem.wrong, "advice": problem.advice}
        made = json_response(told, problem.status, "application/problem+json")
    else:
        made = HTMLResponse(page(request, "problem.html", {"title": problem.title, "problem": problem}), problem.status)
    made.headers.update(headers or {})
    return made
