"""A document as blocks from top to bottom: the one form from which both PDF and Word copy are made.

The blocks say what stands where, in words that are ready to be read; measures are in points of the printed page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from otcpd.domain.citing import Citation
from otcpd.portfolio.charts.shapes import Chart, Measure

ChartOf = Callable[[float, Measure], Chart]
"""Makes a chart of a width, with text measured as it will be painted."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A grey block of labels and values. The left column is for what may be long."""

    left: tuple[tuple[str, str], ...]
    right: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; a `small` one stands below another."""

    text: str
    small: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence of ours below a heading, held to what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """A text that somebody wrote, literally."""

    text: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """A sentence that says that there is nothing, or a note; a `small` one in small print."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list with dots."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference list, a paragraph for each work, with its italics."""

    works: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a table; `width` is with the gap behind it, 0 for what room is left (one column of a table).

    The cells of a column that `names` its rows are read as their headers.
    """

    head: str
    width: float = 0.0
    right: bool = False
    names: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `caption` says what it is to those who do not see it."""

    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Figures in large with what they count below them: ("14", "sessions held"). Four at most."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart over the whole width, on a grey ground; the Word copy has the figures as a table instead.

    `table` is None where another table of the document has them. `facts` are lines beside it, the first in large.
    """

    chart: ChartOf
    table: Grid | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """A chart under a heading, half a page wide; read as the table that it is."""

    heading: str
    chart: ChartOf
    table: Grid


@dataclass(frozen=True, slots=True)
class Beside:
    """Two panels beside each other, or one alone."""

    left: Panel
    right: Panel | None = None


@dataclass(frozen=True, slots=True)
class SignHere:
    """Who is to sign, and the day if it is known."""

    who: str
    on: str = ""


@dataclass(frozen=True, slots=True)
class Signing:
    """Lines to sign on, with room for the day."""

    lines: tuple[SignHere, ...]


Block = Facts | Heading | Lead | Written | Quiet | Bullets | Cited | Grid | Numbers | Picture | Beside | Signing


@dataclass(frozen=True, slots=True)
class PaperLayout:
    """A whole document. `name` is what a reader's title bar shows; `who`, `number` and `about` stand in the footer."""

    title: str
    subtitle: str
    name: str
    who: str
    about: str
    prepared: date
    blocks: tuple[Block, ...]
    number: str = ""
