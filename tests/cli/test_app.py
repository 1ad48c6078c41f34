"""The composition root: clock, places, window; and the program as a whole, as people start it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from otcpd import __version__, app
from otcpd.actions.files import new_file
from otcpd.catalogue.loading import read_file
from otcpd.domain.errors import MachineSaidNo, NotAcceptable
from otcpd.domain.evidence import EvidenceState
from tests.exchange import samples


def test_a_fixed_clock_stands_still_on_the_day_that_was_written() -> None:
    clock = app.clock_from("2026-11-20T00:30:00+01:00")
    assert clock.now() == datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
    assert clock.now().tzinfo is UTC
    assert clock.today() == date(2026, 11, 20)


def test_an_instant_without_a_zone_is_utc() -> None:
    assert app.clock_from("2026-11-20T09:00").now() == datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_an_instant_that_is_none_is_refused() -> None:
    with pytest.raises(NotAcceptable):
        app.clock_from("next Tuesday")


def test_without_one_the_computers_clock_runs() -> None:
    clock = app.clock_from(None)
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    assert abs((clock.today() - before.date()).days) <= 1


def test_random_bits_are_as_many_as_asked_for() -> None:
    assert 0 <= app.SystemRandom().bits(8) < 256


def test_the_programs_own_folder_is_local_and_can_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("OTCPD_DATA", raising=False)
    assert app.data_folder().name == "otcpd"
    monkeypatch.setenv("OTCPD_DATA", str(tmp_path))
    services = app.make_services()
    assert services.data_folder == tmp_path
    assert services.backup_folder("one") == tmp_path / "backups" / "one"


def test_a_file_is_backed_up_before_it_is_migrated(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OTCPD_DATA", str(tmp_path / "own"))
    services = app.make_services()
    path = tmp_path / "r.otcpd"
    with new_file(path, "Asha Rowan", "OT012345", services.around) as opened:
        folder = services.backup_folder(opened.id)
    services.around.before_migration(path)
    assert len(list(folder.glob("*.otcpd"))) == 1


def test_no_display_is_told_before_qt_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(MachineSaidNo) as caught:
        app.open_window(app.make_services(), None)
    assert "otcpd --help" in caught.value.text


def test_the_libraries_of_the_system_are_the_same_in_readme_and_message(monkeypatch: pytest.MonkeyPatch) -> None:
    names = read_file("system_libraries")
    readme = (Path(app.__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    told = readme.partition("apt install ")[2].partition("\n\n")[0].replace("\\", " ").split()
    assert told == [*names["always"], *names["screen"]]
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(app, "read_file", {"system_libraries": names | {"x11": ["libnowhere.so.1"]}}.__getitem__)
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":99")
    with pytest.raises(MachineSaidNo, match=r"libnowhere") as caught:
        app.open_window(app.make_services(), None)
    assert " ".join(told) in caught.value.text


def test_a_program_without_outputs_ends_as_it_should(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a program without a console has neither output nor error stream."""
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    assert app.start(["--version"]) == 0
    assert app.start(["chek", "r.otcpd"]) == 2
    monkeypatch.setenv("OTCPD_NOW", "soon")
    assert app.start([]) == 2


def test_evidence_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    with app.make_services().looking() as look:
        found = look(samples.pdf(tmp_path / "certificate.pdf", "Falls course"))
    assert found.state is EvidenceState.READABLE
    assert "Falls course" in found.text


# The program as people start it


def otcpd(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `python -m otcpd`."""
    unset = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "OTCPD_NOW", "OTCPD_DATA")
    inherited = {name: value for name, value in os.environ.items() if name not in unset}
    return subprocess.run(
        [sys.executable, "-m", "otcpd", *map(str, arguments)],
        env=inherited | {"OTCPD_NOW": "2026-11-21T09:12:00Z"} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_a_whole_round_through_the_real_program(tmp_path: Path) -> None:
    path = tmp_path / "r.otcpd"
    assert otcpd("new", path, "--name", "Asha Rowan", "--registration", "OT012345").returncode == 0
    added = otcpd("add", path, "2h course on falls yesterday – splints")
    assert added.returncode == 0
    assert re.fullmatch(r"[0-9a-f-]{36}\n", added.stdout)
    assert "20 November 2026" in added.stderr
    certificate = samples.pdf(tmp_path / "certificate.pdf", "Falls course")
    attached = otcpd("attach", path, added.stdout.strip(), certificate)
    assert (attached.returncode, attached.stderr) == (0, "")
    found = otcpd("list", path, "evidence", "--search", "course", "--format", "json")
    assert [one["id"] for one in json.loads(found.stdout)] == attached.stdout.split()
    assert otcpd("verify", path).returncode == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == ["certificate.pdf", "r.otcpd"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [([], 5), (["--version"], 0), (["list"], 2), (["nowhere.otcpd"], 3), (["list", "nowhere.otcpd"], 3)],
)
def test_exit_codes_and_where_words_go(arguments: list[str], code: int) -> None:
    done = otcpd(*arguments)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert bool(done.stdout) is (code == 0)
    assert bool(done.stderr) is (code != 0)
    if code == 0:
        assert done.stdout == f"otcpd {__version__}\n"


def test_words_are_utf_8_whatever_the_console(tmp_path: Path) -> None:
    path = tmp_path / "r.otcpd"
    otcpd("new", path, "--name", "Siân Rowan", "--registration", "")
    otcpd("add", path, "Siân’s talk – ‘falls’ ≥ 65", PYTHONIOENCODING="cp1252")
    assert "Siân’s talk – ‘falls’ ≥ 65" in otcpd("list", path, PYTHONIOENCODING="cp1252").stdout


def test_a_clock_that_is_none_is_wrong_usage() -> None:
    done = otcpd("--version", OTCPD_NOW="soon")
    assert (done.returncode, done.stdout) == (2, "")
    assert "OTCPD_NOW" in done.stderr


def test_main_py_is_the_same_program() -> None:
    main = Path(app.__file__).parent.parent / "main.py"
    done = subprocess.run(
        [sys.executable, str(main), "--version"], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.stdout == f"otcpd {__version__}\n"


def test_reading_commands_import_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['otcpd', '--help']\n"
        "from otcpd.app import start\n"
        "start(['--help'])\n"
        "heavy = {'PySide6', 'reportlab', 'pikepdf', 'pypdfium2', 'PIL', 'sqlite_utils'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 0, done.stderr
