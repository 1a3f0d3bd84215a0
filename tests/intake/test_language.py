from pathlib import Path

import pytest

from memcon.intake.language import other_language

GOLD = Path(__file__).parents[2] / ".." / "shared" / "gold"


@pytest.mark.parametrize(
    "text",
    [
        "Bennett meets Putin",
        "Putin, Zelensky, Macron, Scholz",
        "La Paz and El Alto: the mayor of La Paz met the president of Bolivia.",
        "“C'est la vie,” said the French minister, who then left the talks for Paris with his aides.",
        "Minister Szijjártó and Lavrov met in Budapest, and the two said that they would meet again in Moscow.",
        "The word Россия was on the placards that the protesters carried.",
        "12:30 — 14:45",
    ],
)
def test_english_and_doubtful_texts_pass(text):
    assert other_language(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il ministro degli Esteri ha incontrato il suo omologo a Roma e ha parlato della guerra.", "Italian"),
        ("O ministro se encontrou com o seu homólogo em Lisboa para falar sobre a guerra, e não é a primeira vez.", "Portuguese"),
        ("De minister heeft op dinsdag met zijn ambtgenoot gesproken over de oorlog in het oosten van het land.", "Dutch"),
        ("Minister spotkał się we wtorek z prezydentem w Warszawie, ale nie powiedział, że to jest koniec.", "Polish"),
        ("Dışişleri Bakanı salı günü Ankara'da mevkidaşı ile görüştü ve bir açıklama için basına konuştu, ancak çok kısa oldu.", "Turkish"),
        (
            "Menteri luar negeri bertemu dengan rekannya di Jakarta pada hari Selasa dan mereka akan berbicara lagi untuk perdamaian.",
            "Indonesian",
        ),
        ("Ο υπουργός συναντήθηκε την Τρίτη με τον ομόλογό του στην Αθήνα", "Greek"),
        ("외교부 장관이 화요일에 서울에서 상대방을 만났다", "Korean"),
    ],
)
def test_others_are_named(text, language):
    assert other_language(text) == language


def test_a_language_of_no_list_is_another():
    text = "Ministri i jashtëm u takua të martën me homologun " * 5
    assert other_language(text) == "another language"


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated reports are not beside the checkout")
def test_annotated_reports_are_english():
    for path in GOLD.glob("*.txt"):
        assert other_language(path.read_text("utf-8")) is None
