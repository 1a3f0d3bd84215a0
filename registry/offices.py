"""Which offices of the sources are kept, and what they are called: (pattern of the position, class, office, sector, rank).

The first pattern that matches decides. Rank: 1 heads of state and government, 2 foreign and defence ministers and the heads of
organisations, 3 other main offices, 4 the rest. Patterns see the lower-case position.
"""

from __future__ import annotations

import re

DROP = re.compile(
    r"\b(under-?secretary|assistant|parliamentary|state secretary|undersecretary|shadow|junior|private secretary|military cabinet|attach|"
    r"mayor|governor (of|general)(?!.*(bank|reserve))|province|voivod|county|oblast|republika srpska|federation of bosnia|spouse|first lady|"
    r"regional|district|lord|whip|associate minister|minister of state|deputy minister (?!of foreign|of defen[cs]e|for foreign|for defen)|"
    r"chief minister|premier of |president of (montenegro|azad)|generalitat|community of|junta|canary|navarre|sami|minister-president|"
    r"first minister|financial secretary|economic secretary|chief secretary|exchequer secretary|commercial secretary|materiel|equipment|social justice|"
    r"provincial|state minister|city|region|sarawak|sabah|flemish|walloon|brussels|catalonia|crimea|puntland|kurdistan|"
    r"secretary of state (of|for) (?!foreign|external|defen|national defen|interior|home)|state duma committee|vice president of|"
    r"vice-president (of|for|as)|adviser to|principality|tibet|deputy speaker|deputy chair|deputy director|deputy chief|deputy secretary of "
    r"(?!state|defen)|deputy head|vice chief|chief of staff to|supreme commander|third|bashkort|sakha|in crimea|prime minister of)\b"
)
PATTERNS: tuple[tuple[str, str, str, str, int], ...] = tuple(
    (pattern, kind, office, sector, rank)
    for pattern, kind, office, sector, rank in (
        (r"^(acting |interim |federal |transitional |co-)?president$", "president", "president", "GOV", 1),
        (r"^president of the (republic|russian federation|confederation|state affairs.*|government)$", "president", "president", "GOV", 1),
        (r"^(chairman|member|chairperson) of the presidency$", "president", "president", "GOV", 1),
        (r"^chairman of the (transitional|sovereign|presidential leadership).*council$", "president", "chairman of the council", "GOV", 1),
        (r"^supreme leader$", "leader", "supreme leader", "GOV", 1),
        (r"^(king|queen|emperor|emir|sultan|monarch|grand duke|prince|amir)\b[^,]{0,12}$", "monarch", "", "GOV", 1),
        (r"^crown prince$", "crown prince", "crown prince", "GOV", 2),
        (r"^(acting |interim |federal |state )?(prime minister|minister president)$", "prime minister", "prime minister", "GOV", 1),
        (r"^(president|chairman|chair|chairperson) of the (council of ministers|government)$", "prime minister", "prime minister", "GOV", 1),
        (r"^(premier|premier of the (state council|republic))$", "prime minister", "premier", "GOV", 1),
        (r"^(federal )?chancellor$", "prime minister", "chancellor", "GOV", 1),
        (r"^taoiseach$", "prime minister", "taoiseach", "GOV", 1),
        (r"^(chief executive|state counsell?or|alternate prime minister)$", "prime minister", "", "GOV", 2),
        (r"^general secretary of the .*communist party", "party leader", "general secretary of the communist party", "GOV", 1),
        (r"^(first |1st )?(deputy|vice) (prime minister|premier)$|^tánaiste$|^vice-chancellor$", "deputy prime minister", "deputy prime minister", "GOV", 3),
        (r"^(first |executive |second )?vice[- ]president$|^deputy president$", "vice president", "vice president", "GOV", 3),
        (r"^secretary of state$", "foreign minister", "secretary of state", "GOV", 2),
        (r"^deputy secretary of state$", "deputy foreign minister", "deputy secretary of state", "GOV", 4),
        (r"(minister|secretary).*foreign (trade|investment)", "trade minister", "trade minister", "GOV", 4),
        (r"police", "police chief", "", "COP", 4),
        (r"deputy.*(foreign|external) (affairs|relations)", "deputy foreign minister", "deputy foreign minister", "GOV", 4),
        (r"deputy.*defen[cs]e", "deputy defence minister", "deputy defence minister", "GOV", 4),
        (r"^deputy (?!supreme|leader)", "", "", "", 0),
        (r"(spokes|press secretary|spokeperson)", "spokesperson", "", "GOV", 3),
        (r"(secretary|minister|secretariat|tutelage).*(foreign|external|international relations and cooperation)(?!.*trade$)", "foreign minister", "foreign minister", "GOV", 2),
        (r"^(foreign (secretary|minister)|secretary of foreign affairs)", "foreign minister", "foreign minister", "GOV", 2),
        (r"secretary of defen[cs]e$|^(secretary|minister|federal minister|head).*(of|for) (the )?(national |people's )?defen[cs]e", "defence minister", "defence minister", "GOV", 2),
        (r"minister (of|for) the armed forces|minister of war|minister of military", "defence minister", "defence minister", "GOV", 2),
        (r"secretary of the treasury$", "finance minister", "treasury secretary", "GOV", 3),
        (r"chancellor of the exchequer", "finance minister", "chancellor of the exchequer", "GOV", 3),
        (r"^treasurer$|(minister|secretary).*(financ|the treasury|public credit|budget)", "finance minister", "finance minister", "GOV", 3),
        (r"home secretary|(minister|secretary).*(interior|internal affairs|home affairs|home department|homeland)", "interior minister", "interior minister", "GOV", 3),
        (r"(minister|secretary).*(justice|of law\b)", "justice minister", "justice minister", "GOV", 4),
        (r"(minister|secretary).*(energy|petroleum|oil\b|fuel)", "energy minister", "energy minister", "GOV", 4),
        (r"(minister|secretary).*(trade|commerce)|trade representative", "trade minister", "trade minister", "GOV", 4),
        (r"(minister|secretary).*(econom)", "economy minister", "economy minister", "GOV", 4),
        (r"(minister|secretary).*(health)", "health minister", "health minister", "GOV", 4),
        (r"(minister|secretary).*(information|cabinet affairs|presidential affairs|presidency)", "minister", "", "GOV", 4),
        (r"(minister|secretary).*(state security|public security|national security|intelligence|emergency|strategic affairs|unification|mainland|reconciliation|unity|jerusalem affairs|regional cooperation)", "security minister", "", "GOV", 4),
        (r"(minister|secretary).*(transport|agricultur|migration|immigration|development cooperation|international development|europe|refugee|water|mines|mining)", "minister", "", "GOV", 4),
        (r"minister without portfolio", "minister", "minister without portfolio", "GOV", 4),
        (r"national security advis|secretary of the (supreme )?(national )?security( and defen[cs]e)? council|chairman of the security council|national security council", "national security adviser", "", "GOV", 3),
        (r"head of the (presidential administration|office of the president)|presidential executive office|chief cabinet secretary|white house chief of staff", "chief of staff", "", "GOV", 3),
        (r"(mossad|intelligence|\bcia\b|\bfbi\b|security service|shin bet|state security|inter-services|national security bureau|national security agency|counter.?terrorism)", "intelligence chief", "", "SPY", 3),
        (r"atomic energy", "atomic chief", "", "GOV", 3),
        (r"(revolutionary guard|quds)", "military chief", "", "MIL", 3),
        (r"joint (chiefs|staff)|chief of (the )?(general|defen[cs]e|defence general|army|national defence general)( staff| force)?|chief of (the )?(defence staff|staff of the (army|armed forces|defence forces))|commander[- ]in[- ]chief|commander of the .*(armed|defence) forces|chair of the chiefs of staff|chief of general staff|chief of (the )?army", "military chief", "", "MIL", 3),
        (r"^(speaker|president|chair\w*|chairman) of (the )?(house|senate|national assembly|parliament|knesset|federation council|state duma|grand national|verkhovna|lok sabha|majlis|islamic consult|seimas|saeima|riksdag|folketing|storting|chamber|congress|national council|assembly|council of representatives|national people|supreme people|lower|upper|federal national council|mazhilis|riigikogu|legislative yuan|people's (assembly|council)|house of)", "speaker", "", "LEG", 3),
        (r"speaker", "speaker", "", "LEG", 4),
        (r"leader of the opposition", "opposition leader", "opposition leader", "OPP", 3),
        (r"governor of the .*bank|central bank|president of the bundesbank|federal reserve|bank of (england|israel|japan)", "central bank governor", "central bank governor", "GOV", 4),
        (r"(attorney[- ]general|prosecutor[- ]general)$", "attorney general", "", "JUD", 4),
        (r"chief justice|president of the (supreme|constitutional) court", "chief justice", "", "JUD", 4),
        (r"(permanent representative|ambassador) to the united nations", "UN ambassador", "ambassador to the United Nations", "GOV", 3),
        (r"ambassador to the united states|ambassador to (the )?russia|ambassador to china|ambassador to the people's|ambassador to the united kingdom|ambassador to ukraine|ambassador to israel", "ambassador", "", "GOV", 4),
        (r"^minister (of|for) ", "minister", "", "GOV", 4),
        (r"^secretary of ", "minister", "", "GOV", 4),
    )
)  # fmt: skip
COMPILED = tuple((re.compile(pattern), kind, office, sector, rank) for pattern, kind, office, sector, rank in PATTERNS)


def classify(position: str) -> tuple[str, str, str, int] | None:
    """(class, office, sector, rank) of a position of the sources, or None where it is not kept.

    >>> classify("Minister of Foreign Affairs"), classify("Deputy Minister of Culture")
    (('foreign minister', 'foreign minister', 'GOV', 2), None)
    """
    position = position.lower().strip()
    if DROP.search(position) and not re.match(r"^(deputy minister (of|for) (foreign|defen)|white house|federal )", position):
        return None
    for pattern, kind, office, sector, rank in COMPILED:
        if pattern.search(position):
            return (kind, office or position, sector, rank) if rank else None
    return None
