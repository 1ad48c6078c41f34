"""A whole export, step by step: for the window, which does other things in between, and for the command line.

Content, carried data and the bytes of the evidence are collected on this side, since the CPD file is open
here, in slices so short that a window can do them between two events. Everything that takes long or may go
wrong with a file is a job for the worker process, one for each piece of evidence. What comes of it all is
put in place by the last job, and by it alone.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

from otcpd.actions.leftovers import Leftovers
from otcpd.actions.profile import profile_content
from otcpd.actions.profile_carried import carried_document
from otcpd.actions.profile_folder import WorkingFolder, contents, delete, forget, no_room, spool
from otcpd.actions.profile_pieces import copy_clean, prepare
from otcpd.actions.profile_plan import ProfileMade, ProfilePlan
from otcpd.actions.profile_progress import ExportBar
from otcpd.actions.profile_targets import check_targets, folders
from otcpd.actions.profile_waking import FOR_PIECES, FOR_THE_PROFILE, wake
from otcpd.background import (
    Failure,
    GivenUp,
    Limits,
    NotStarted,
    Progress,
    Result,
    Task,
    TookTooLong,
    TookTooMuchMemory,
    Worker,
    WorkerBug,
    task,
)
from otcpd.catalogue.own_fonts import FontsMissing
from otcpd.domain.errors import DiskFull, FileDamaged, NotAcceptable, OtcpdError, ReadOnly
from otcpd.domain.evidence import EvidenceKind
from otcpd.portfolio.evidence.clean_copy import CleanCopy, copy_place
from otcpd.portfolio.evidence.originals import OriginalFile
from otcpd.portfolio.evidence.pieces import PreparedPiece, Refusal, Source
from otcpd.record.record import Record

MOST_MEMORY = 700 * 1024 * 1024
"""Bytes that the worker process may hold while it looks into one piece of evidence."""
LEAST_SECONDS = 60.0
SECONDS_FOR_A_MB = 1.0
"""How long it may look into one: so much for any, and so much for each megabyte."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A bit of work was done on this side. Ask for the next step, now or after other things."""


Step: TypeAlias = Task | Slice | ProfileMade
Outcome: TypeAlias = Result | Failure
_Steps: TypeAlias = Generator[Task | Slice, Outcome | None, ProfileMade]


class ProfileExport:
    """One export: `advance` does what comes next and says what is to be done then.

    Use it as a context manager, or `close` it: its temporary folder goes with it. End the worker before,
    if it is still at a job of this export.
    """

    def __init__(self, record: Record, plan: ProfilePlan) -> None:
        """Collects what the profile says, in milliseconds; nothing is written yet.

        Raises NotAcceptable for days out of order, an unknown portfolio, or places that must not be
        written to; MachineSaidNo for a folder that is not there.
        """
        check_targets(record, plan)
        self.plan = plan
        self._record = record
        portfolio = record.portfolios.named(plan.portfolio) if plan.portfolio else record.portfolios.current()
        self.content = profile_content(
            record, portfolio, plan.start, plan.end, supervision=plan.supervision, reading=plan.reading
        )
        self._carried = carried_document(record, self.content, portfolio)
        self.faults: list[WorkerBug] = []
        """Faults of ours that cost a piece of evidence each: for the bug handler, when the export has ended."""
        self._pieces: dict[int, PreparedPiece] = {}
        self._copies: dict[int, CleanCopy] = {}
        files = {row.number: row.size or 0 for row in self.content.evidence if row.id}
        self._bar = ExportBar(files, copies=plan.originals is not None)
        self._folder: WorkingFolder | None = None
        self._leftovers: Leftovers | None = Leftovers(folders(plan))
        self._steps = self._run()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pieces(self) -> tuple[PreparedPiece, ...]:
        """The evidence as far as it was made ready, in the order of its numbers."""
        return tuple(self._pieces[number] for number in sorted(self._pieces))

    def advance(self, outcome: Outcome | None = None) -> Step:
        """The next step. After a `Task` its outcome is wanted here; after a `Slice` nothing; a `ProfileMade`
        is the end.

        Raises an OtcpdError, or WorkerBug for a fault of ours, when the export cannot go on: then nothing was
        written and nothing is left behind.
        """
        try:
            return self._steps.send(outcome)
        except StopIteration as end:
            made: ProfileMade = end.value
            self._bar.end()
            self._leftovers = None
            self.close()
            return made
        except BaseException:
            self.close()
            raise

    def progress(self, heard: Progress | None = None) -> Progress:
        """How far the whole export is and what it is at, in words; `heard` is what the job said last."""
        return self._bar.move(heard.done, heard.total, heard.words) if heard else self._bar.shown

    def close(self) -> None:
        """Delete what the export made on its way. May be called at any time, and twice."""
        for _ in self.give_up():
            pass

    def give_up(self) -> Iterator[None]:
        """End the export now. What it made on its way goes bit by bit, a file each time the next step is asked for.

        May be called at any time, and twice.
        """
        self._steps.close()
        if self._leftovers is not None:
            self._leftovers.clear_away()
        folder, self._folder = self._folder, None
        return iter(()) if folder is None else delete(folder)

    def _run(self) -> _Steps:
        self._folder = folder = WorkingFolder()
        yield Slice()
        try:
            made = yield from self._make(folder)
        except (OtcpdError, WorkerBug):
            yield from self._tidy(folder)
            raise
        yield from self._tidy(folder)
        return made

    def _tidy(self, folder: WorkingFolder) -> Generator[Slice, Outcome | None, None]:
        """Bit by bit: hundreds of megabytes at once would hold the window."""
        self._bar.tidy()
        rest = len(contents(folder.path))
        for done, _ in enumerate(delete(folder)):
            self._bar.move(done, rest)
            yield Slice()

    def _make(self, folder: WorkingFolder) -> _Steps:
        for path in (path for other in folder.abandoned() for path in contents(other)):
            forget(path)
            yield Slice()
        yield from self._wake()
        sources = yield from self._read_all(folder)
        for source in sources:
            self._pieces[source.number] = yield from self._prepare(source, folder)
            if self.plan.originals is not None:
                self._copies[source.number] = yield from self._copy(source, folder)
            if not self._needed(source):
                forget(source.path)
        return (yield from self._write(self._originals(sources)))

    def _wake(self) -> Generator[Task, Outcome | None, None]:
        """Whatever comes of it: a job that needs what could not be brought in says so itself."""
        self._bar.wake()
        evidence = any(row.id for row in self.content.evidence)
        yield task(wake, (FOR_PIECES if evidence else ()) + FOR_THE_PROFILE)

    def _read_all(self, folder: WorkingFolder) -> Generator[Slice, Outcome | None, list[Source]]:
        """Everything is read before anything is prepared: so it is what it was when the content was collected."""
        sources: list[Source] = []
        for row in self.content.evidence:
            if not row.id:
                continue  # the dated list, which is no file
            self._bar.read(row.number)
            path = folder.file(row.number)
            try:
                entry = self._record.evidence.get(row.id)
                for done in spool(self._record, row.id, path):
                    self._bar.move(done, max(done, row.size or 0))
                    yield Slice()
            except (FileDamaged, NotAcceptable):  # its bytes are not what came in, or it was erased just now
                self._refuse(row.number, Refusal.BROKEN)
                forget(path)
            else:
                sources.append(Source(row.number, entry.kind, entry.state, path, entry.name))
        return sources

    def _prepare(self, source: Source, folder: WorkingFolder) -> Generator[Task, Outcome | None, PreparedPiece]:
        self._bar.prepare(source.number)
        job = task(prepare, source, folder.path).within(limits_for(_size(source.path)))
        outcome = yield job
        if isinstance(outcome, Result):
            assert isinstance(outcome.value, PreparedPiece)
            return outcome.value
        assert outcome is not None
        return PreparedPiece(source.number, refusal=self._why(outcome.error))

    def _copy(self, source: Source, folder: WorkingFolder) -> Generator[Task, Outcome | None, CleanCopy]:
        """The file as it goes beside the profile: as it is, if its details cannot be taken out within the limits."""
        self._bar.copy(source.number)
        outcome = yield task(copy_clean, source, folder.path).within(limits_for(_size(source.path)))
        if isinstance(outcome, Result):
            assert isinstance(outcome.value, CleanCopy)
            return outcome.value
        assert outcome is not None
        self._why(outcome.error)
        forget(copy_place(source, folder.path))
        return CleanCopy(source.number, source.path)

    def _originals(self, sources: Sequence[Source]) -> tuple[OriginalFile, ...]:
        """Every file that should go beside the profile, those too that cannot be had any more."""
        if self.plan.originals is None:
            return ()
        known = {source.number: source for source in sources}
        found: list[OriginalFile] = []
        for row in (row for row in self.content.evidence if row.id):
            source = known.get(row.number)
            name, kind = (source.name, source.kind) if source else ("", EvidenceKind.OTHER)
            copy = self._copies.get(row.number)
            if copy is None or copy.path is None or not copy.path.exists():
                copy = CleanCopy(row.number, None)
            found.append(OriginalFile(row.number, row.caption, name, kind, copy.path, copy.clean, copy.not_blacked_out))
        return tuple(found)

    def _why(self, error: OtcpdError | WorkerBug) -> Refusal:
        """Why a piece is not shown whose job failed. Raises what is not about the piece."""
        match error:
            case DiskFull():
                raise no_room() from error
            case ReadOnly():  # our own folder: of a piece that cannot be read its job says so itself
                raise error
            case NotStarted() | FontsMissing():  # nor would the others fare better
                raise error
            case TookTooLong():
                return Refusal.TOO_SLOW
            case TookTooMuchMemory():
                return Refusal.TOO_LARGE
            case WorkerBug():
                self.faults.append(error)
        return Refusal.UNREADABLE

    def _write(self, originals: tuple[OriginalFile, ...]) -> Generator[Task, Outcome | None, ProfileMade]:
        from otcpd.actions.profile_writing import write_all

        self._bar.write()
        outcome = yield task(write_all, self.content, self.pieces, self.plan, self._carried, originals)
        if isinstance(outcome, Result):
            assert isinstance(outcome.value, ProfileMade)
            return outcome.value
        assert outcome is not None
        raise stopped() if isinstance(outcome.error, GivenUp) else outcome.error

    def _needed(self, source: Source) -> bool:
        """Whether the last job needs the original: as it is beside the profile, or because its pages are in it."""
        pages = self._pieces[source.number].pages
        copy = self._copies.get(source.number)
        return (copy is not None and copy.path == source.path) or any(page.file == source.path for page in pages)

    def _refuse(self, number: int, why: Refusal) -> None:
        self._bar.skip(number)
        self._pieces[number] = PreparedPiece(number, refusal=why)


def _size(path: Path) -> int:
    """Bytes of a file; none if it is gone, which its job will tell."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def limits_for(size: int) -> Limits:
    """What looking into a piece of `size` bytes may take."""
    return Limits(LEAST_SECONDS + SECONDS_FOR_A_MB * size / 1_000_000, MOST_MEMORY)


def stopped() -> OtcpdError:
    """What is said when the worker process ends while it draws."""
    return OtcpdError(
        "The part of otcpd that draws the profile stopped.",
        "Your CPD file is unchanged, and so is any older file of this name.",
        "Try again. If it happens twice, choose another place.",
    )


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of an export that was waited for; `faults` are faults of ours that cost a piece each."""

    made: ProfileMade
    pieces: tuple[PreparedPiece, ...]
    faults: tuple[WorkerBug, ...] = ()


def write_profile(record: Record, plan: ProfilePlan, heard: Callable[[Progress], None] | None = None) -> Exported:
    """Does a whole export and waits for it: for the command line. `heard` is told how far it is.

    Raises what `ProfileExport` raises; every file that stood in a place of `plan` is then as it was.
    """
    tell = heard or _nobody
    with ProfileExport(record, plan) as export, Worker() as worker:
        step = export.advance()
        while not isinstance(step, ProfileMade):
            outcome = _done(worker, step, export, tell) if isinstance(step, Task) else None
            tell(export.progress())
            step = export.advance(outcome)
        tell(export.progress())
        return Exported(step, export.pieces, tuple(export.faults))


def _done(worker: Worker, job: Task, export: ProfileExport, tell: Callable[[Progress], None]) -> Outcome:
    worker.start(job)
    while True:
        event = worker.poll(timeout=60.0)
        if isinstance(event, Progress):
            tell(export.progress(event))
        elif event is not None:
            return event


def _nobody(_progress: Progress) -> None:
    """Nobody wants to know."""
