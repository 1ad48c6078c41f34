"""A profile PDF carries its own data, attached as a file, so that otcpd can take the profile in again."""

from __future__ import annotations

from datetime import date

import pikepdf
from pikepdf import Name, Pdf

from otcpd.domain.carried import DATA_NAME

DESCRIPTION = "The content of this profile as data, from which otcpd can make it again"


def attach(pdf: Pdf, data: bytes, prepared: date) -> None:
    """Attach the data to `pdf`, as a file that belongs to the whole document.

    The relationship is "Data": what the pages show, in a form for programs (ISO 32000-2, 14.13).
    """
    day = f"D:{prepared:%Y%m%d}000000Z"
    spec = pikepdf.AttachedFileSpec(
        pdf,
        data,
        description=DESCRIPTION,
        filename=DATA_NAME,
        mime_type="application/json",
        creation_date=day,
        mod_date=day,
    )
    spec.relationship = Name.Data
    pdf.attachments[DATA_NAME] = spec
