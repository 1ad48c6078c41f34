"""run.py, the two commands of the README: what can be told without setting anything up.

Setting up itself is what `.ci/run` does, from a fresh environment.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from otcpd import app

RUN = Path(app.__file__).parent.parent / "run.py"


def bootstrap(*arguments: str, code: str = "", venv: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs run.py, or a piece of Python beside it that can import it as `run`."""
    what = ["-c", code] if code else [str(RUN), *arguments]
    return subprocess.run(
        [sys.executable, *what],
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join([str(RUN.parent), os.environ["PYTHONPATH"]]), "OTCPD_VENV": str(venv or "")},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_anything_else_is_wrong_usage() -> None:
    done = bootstrap("tests")
    assert done.returncode == 2
    assert "run.py test" in done.stderr


def test_an_old_python_is_told_so() -> None:
    done = bootstrap(code="import sys; sys.version_info = (3, 9, 2); import run; sys.exit(run.main([]))")
    assert done.returncode == 2
    assert "3.11 or newer, and this is 3.9" in done.stderr


def test_an_environment_that_is_not_there_or_does_not_start_is_not_ready(tmp_path: Path) -> None:
    code = "import run; print(run.is_ready('app'), run.starts())"
    venv = tmp_path / "venv"
    assert bootstrap(code=code, venv=venv).stdout == "False False\n"
    python = venv / ("Scripts" if os.name == "nt" else "bin") / ("python.exe" if os.name == "nt" else "python")
    python.parent.mkdir(parents=True)
    python.write_bytes(b"not a program")
    assert bootstrap(code=code, venv=venv).stdout == "False False\n"


def test_only_an_environment_is_ever_deleted(tmp_path: Path) -> None:
    """Whoever names a folder of her own by mistake keeps what is in it."""
    mine = tmp_path / "thesis"
    mine.mkdir()
    (mine / "chapter.txt").write_text("two years of work", encoding="utf-8")
    done = bootstrap(code="import run, sys; run.clear(); sys.exit(run.set_up('app'))", venv=mine)
    assert done.returncode == 2
    assert "is no virtual environment" in done.stderr
    assert [one.name for one in mine.iterdir()] == ["chapter.txt"]
    (mine / "pyvenv.cfg").touch()
    bootstrap(code="import run; run.clear()", venv=mine)
    assert not mine.exists()


def test_the_sample_can_have_another_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTCPD_SAMPLE", str(tmp_path / "sample"))
    assert bootstrap(code="import run; print(run.SAMPLE)").stdout == f"{tmp_path / 'sample' / 'sample.otcpd'}\n"


def test_a_set_up_for_the_tests_is_enough_for_the_app(tmp_path: Path) -> None:
    code = """if True:
        import run
        run.PYTHON = run.Path(run.sys.executable)
        run.VENV.mkdir()
        run.mark('test').write_text(run.fingerprint())
        print(run.is_ready('app'), run.is_ready('test'))
        run.mark('test').write_text('other needs')
        print(run.is_ready('app'), run.is_ready('test'))
    """
    assert bootstrap(code=code, venv=tmp_path / "venv").stdout == "True True\nFalse False\n"


def test_a_single_test_or_a_folder_runs_by_itself_and_an_option_s_value_is_neither() -> None:
    code = "import run; print([run.names_tests(one) for one in ('-q', 'tests/cli', 'run.py::x', 'reflect', '-k')])"
    assert bootstrap(code=code).stdout == "[False, True, True, False, False]\n"
