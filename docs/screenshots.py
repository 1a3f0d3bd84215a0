"""Makes the pictures of the README anew: `python docs/screenshots.py DEMO.db [FOLDER]`.

Needs the extras site and browser, and a Chromium.
"""

from __future__ import annotations

import shutil
import sys
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from memcon.web import Access, Site, create, hosts_of
from memcon.web.sides import conflicts

IMAGES = Path(__file__).parent / "images"
PORT = 8791
SCREENS = {
    "record": "/?q=has:several",
    "event": "/event/{event}",
    "reader": "/report/{report}",
    "network": "/network?level=state",
    "map": "/map",
}
PICTURES = ("network", "map")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main(store: str, folder: Path = IMAGES) -> None:
    """Open the site on a store and photograph its screens into a folder."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium is to be found")
    site = Site.open(store)
    app = create(site, Access(token="screenshots", role="reader"), hosts_of(PORT))
    server = uvicorn.Server(uvicorn.Config(app, port=PORT, log_level="error", lifespan="off", ws="none"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    several = site.store.events("has:several sort:-reports")
    most = next((one for one in several if conflicts(one)), several[0])  # one of which the reports differ
    named = {"event": most.id, "report": most.tellings[0].witness.id}
    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1200, "height": 760}, color_scheme="light")
        page.goto(f"http://127.0.0.1:{PORT}/?token=screenshots")
        for name, path in SCREENS.items():
            page.goto(f"http://127.0.0.1:{PORT}{path.format(**named)}")
            (page.locator("figure") if name in PICTURES else page).screenshot(path=folder / f"{name}.png")
        browser.close()
    server.should_exit = True


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:3]))
