"""The reference list: Harvard as "Cite Them Right" gives it, against examples made by hand."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.author_names import initials
from otcpd.domain.citing import cite, plain, reference_list
from otcpd.domain.pathway_texts import BIBLIOGRAPHY
from otcpd.domain.reading import ReadingKind, Reference

DAY = date(2026, 11, 22)


def marked(reference: Reference) -> str:
    """A citation with stars round what is italic."""
    return "".join(f"*{run.text}*" if run.italic else run.text for run in cite(reference, DAY))


@pytest.mark.parametrize(
    ("reference", "cited"),
    [
        (
            Reference(
                title="Rails, steps and confidence.",
                authors="Rowan, Eilidh Mary\nAlder, F",
                year="2024",
                container="British Journal of Occupational Therapy",
                volume="87",
                issue="3",
                pages="12-20",
                doi="10.1177/0308022624",
            ),
            "Rowan, E.M. and Alder, F. (2024) ‘Rails, steps and confidence’, *British Journal of Occupational Therapy*,"
            " 87(3), pp. 12–20. Available at: https://doi.org/10.1177/0308022624.",
        ),
        (
            Reference(title="One page", authors="Rowan, EM", year="2024", container="OTnews", issue="5", pages="e104"),
            "Rowan, E.M. (2024) ‘One page’, *OTnews*, (5), article e104.",
        ),
        (
            Reference(
                ReadingKind.BOOK,
                "Enabling homes",
                "Birch, Ian\nLarch, Jan-Willem\nAlder, F\nRowan, E",
                "2019",
                publisher="Tree Press",
                place="London",
                edition="2nd ed.",
            ),
            "Birch, I. *et al.* (2019) *Enabling homes*. 2nd edn. London: Tree Press.",
        ),
        (
            Reference(
                ReadingKind.CHAPTER,
                "Why bathe?",
                "Larch, Jan-Willem",
                "2019",
                "Enabling homes",
                publisher="Tree Press",
                edition="Third",
                pages="9",
            ),
            "Larch, J.-W. (2019) ‘Why bathe?’, in *Enabling homes*. 3rd edn. Tree Press, p. 9.",
        ),
        (
            Reference(ReadingKind.WEB, "Standards of CPD", "", "n.d.", "HCPC", url="https://hcpc.example/cpd"),
            "HCPC (no date) *Standards of CPD*. Available at: https://hcpc.example/cpd (Accessed: 22 November 2026).",
        ),
        (
            Reference(ReadingKind.REPORT, "A report", "Royal College of Trees", "2021", publisher="RCT", place="Leeds"),
            "Royal College of Trees (2021) *A report*. Leeds: RCT.",
        ),
        (
            Reference(ReadingKind.THESIS, "Long work", "van der Larch, Jan", "2001", publisher="University of Rowan"),
            "van der Larch, J. (2001) *Long work*. Thesis. University of Rowan.",
        ),
        (
            Reference(ReadingKind.CONFERENCE, "A paper", "Birch, I, Jr", "2001", "Trees 2001", place="Leeds"),
            "Birch, I., Jr (2001) ‘A paper’, *Trees 2001*, Leeds.",
        ),
        (Reference(ReadingKind.OTHER, "Nobody’s work", year="1999"), "*Nobody’s work* (1999)."),
        (Reference(), "‘No title yet’ (no date)."),
    ],
)
def test_each_kind_is_cited_as_the_style_has_it(reference: Reference, cited: str) -> None:
    assert marked(reference) == cited


def test_the_list_goes_by_author_and_year_and_tells_works_of_a_year_apart() -> None:
    rowan = Reference(title="Second", authors="Rowan, E", year="2024", container="J")
    works = [
        ("c", Reference(title="The ashes", year="2020"), None),
        ("b", rowan, None),
        ("a", Reference(title="First", authors="Rowan, E", year="2024", container="J"), None),
        ("d", Reference(title="Early", authors="Rowan, E", year="2019", container="J"), None),
        ("e", Reference(title="Zed", authors="Ábel, A", year="2024"), None),
    ]

    lines = [plain(one.runs) for one in reference_list(works)]

    assert lines == [
        "Ábel, A. (2024) ‘Zed’.",
        "‘The ashes’ (2020).",
        "Rowan, E. (2019) ‘Early’, J.",
        "Rowan, E. (2024a) ‘First’, J.",
        "Rowan, E. (2024b) ‘Second’, J.",
    ]


def test_initials_come_of_every_part_of_a_name() -> None:
    assert [initials(one) for one in ("Eilidh Mary", "EM", "E. M.", "Jan-Willem", "J.-W.", "", "éa")] == [
        "E.M.",
        "E.M.",
        "E.M.",
        "J.-W.",
        "J.-W.",
        "",
        "É.",
    ]


_TEXT = st.text(max_size=20)


@given(st.builds(Reference, st.sampled_from(ReadingKind), **dict.fromkeys(BIBLIOGRAPHY, _TEXT)))
def test_whatever_stands_in_the_fields_there_is_one_line(reference: Reference) -> None:
    runs = cite(reference, DAY)

    assert runs
    assert all(run.text for run in runs)
    assert all(one.italic != other.italic for one, other in pairwise(runs))
