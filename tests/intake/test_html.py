import pytest

from memcon.intake import IntakeError, read_report

PARAGRAPH = (
    "<p>The foreign ministers of Freedonia and Sylvania met in Zürich on Tuesday, and they agreed to meet again next week in Zenda.</p>"
)
HEAD = """<title>Talks in Zenda | Courier</title><meta property="og:title" content="Talks in Zenda">
<meta property="og:site_name" content="Courier"><meta property="article:published_time" content="2031-05-07T08:00:00+02:00">"""
NAVIGATION = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"


def page(body, head=HEAD):
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{NAVIGATION}{body}<footer>© Courier</footer></body></html>"


@pytest.fixture
def article(tmp_path):
    def write(content, name="talks.html", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(content.encode(encoding))
        return path

    return write


def test_the_article_and_what_the_page_says_of_it(article):
    more = "<p>Neither of them said who would come. A spokesman for Sylvania declined to say what the talks had been about.</p>"
    report = read_report(article(page(f"<article><h1>Talks in Zenda</h1>{PARAGRAPH}{more}</article>")))
    assert "they agreed to meet again next week in Zenda.\nNeither of them" in report.text
    assert "Sport" not in report.text
    assert (report.title, report.published, report.outlet, report.id) == ("Talks in Zenda", "2031-05-07", "Courier", "talks")


def test_what_the_caller_says_goes_first(article):
    report = read_report(article(page(f"<article>{PARAGRAPH * 3}</article>")), published="2031-05-09", outlet="Gazette")
    assert (report.published, report.outlet) == ("2031-05-09", "Gazette")


def test_a_day_in_the_text_is_not_the_day_of_publication(article):
    old = PARAGRAPH.replace("Tuesday", "3 March 2019")
    assert read_report(article(page(f"<article>{old * 3}</article>", "<title>Talks</title>"))).published is None


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "iso-8859-1"])
def test_the_declared_charset_counts(article, encoding):
    head = f'<meta charset="{encoding}">{HEAD}'
    report = read_report(article(page(f"<article>{PARAGRAPH * 3}</article>", head), encoding=encoding))
    assert "Zürich" in report.text


def test_a_page_is_known_without_its_ending(article):
    assert read_report(article(page(f"<article>{PARAGRAPH * 3}</article>"), "saved")).title == "Talks in Zenda"


@pytest.mark.parametrize("body", ["", "<p>Subscribe now.</p>", "<script>let a = 1;</script>", "<form><input></form>"])
def test_a_page_without_an_article(article, body):
    with pytest.raises(IntakeError, match="holds no article"):
        read_report(article(page(body)))


@pytest.mark.parametrize("content", ["<html>", "<html><body></body></html>", "plain words only", "<<<>>>", "<p>"])
def test_broken_pages_do_no_harm(article, content):
    with pytest.raises(IntakeError, match="holds no article"):
        read_report(article(content))


def test_the_same_page_gives_the_same_report(article):
    path = article(page(f"<article>{PARAGRAPH * 3}</article>"))
    assert read_report(path) == read_report(path)


LINKED = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="date" content="2021-06-01"><meta property="article:published_time" content="2022-12-08T06:12:00Z">', "2022-12-08"),
        ('<meta property="article:modified_time" content="2022-12-09"><meta itemprop="datePublished" content="2022-12-08">', "2022-12-08"),
        (
            LINKED.format('{"@type": "VideoObject", "datePublished": "2020-01-01"}')
            + LINKED.format('{"@graph": [{"@type": ["NewsArticle"], "datePublished": "2022-12-08T05:00:00Z"}]}'),
            "2022-12-08",
        ),
        (LINKED.format('{"@type": "NewsArticle", "datePubl') + '<meta name="pubdate" content="20221208">', "2022-12-08"),
        ('<meta name="date" content="2022-12-08">', "2022-12-08"),
        ('<meta property="article:modified_time" content="2022-12-09T06:12:00Z">', None),
        ('<meta itemprop="copyrightYear" content="2022">', None),
        ('<meta property="article:published_time" content="08/12/2022">', None),
        ('<meta property="article:published_time" content="13/12/2022">', "2022-12-13"),
    ],
)
def test_the_day_is_the_one_that_the_page_calls_that_of_publication(article, head, day):
    assert read_report(article(page(f"<article>{PARAGRAPH * 3}</article>", f"<title>Talks</title>{head}"))).published == day


def test_a_short_page_keeps_its_lines_and_its_tables_stay_out(article):
    table = "<table><tr><th>Day</th><th>Who</th></tr><tr><td>10 Mar</td><td>Rey, Okoye</td></tr></table>"
    words = "<h1>Talks in Zenda</h1><p>Both of them had met twice before the war began.</p>"
    body = f"<article>{words}{table}<p>Rey met Okoye in Zenda.</p></article>"
    assert read_report(article(page(body))).text == (
        "Talks in Zenda\nBoth of them had met twice before the war began.\nRey met Okoye in Zenda."
    )


def test_a_title_is_not_the_name_of_the_outlet(article):
    head = '<title>U.N. envoy quits - Courier</title><meta property="og:site_name" content="The Courier">'
    assert read_report(article(page(f"<article>{PARAGRAPH * 3}</article>", head))).title == "U.N. envoy quits - Courier"
