import gzip
import shlex
import shutil
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from memcon.intake import IntakeError, read_report
from memcon.intake.fetch import fetch

LOCAL = {"127.0.0.1"}
ARTICLE = "<p>The foreign ministers of Freedonia and Sylvania met in Zenda on Tuesday, and they agreed to meet again next week.</p>"
PAGE = f"<html><head><title>Talks</title></head><body><article>{ARTICLE * 3}</article></body></html>".encode()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        place = self.server.places.get(self.path.partition("?")[0])
        if place is None:
            self.send_error(404)
            return
        status, headers, body = place
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for chunk in [body] if isinstance(body, bytes) else body():
                self.wfile.write(chunk)
                self.wfile.flush()
        except OSError:
            pass

    def log_message(self, *args):
        pass


def endless():
    while True:
        yield b"word " * 100_000


def slow():
    for _ in range(100):
        yield b"w"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    base = f"http://127.0.0.1:{server.server_port}"
    html = {"Content-Type": "text/html; charset=utf-8"}
    server.places = {
        "/talks": (200, html, PAGE),
        "/packed": (200, {**html, "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
        "/bomb": (200, {**html, "Content-Encoding": "gzip"}, gzip.compress(b" " * 50_000_000)),
        "/brotli": (200, {**html, "Content-Encoding": "br"}, b"x"),
        "/endless": (200, html, endless),
        "/slow": (200, html, slow),
        "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
        "/plain": (200, {"Content-Type": "text/plain; charset=iso-8859-1"}, "The ministers met in Zürich.\r\n".encode("latin-1")),
        "/empty": (200, html, b""),
        "/none": (200, html, b"<html><body><p>Nothing.</p></body></html>"),
        "/gone": (410, html, b""),
        "/moved": (301, {"Location": "/talks"}, b""),
        "/loop": (302, {"Location": "/loop"}, b""),
        "/nowhere": (302, {}, b""),
        "/inside": (302, {"Location": "http://10.0.0.1/secret"}, b""),
        "/metadata": (307, {"Location": "http://169.254.169.254/latest/"}, b""),
        "/localhost": (302, {"Location": f"http://127.0.0.2:{server.server_port}/talks"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/mapped": (308, {"Location": "http://[::ffff:10.0.0.1]/"}, b""),
    }
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield base
    server.shutdown()
    server.server_close()
    thread.join()


def refused(url, **options):
    with pytest.raises(IntakeError) as caught:
        fetch(url, **options)
    assert caught.value.advice
    return caught.value.message


def test_a_page_is_fetched_and_read(server):
    report = read_report(f"{server}/talks", allow=LOCAL)
    assert report.title == "Talks"
    assert "agreed to meet again" in report.text
    assert report.url == f"{server}/talks"
    assert report.id == report.sha256[:12]


def test_redirects_are_followed(server):
    assert fetch(f"{server}/moved", allow=LOCAL).url == f"{server}/talks"


def test_a_packed_page_is_unpacked(server):
    assert fetch(f"{server}/packed?a=b#c", allow=LOCAL).body == PAGE


def test_plain_text_has_the_charset_that_the_server_says(server):
    assert read_report(f"{server}/plain", allow=LOCAL).text == "The ministers met in Zürich.\n"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/missing", "the server answered 404 (Not Found)"),
        ("/gone", "the server answered 410 (Gone)"),
        ("/loop", "redirected more than 5 times"),
        ("/nowhere", "redirected to nowhere"),
        ("/inside", "10.0.0.1 is a private or local address"),
        ("/metadata", "169.254.169.254 is a private or local address"),
        ("/localhost", "127.0.0.2 is a private or local address"),
        ("/mapped", "is a private or local address"),
        ("/file", "file: addresses cannot be read"),
        ("/endless", "larger than 10 MB"),
        ("/bomb", "larger than 10 MB"),
        ("/brotli", "packed as br"),
    ],
)
def test_what_stands_in_the_way_is_said(server, path, message):
    assert message in refused(f"{server}{path}", allow=LOCAL)


def test_a_server_that_drips_is_left(server):
    started = time.monotonic()
    assert "did not answer in time" in refused(f"{server}/slow", allow=LOCAL, timeout_s=0.5)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(
    ("path", "message"), [("/pdf", "is no page but application/pdf"), ("/empty", "is empty"), ("/none", "holds no article")]
)
def test_pages_that_are_no_report(server, path, message):
    with pytest.raises(IntakeError, match=message):
        read_report(f"{server}{path}", allow=LOCAL)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.0.0.1:1/",
        "http://0.0.0.0/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://192.168.1.1/",
        "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://224.0.0.1/",
    ],
)
def test_private_addresses_are_refused(url):
    assert "is a private or local address" in refused(url, resolve=lambda host, port: [host])


def test_a_name_that_leads_to_a_private_address_is_refused():
    assert "news.example is a private or local address (10.0.0.7)" in refused(
        "https://news.example/talks", resolve=lambda host, port: ["93.184.216.34", "10.0.0.7"]
    )


def test_the_connection_goes_to_the_checked_address(server):
    """A name that changes its answer after the check gains nothing: it is asked once a hop."""
    asked = []

    def resolve(host, port):
        asked.append(host)
        return ["127.0.0.1"]

    port = server.rpartition(":")[2]
    assert fetch(f"http://news.example:{port}/talks", allow=LOCAL, resolve=resolve).body == PAGE
    assert asked == ["news.example"]


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://example.org/a", "ftp: addresses cannot be read"),
        ("file:///etc/passwd", "file: addresses cannot be read"),
        ("http://", "names no host"),
        ("http://user:secret@example.org/", "with a user name in it"),
        ("http://example.org:99999/", "is not an address"),
        ("http://[::1/", "is not an address"),
    ],
)
def test_addresses_that_are_none(url, message):
    assert message in refused(url, resolve=lambda host, port: ["127.0.0.1"])


def test_a_host_that_is_not_there():
    def resolve(host, port):
        raise OSError("no such host")

    assert "there is no host nowhere.example" in refused("http://nowhere.example/", resolve=resolve)
    assert "there is no host" in refused("http://nowhere.example/", resolve=lambda host, port: [])


def test_a_closed_port():
    assert "cannot be reached" in refused("http://127.0.0.1:9/", allow=LOCAL, timeout_s=2)


@pytest.fixture(scope="module")
def secure(tmp_path_factory):
    """An https server for news.example with a certificate of its own making; gives its port and the certificate's file."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is needed to make a certificate")
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.example -addext subjectAltName=DNS:news.example "
        f"-keyout {shlex.quote(str(key))} -out {shlex.quote(str(certificate))}",
        shell=True,
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.places = {"/talks": (200, {"Content-Type": "text/html"}, PAGE)}
    server.handle_error = lambda *args: None
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port, certificate
    server.shutdown()
    server.server_close()
    thread.join()


def test_over_tls_the_certificate_is_for_the_name_not_the_address(secure, monkeypatch):
    port, certificate = secure
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    options = {"allow": LOCAL, "resolve": lambda host, port: ["127.0.0.1"]}
    assert fetch(f"https://news.example:{port}/talks", **options).body == PAGE
    assert "other.example has no valid certificate" in refused(f"https://other.example:{port}/talks", **options)


def test_an_unknown_certificate_is_refused(secure, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    url = f"https://news.example:{secure[0]}/talks"
    assert "has no valid certificate" in refused(url, allow=LOCAL, resolve=lambda host, port: ["127.0.0.1"])
