"""Titles before names that are written in short, with a stop that ends no sentence: "Capt. Ana Rey"."""

from __future__ import annotations

TITLES = (
    "Adm", "Amb", "Asst", "Atty", "Brig", "Capt", "Cdr", "Cllr", "Cmdr", "Col", "Cpl", "Det", "Dr", "Gen", "Gov", "Govs", "Hon", "Insp",
    "Lt", "Maj", "Mr", "Mrs", "Ms", "Mx", "Pfc", "Pres", "Prof", "Pvt", "Rep", "Reps", "Rev", "Sec", "Sen", "Sens", "Sgt", "Spc", "Supt",
)  # fmt: skip
"""The titles, without their stops."""
