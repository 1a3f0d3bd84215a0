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
