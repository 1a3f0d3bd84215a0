"""The site in headless Chromium: each screen, each key, light and dark, a phone's width, no script, a hostile report."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright")
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from site_client import TOKEN

from memcon.web import Access, Site, create, hosts_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")]
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
).split()
SCREENS = [
    "/",
    "/timeline",
    "/network",
    "/map",
    "/ledgers",
    "/brief",
    "/review",
    "/ask",
    "/sources",
    "/add",
    "/keys",
    "/api",
    "/reports",
    "/nope",
]
SIZES = {"desk": (1280, 900), "phone": (360, 740)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield made
        made.close()


class Served:
    """A site on a port of this computer."""

    def __init__(self, path: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.site = Site.open(path)
        app = create(self.site, Access(token=TOKEN, who="ann"), hosts_of(port), cookie=f"memcon_{port}")
        self.server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", lifespan="off", ws="none"))
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        until = time.monotonic() + 20
        while not self.server.started and time.monotonic() < until:
            time.sleep(0.05)
        self.base = f"http://127.0.0.1:{port}"

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(10)
        self.site.close()


@pytest.fixture(scope="module")
def served(filled: Path) -> Iterator[Served]:
    made = Served(filled)
    yield made
    made.stop()


@pytest.fixture
def own(copied: Path) -> Iterator[Served]:
    made = Served(copied)
    yield made
    made.stop()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Any]:
    """Opens a page at a site; whatever the browser complains of fails the test."""
    contexts, wrong = [], []

    def open_page(site: Served, path: str = "/", size: str = "desk", **more: Any) -> Page:
        wide, high = SIZES[size]
        context = browser.new_context(viewport={"width": wide, "height": high}, **more)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") and "404" not in m.text else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda r: wrong.append(f"left the site: {r.url}") if not r.url.startswith(site.base) else None)
        page.goto(f"{site.base}/?token={TOKEN}")
        if path != "/":
            page.goto(site.base + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def event_path(site: Served) -> str:
    return f"/event/{site.site.store.events('has:several')[0].id}"


def report_path(site: Served, outlet: str) -> str:
    return "/report/" + next(t.witness.id for one in site.site.store.events() for t in one.tellings if t.witness.outlet.startswith(outlet))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_each_screen_fits_and_is_accessible(served: Served, opened: Any, size: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened(served, size=size, color_scheme=scheme)
    found = []
    for path in [*SCREENS, event_path(served), report_path(served, "Wire"), report_path(served, "=Evil")]:
        page.goto(served.base + path)
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0], f"{path} is wider than the screen"
        serious = [v for v in axe.run(page).response["violations"] if v["impact"] in ("serious", "critical")]
        found += [f"{path}: {v['id']}: {v['nodes'][0]['html'][:200]}" for v in serious]
    assert found == []


def test_the_ground_follows_the_system(served: Served, opened: Any) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = (opened(served, color_scheme=scheme).evaluate(ground) for scheme in ("light", "dark"))
    assert light == "rgb(252, 252, 250)"
    assert dark == "rgb(20, 21, 23)"


def test_keys(served: Served, opened: Any) -> None:
    page = opened(served)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("jk")
    assert page.input_value("#q") == "jk"
    page.keyboard.press("Escape")
    focused = "document.activeElement.textContent"
    page.keyboard.press("j")
    first = page.evaluate(focused)
    page.keyboard.press("j")
    second = page.evaluate(focused)
    page.keyboard.press("k")
    assert first != second
    assert page.evaluate(focused) == first
    page.keyboard.press("Enter")
    page.wait_for_url("**/event/*")
    for key, path in {
        "t": "/timeline",
        "n": "/network",
        "m": "/map",
        "l": "/ledgers",
        "b": "/brief",
        "v": "/review",
        "a": "/ask",
        "s": "/sources",
        "d": "/add",
        "k": "/keys",
        "r": "/",
    }.items():
        page.keyboard.press("g")
        page.keyboard.press(key)
        page.wait_for_url(served.base + path)
    page.keyboard.press("?")
    page.wait_for_url("**/keys")


def test_a_picture_is_made_larger_and_its_marks_lead_on(served: Served, opened: Any) -> None:
    page = opened(served, "/network")
    wide = "document.querySelector('.picture svg').getBoundingClientRect().width"
    whole = page.evaluate(wide)
    page.keyboard.press("+")
    assert page.evaluate(wide) > whole * 1.2
    page.keyboard.press("0")
    assert abs(page.evaluate(wide) - whole) < 2
    page.locator(".picture svg a[href*='about=']").first.click()
    page.wait_for_url("**/network?about=*")


def test_review_by_keys_alone(own: Served, opened: Any) -> None:
    page = opened(own, "/review")
    first = page.locator("h1").inner_text()
    page.keyboard.press("s")
    page.wait_for_url("**/review?after=*")
    assert page.locator("h1").inner_text() != first
    page.goto(own.base + "/review")
    page.keyboard.press("a")
    page.wait_for_url("**/review?done=1*")
    assert page.get_by_role("status").inner_text().startswith("✓ Entered as decision 1")
    assert page.locator("h1").inner_text() != first
    page.keyboard.press("u")
    page.wait_for_url("**/review?at=*")
    assert page.locator("h1").inner_text() == first
    page.keyboard.press("x")
    page.wait_for_url("**/review?done=3*")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.name") == "field"
    page.select_option("select[name=field]", "status")
    page.keyboard.press("Tab")
    page.keyboard.type("possible")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review?done=4*")
    assert page.locator(".event .facts .status").first.inner_text().endswith("possible")


def test_everything_is_there_without_a_script(own: Served, opened: Any) -> None:
    page = opened(own, java_script_enabled=False)
    page.fill("#q", "type:consult mode:call")
    page.get_by_role("button", name="Search").click()
    assert page.locator(".item").count() == 1
    page.locator(".item a").first.click()
    page.get_by_role("button", name="Accept").click()
    assert page.locator("text=accepted by a person").count() == 1
    page.get_by_role("button", name="Undo", exact=True).click()
    assert page.locator("text=accepted by a person").count() == 0
    page.goto(own.base + "/network")
    assert page.locator(".picture svg").count() == 1
    page.goto(own.base + report_path(own, "Wire"))
    assert page.locator("mark").count() >= 5
    page.goto(own.base + "/add")
    page.fill("#url", "http://127.0.0.1:1/")
    page.get_by_role("button", name="Read it").click()
    page.locator("text=It could not be added").wait_for(timeout=20_000)  # the page loads itself


def test_a_hostile_report_does_nothing(served: Served, opened: Any) -> None:
    page = opened(served, report_path(served, "=Evil"))
    shown = page.locator("article.text").inner_text()
    assert "<script>alert(1)</script>" in shown
    assert "⟨U+202E⟩" in shown
    assert page.locator("article.text script, article.text img, article.text a").count() == 0
    assert page.locator("a[href^='javascript:']").count() == 0
    page.goto(served.base + "/timeline")
    assert page.locator("svg script").count() == 0
    page.goto(served.base + "/?q=status:denied")
    page.locator(".item a").first.click()
    page.wait_for_url("**/event/*")


def test_another_site_reads_and_writes_nothing(own: Served, browser: Browser) -> None:
    """A page of another origin in the same browser, whose forms and scripts aim at the site."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{own.base}/?token={TOKEN}")
    number = own.site.store.events()[0].id
    other = Path(own.site.path.parent / "other.html")
    other.write_text(
        f"<form method=post action='{own.base}/decide'>"
        f"<input name=action value=accept><input name=target value='{number}'><button>win</button></form>"
        f"<iframe src='{own.base}/'></iframe>",
        "utf-8",
    )
    page.goto(other.as_uri())
    assert page.evaluate(f"fetch('{own.base}/api/events', {{credentials: 'include'}}).then(() => 'read', () => 'refused')") == "refused"
    assert page.frames[1].evaluate("document.body ? document.body.innerText : ''").find("Record") == -1
    page.get_by_role("button", name="win").click()
    page.wait_for_url("**/decide")
    assert page.locator("h1").inner_text() == "Not allowed" or "token" in page.content()
    assert own.site.store.event(number).judgement is None
    context.close()


def test_counts_that_take_long_come_after_their_page(served: Served, opened: Any, held_counts: threading.Event) -> None:
    page = opened(served, "/?q=type:consult")
    assert page.locator("aside[data-counting]").count() == 1
    held_counts.set()
    page.wait_for_selector("aside:not([data-counting])")
    assert "for type:consult" in page.locator(".lead").inner_text()
    assert page.locator("aside .facet a").count() > 0
