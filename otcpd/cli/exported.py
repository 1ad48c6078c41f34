"""What came of an export: the files for programs, the rest in words for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from otcpd.actions.profile_export import Exported
from otcpd.actions.profile_plan import ListedOnly
from otcpd.cli.output import data, one_line, words
from otcpd.domain.words import joined
from otcpd.portfolio.evidence.words import not_blacked_out_words, refusal_advice, refusal_words
from otcpd.portfolio.left_out import left_out_lines
from otcpd.portfolio.pdf.clusters import character_name


def print_exported(exported: Exported) -> None:
    """The path of each file on standard output; on standard error what a person should know about them."""
    made = exported.made
    for path in (*made.pdfs, *made.others):
        data(str(path))
    parts = f" in {len(made.pdfs)} parts" if len(made.pdfs) > 1 else ""
    words(f"Exported your profile{parts}.")
    for one in made.listed_only:
        words(_listed_only(one))
    if made.inexact:
        words(_inexact(made.inexact))
    for path in made.too_large:
        words(_too_large(path))
    if made.with_details:
        words(_with_details(made.with_details))
    if made.not_blacked_out:
        words(f"Look before you send the originals: {not_blacked_out_words(made.not_blacked_out)}")
    if made.not_copied:
        words(_not_copied(made.not_copied))
    left_out = left_out_lines(made.content, exported.pieces, len(made.inexact))
    if left_out:
        words(f"Not in it: {' '.join(left_out)}")


def _listed_only(one: ListedOnly) -> str:
    name = f"E{one.number}, ‘{one_line(one.caption)}’," if one.caption else f"E{one.number}"
    return f"{name} is listed but not shown. {refusal_words(one.reason)} {refusal_advice(one.reason)}".rstrip()


def _inexact(letters: Sequence[str]) -> str:
    return f"Printed as a box, since no font here can show it: {joined([character_name(one) for one in letters])}."


def _with_details(numbers: Sequence[int]) -> str:
    pieces = joined([f"E{number}" for number in numbers])
    return f"Author, place and comments could not be taken out of the originals of {pieces}: look before you send them."


def _not_copied(numbers: Sequence[int]) -> str:
    return f"Not among the originals, since their files could not be read: {joined([f'E{one}' for one in numbers])}."


def _too_large(path: Path) -> str:
    return f"‘{path.name}’ is larger than you asked for: one page alone is, or what all its pages need."
