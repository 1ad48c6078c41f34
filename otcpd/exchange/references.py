"""What a file of references gave: the references, and a list of what was not understood."""

from __future__ import annotations

from dataclasses import dataclass

from otcpd.domain.reading import Reference

MOST_REFERENCES = 50_000
"""What stands after these in a file is left, and said to be."""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Something of which no sense could be made.

    `entry` is the title of the reference it stands in, as far as there is one; `line` counts from 1; `what` is a
    sentence.
    """

    entry: str
    line: int
    what: str


RUN_TOGETHER = "Two references seem to have run together in it. The first was taken."


@dataclass(frozen=True, slots=True)
class ReadReferences:
    """`lines` has, for each reference, the line of the file on which it begins."""

    references: tuple[Reference, ...] = ()
    lines: tuple[int, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()


@dataclass(slots=True)
class Gathered:
    """A `ReadReferences` in the making."""

    references: list[Reference]
    lines: list[int]
    notes: list[NotUnderstood]

    @classmethod
    def nothing(cls) -> Gathered:
        """Nothing yet."""
        return cls([], [], [])

    def take(self, reference: Reference, line: int, notes: list[str]) -> None:
        """A reference that begins on a line, with sentences on what is not as it should be.

        One that says nothing but its kind is none.
        """
        if reference == Reference(reference.kind):
            self.note("", line, "There is nothing in this entry but its kind.")
            return
        self.references.append(reference)
        self.lines.append(line)
        self.notes += [NotUnderstood(reference.title, line, what) for what in notes]

    def note(self, entry: str, line: int, what: str) -> None:
        """Something was not understood."""
        self.notes.append(NotUnderstood(entry, line, what))

    def whole(self) -> ReadReferences:
        """All of it, in the order of the file."""
        ordered = sorted(self.notes, key=_line_of)
        return ReadReferences(tuple(self.references), tuple(self.lines), tuple(ordered))


def _line_of(note: NotUnderstood) -> int:
    return note.line
