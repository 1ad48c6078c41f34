"""What the choices of an export are called."""

from __future__ import annotations

from otcpd.actions.export_choices import Originals
from otcpd.actions.profile_plan import USUAL_MOST_MB

TITLE = "Export"
INTRODUCTION = (
    "“Export profile” makes one PDF, with your evidence as its pages. What you choose here holds for every export."
)
SIZE = "Largest size of one PDF"
SIZE_HINT = (
    "In megabytes (MB). A profile that is larger comes in parts. "
    f"{USUAL_MOST_MB}\N{NO-BREAK SPACE}MB is what HCPC used to take in one email."
)
NO_LIMIT = "No limit"
WORD_COPY = "Also make a Word copy"
WORD_HINT = "Your texts, your list and the tables, to work on in a word processor. Evidence stays in the PDF."
ORIGINALS = "Also put the evidence beside it as files"
ORIGINALS_WAYS = {Originals.NO: "No", Originals.FOLDER: "In a folder", Originals.ZIP: "In a ZIP file"}
ORIGINALS_HINT = (
    "Copies with the numbers they have in your profile. Hidden details, such as author and place, are taken out."
)


def size(figure: str) -> str:
    """ "10 MB"."""
    return f"{figure} MB"
