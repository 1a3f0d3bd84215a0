"""Who led the twenty largest states on 1 July of every year since 1990, with the surname expected."""

import pytest

from memcon.actors import registry
from memcon.actors.names import fold

LAST = 2026
# Surnames from the first 1 July on which each led; the one who leads the state is meant (`leaders.tsv`).
LEADERS = {
    "CHN": "1990 Jiang 2003 Hu 2013 Xi",
    "IND": "1990 Singh 1991 Rao 1996 Gowda 1997 Gujral 1998 Vajpayee 2004 Singh 2014 Modi",
    "USA": "1990 Bush 1993 Clinton 2001 Bush 2009 Obama 2017 Trump 2021 Biden 2025 Trump",
    "IDN": "1990 Suharto 1998 Habibie 2000 Wahid 2002 Megawati 2005 Yudhoyono 2015 Widodo 2025 Prabowo",
    # 1993-07-01: Nawaz Sharif, whom the court had put back; he resigned on the 18th. 2000: Musharraf, as chief executive.
    "PAK": "1990 Bhutto 1991 Sharif 1994 Bhutto 1997 Sharif 2000 Musharraf 2009 Gillani 2012 Ashraf 2013 Sharif 2018 Nasir-ul-Mulk "
    "2019 Khan 2022 Sharif",
    "NGA": "1990 Babangida 1994 Abacha 1998 Abubakar 1999 Obasanjo 2007 Yar'Adua 2010 Jonathan 2015 Buhari 2023 Tinubu",
    # 2016-07-01: Temer acted, Rousseff was suspended until her removal in August.
    "BRA": "1990 Collor 1993 Franco 1995 Cardoso 2003 Silva 2011 Rousseff 2016 Temer 2019 Bolsonaro 2023 Silva",
    "BGD": "1990 Ershad 1991 Zia 1996 Hasina 2002 Zia 2007 Ahmed 2009 Hasina 2025 Yunus 2026 Rahman",
    # 1990, 1991: the Soviet president; the Russian one took office on 10 July 1991.
    "RUS": "1990 Gorbachev 1992 Yeltsin 2000 Putin",
    "ETH": "1990 Mengistu 1991 Meles 2013 Hailemariam 2018 Abiy",
    "MEX": "1990 Salinas 1995 Zedillo 2001 Fox 2007 Calderon 2013 Pena 2019 Obrador 2025 Sheinbaum",
    "JPN": "1990 Kaifu 1992 Miyazawa 1994 Murayama 1996 Hashimoto 1999 Obuchi 2000 Mori 2001 Koizumi 2007 Abe 2008 Fukuda 2009 Aso "
    "2010 Kan 2012 Noda 2013 Abe 2021 Suga 2022 Kishida 2025 Ishiba 2026 Takaichi",
    "PHL": "1990 Aquino 1992 Ramos 1998 Estrada 2001 Arroyo 2010 Aquino 2016 Duterte 2022 Marcos",
    # 2011: Tantawi, for the council of the armed forces.
    "EGY": "1990 Mubarak 2011 Tantawi 2012 Morsi 2014 Sisi",
    "COD": "1990 Mobutu 1997 Kabila 2019 Tshisekedi",
    "VNM": "1990 Linh 1991 Muoi 1998 Phieu 2001 Manh 2011 Trong 2025 Lam",
    "IRN": "1990 Khamenei",
    "TUR": "1990 Akbulut 1991 Yilmaz 1992 Demirel 1993 Ciller 1996 Erbakan 1997 Yilmaz 1999 Ecevit 2003 Erdogan",
    "DEU": "1990 Kohl 1999 Schroder 2006 Merkel 2022 Scholz 2025 Merz",
    # 2025-07-01: the court suspended Paetongtarn that day.
    "THA": "1990 Chatichai 1991 Anand 1993 Chuan 1996 Banharn 1997 Chavalit 1998 Chuan 2001 Thaksin 2007 Surayud 2008 Samak "
    "2009 Abhisit 2012 Yingluck 2014 Prayut 2024 Srettha 2025 Paetongtarn 2026 Anutin",
}
SAME_SURNAME = {("COD", 2000): "Laurent", ("COD", 2001): "Joseph", ("IRN", 2025): "Ali", ("IRN", 2026): "Mojtaba"}


def by_year(spans):
    """`1990 Kohl 1999 Schroder` -> the name for every year to the last."""
    words = spans.split()
    starts = [int(word) for word in words[::2]]
    ends = [*starts[1:], LAST + 1]
    return {year: name for name, start, end in zip(words[1::2], starts, ends, strict=True) for year in range(start, end)}


@pytest.mark.parametrize("country", LEADERS)
def test_the_leader_of_every_year_has_the_name_expected(country):
    expected = by_year(LEADERS[country])
    assert list(expected) == list(range(1990, LAST + 1))
    found = {year: registry().office_holder("leader", country, f"{year}-07-01") for year in expected}
    names = {year: fold(one.name) if one else "nobody" for year, one in found.items()}
    assert {year: names[year] for year, surname in expected.items() if fold(surname) not in names[year]} == {}


@pytest.mark.parametrize(("country", "year"), SAME_SURNAME)
def test_leaders_of_one_surname_are_told_apart(country, year):
    found = registry().office_holder("leader", country, f"{year}-07-01")
    assert found.name.startswith(SAME_SURNAME[country, year])


@pytest.mark.parametrize("country", [one for one in LEADERS if one != "COD"])  # "Congolese" may be of either Congo
def test_the_leader_in_words_is_the_same_person(country):
    adjective = registry().states.by_iso[country].adjectives[0]
    days = [f"{year}-07-01" for year in range(1990, LAST + 1)]
    named = {day: registry().resolve(f"the {adjective} leader", day) for day in days}
    held = {day: registry().office_holder("leader", country, day) for day in days}
    assert {day: (named[day], held[day]) for day in days if named[day] is None or named[day].name != held[day].name} == {}


@pytest.mark.parametrize(
    ("office", "country", "on", "name"),
    [
        ("foreign minister", "SYR", "2025-06-01", "Asaad al-Shaibani"),
        ("leader", "SYR", "2024-12-20", "Ahmed al-Sharaa"),
        ("leader", "SYR", "2024-12-01", "Bashar al-Assad"),
        ("prime minister", "IRQ", "2026-07-01", "Ali al-Zaidi"),
        ("defence minister", "UKR", "2026-03-01", "Mykhailo Fedorov"),
        ("defence minister", "SAU", "2023-01-01", "Khalid bin Salman"),
        ("foreign minister", "BGD", "2025-01-01", "Touhid Hossain"),
        ("foreign minister", "PAK", "2025-05-10", "Ishaq Dar"),
        ("foreign minister", "COD", "2025-06-27", "Thérèse Kayikwamba Wagner"),
        ("foreign minister", "THA", "2025-12-01", "Sihasak Phuangketkeow"),
        ("foreign minister", "KEN", "2024-06-01", "Musalia Mudavadi"),
        ("defence minister", "EGY", "2025-01-01", "Abdel Mageed Saqr"),
        ("national security adviser", "USA", "2025-08-01", "Marco Rubio"),
        ("prime minister", "LBY", "2024-06-01", "Abdulhamid Dbeibeh"),
        ("leader", "HTI", "2025-09-01", "Laurent Saint-Cyr"),
    ],
)
def test_holders_of_the_years_after_2022(office, country, on, name):
    assert registry().office_holder(office, country, on).name == name


@pytest.mark.parametrize(
    ("country", "office", "last", "gone"),
    [
        ("CHN", "defence minister", "2023-10-20", "2023-12-01"),  # vacant for two months
        ("LTU", "defence minister", "2025-10-20", "2025-11-05"),
        ("ESP", "defence minister", "2025-10-01", "2035-01-01"),  # vouched for until a day, not for ever
    ],
)
def test_terms_end_where_they_ended(country, office, last, gone):
    assert registry().office_holder(office, country, last).office is not None
    after = registry().office_holder(office, country, gone)
    assert after is None or after.office is None


def test_no_two_people_are_foreign_or_defence_minister_of_a_mediated_state_in_2025():
    states = "USA RUS UKR ISR PSE LBN SYR IRQ IRN TUR EGY JOR SAU ARE QAT OMN KWT YEM SDN SSD ETH SOM COD RWA LBY PAK IND CHN KOR".split()
    found = {
        (country, kind): [person.name for _, person in registry().people.holders(kind, country, "2025-03-20")]
        for country in states
        for kind in ("foreign minister", "defence minister")
    }
    assert {key: names for key, names in found.items() if len(names) > 1} == {}
