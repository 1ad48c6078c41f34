"""The one bar of an export: it moves on with everything that takes time, never back, and ends at its end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from otcpd.actions.profile_progress import STEPS, ExportBar


def test_what_is_under_way_is_said_in_words() -> None:
    bar = ExportBar({2: 1_000_000, 3: 2_000_000, 16: 0}, copies=True)
    said = [bar.shown.words]
    bar.wake()
    said.append(bar.move(1, 2).words)
    for number in (2, 3, 16):
        bar.read(number)
        said.append(bar.shown.words)
    bar.skip(16)
    for number in (2, 3):
        bar.prepare(number)
        said += [bar.shown.words, bar.move(4, 5).words, bar.move(1, 1).words]
    bar.copy(3)
    said.append(bar.move(1, 2).words)
    bar.write()
    said += [bar.shown.words, bar.move(12, 64, "Drawing page 12 of 64").words, bar.move(64, 64, "Writing part 2").words]
    bar.tidy()
    said.append(bar.shown.words)
    assert said == [
        "Getting ready",
        "Getting ready",
        "Reading E2 of 16",
        "Reading E3 of 16",
        "Reading E16 of 16",
        "Preparing E2",
        "Preparing E2, page 4 of 5",
        "Preparing E2",
        "Preparing E3",
        "Preparing E3, page 4 of 5",
        "Preparing E3",
        "Cleaning the copy of E3",
        "Drawing your profile",
        "Drawing page 12 of 64",
        "Writing part 2",
        "Tidying up",
    ]


_SHARES = st.lists(st.tuples(st.integers(-1, 12), st.integers(-1, 10)), max_size=5)


@given(
    sizes=st.dictionaries(st.integers(2, 30), st.integers(0, 10**12), max_size=8),
    broken=st.sets(st.integers(2, 30)),
    shares=_SHARES,
    copies=st.booleans(),
)
def test_it_never_goes_back_and_ends_at_its_end(
    sizes: dict[int, int], broken: set[int], shares: list[tuple[int, int]], copies: bool
) -> None:
    bar = ExportBar(sizes, copies=copies)
    seen = [bar.shown]

    def work() -> None:
        seen.append(bar.shown)
        seen.extend(bar.move(done, total) for done, total in shares)

    bar.wake()
    for number in sizes:
        bar.read(number)
        work()
        if number in broken:
            bar.skip(number)
    for number in sizes.keys() - broken:
        bar.prepare(number)
        work()
        if copies:
            bar.copy(number)
            work()
    bar.write()
    work()
    before = seen[-1].done
    bar.tidy()
    bar.move(1, 1)
    assert bar.shown.done == STEPS
    bar.end()
    seen.append(bar.shown)
    assert all(one.total == STEPS and 0 <= one.done <= STEPS for one in seen)
    assert [one.done for one in seen] == sorted(one.done for one in seen)
    assert before <= STEPS


def test_without_evidence_drawing_is_the_whole_bar() -> None:
    bar = ExportBar({})
    bar.wake()
    bar.write()
    assert STEPS // 2 <= bar.move(1, 2).done < 3 * STEPS // 4
    assert bar.move(1, 1).done > 9 * STEPS // 10 - 50


def test_large_evidence_takes_the_larger_share() -> None:
    small, large = ExportBar({2: 10_000}), ExportBar({2: 100_000_000})
    for bar in (small, large):
        bar.read(2)
        bar.prepare(2)
        bar.write()
    assert small.shown.done < STEPS // 10
    assert large.shown.done > STEPS // 3
