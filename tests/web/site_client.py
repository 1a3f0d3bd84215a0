"""A client of the site on a store, as a browser that comes from the site's own pages."""

from pathlib import Path

from fastapi.testclient import TestClient

from memcon.web import Access, Site, create

TOKEN = "the-token-of-the-tests"


def open_client(path: Path, access: Access | None = None, *, aside: bool = False) -> TestClient:
    site = Site.open(path, aside=aside)
    app = create(site, access or Access(token=TOKEN, who="ann"), frozenset(["testserver", "127.0.0.1:8722"]))
    client = TestClient(app, headers={"sec-fetch-site": "same-origin"}, raise_server_exceptions=False)
    client.site = site
    return client
