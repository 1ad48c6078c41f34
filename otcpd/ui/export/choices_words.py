"""What the choices of an export are called."""

from __future__ import annotations

from otcpd.actions.export_choices import ExportChoices, Originals, limit_figure
from otcpd.actions.profile_plan import USUAL_MOST_MB
from otcpd.domain.words import joined

TITLE = "Export"
INTRODUCTION = (
    "‘Export profile’ makes one PDF, with your evidence as its pages. What you choose here holds for every export."
)
SIZE = "Split the PDF if it is larger than"
SIZE_HINT = f"HCPC used to take up to {USUAL_MOST_MB}\N{NO-BREAK SPACE}MB in one email."
NO_LIMIT = "Do not split"
NO_LIMIT_SHOWN = "No limit"
WORD_COPY = "Also make a Word copy"
WORD_HINT = "You can edit it. It has the text and the tables, not the evidence."
SUPERVISION = "Add an annex on supervision"
SUPERVISION_HINT = "How often, how long, and whether an OT led it. No names, and nothing of what was said."
READING = "Add an annex with what I read"
READING_HINT = "What you read in the period and ticked for your reference list. Not what you wrote about it."
ORIGINALS = "Also save my evidence as separate files"
ORIGINALS_WAYS = {
    Originals.NO: "No",
    Originals.FOLDER: "Yes, in a folder",
    Originals.ZIP: "Yes, in one ZIP file",
}
ORIGINALS_HINT = (
    "Copies with the numbers they have in your profile. Hidden details, such as author and place, are taken out."
)


_BESIDE = {Originals.FOLDER: "your evidence in a folder", Originals.ZIP: "your evidence in one ZIP file"}


def in_one_line(choices: ExportChoices) -> str:
    """ "In PDFs of at most 10 MB, with a Word copy": what is chosen."""
    most = choices.most_bytes
    pdf = "In one PDF" if most is None else f"In PDFs of at most {size(limit_figure(most))}"
    names = (
        "an annex on supervision" if choices.supervision else "",
        "an annex with what you read" if choices.reading else "",
        "a Word copy" if choices.word_copy else "",
        _BESIDE.get(choices.originals, ""),
    )
    beside = [name for name in names if name]
    return f"{pdf}, with {joined(beside)}" if beside else pdf


def size(figure: str) -> str:
    """ "10 MB"."""
    return f"{figure} MB"
