"""What the settings say of an import, and where they lead after it."""

from __future__ import annotations

from pathlib import Path

from otcpd.actions.importing import import_file
from otcpd.ui.pages.settings import importing_words as words
from tests.ports import FixedClock
from tests.record.support import new_record


def test_what_was_put_right_did_not_stay_out(clock: FixedClock, tmp_path: Path) -> None:
    record = new_record(tmp_path / "eilidh.otcpd", clock)
    table, library = tmp_path / "ours.csv", tmp_path / "library.ris"
    table.write_text("Framework,Ours\nCode,Title,Parent\nA,Leads,\nB,Chairs,Nowhere\n", encoding="utf-8")
    library.write_text("TY  - JOUR\nTI  - Rails\nQ9  - what\nER  - \n", encoding="utf-8")
    for path, page in ((table, "frameworks"), (library, "reading")):
        trial = import_file(record, path, dry_run=True)
        assert words.left_out(trial) == "Not all of it was as it should be:"
        made = import_file(record, path)
        assert words.stayed_out(made) == "Not all of it was as it should be:"
        assert words.where_it_is(made)[1] == page
    again = import_file(record, library)
    assert len(again.skipped) == 2
    assert words.where_it_is(again) == (words.SHOW_LOG, "log")
    record.close()
