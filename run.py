"""Sets up otcpd in a clean clone with plain Python and pip, then runs it or its tests.

    python3 run.py          the app, on a sample file
    python3 run.py test     all tests

It makes a virtual environment in `.venv` here (or where OTCPD_VENV says), the sample file in `sample` here (or
where OTCPD_SAMPLE says), and touches nothing else. A second run is quick; a broken environment is made anew.
Plain enough for old Pythons to read, so that it can say that they are too old.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = Path(os.environ.get("OTCPD_VENV") or HERE / ".venv").absolute()
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PLACE = Path(os.environ.get("OTCPD_SAMPLE") or HERE / "sample").absolute()
SAMPLE = PLACE / "sample.otcpd"
PROFILE = PLACE / "profile.pdf"

APP, TEST = "app", "test"
ENOUGH = {APP: (APP, TEST), TEST: (TEST,)}
"""What an environment may have been set up for, to be enough: with the tests comes everything."""

_INSTALLED = "import importlib.metadata as m; m.version('otcpd'); import click, sqlcipher3"
PROOF = {APP: _INSTALLED, TEST: f"{_INSTALLED}, pytest"}
"""What has to work in an environment that is whole; not our own code, which may be broken for other reasons."""

TIMINGS = "tests/benchmarks"
NO_WINDOW = 5
"""The exit code with which otcpd says that this computer cannot open a window."""


def main(arguments: list[str]) -> int:
    """Does what the command line asks for; returns the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever runs this may well have an older one
        version = ".".join(str(part) for part in sys.version_info[:2])
        say(f"otcpd needs Python 3.11 or newer, and this is {version}.")
        say("Install a newer one from python.org, or from your system's packages, and run this file with it.")
        return 2
    if arguments[:1] == ["test"]:
        return set_up(TEST) or run_tests(arguments[1:])
    if arguments:
        say("Say “run.py” for the app, or “run.py test” for the tests.")
        return 2
    return set_up(APP) or show_app()


def show_app() -> int:
    """Opens the window on the sample file; where there is no display, writes the sample's profile instead."""
    PLACE.mkdir(parents=True, exist_ok=True)
    code = 0 if SAMPLE.exists() else run("-m", "otcpd", "demo", str(SAMPLE))
    if code:
        return code
    if has_display():
        code = run("-m", "otcpd", str(SAMPLE))
        if code != NO_WINDOW:
            return code
    code = run("-m", "otcpd", "profile", str(SAMPLE), str(PROFILE))
    if not code:
        say("No window can be opened here. This is what otcpd made instead:")
        say(f"  the sample file   {SAMPLE}")
        say(f"  its HCPC profile  {PROFILE}")
        say(f"The command line works here too:  {PYTHON} -m otcpd --help")
    return code


def has_display() -> bool:
    """Whether a window can be expected to open."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def set_up(kind: str) -> int:
    """Makes the virtual environment fit for `kind`; returns 0 when it is."""
    if is_ready(kind):
        return 0
    if not may_replace():
        say(f"{VENV} is no virtual environment, and something is in it. Choose another folder for OTCPD_VENV.")
        return 2
    say(f"Setting up in {VENV}. This takes a minute or two, once.")
    if not starts():
        clear()
        if not make_environment():
            say("Python could not make a virtual environment. On Debian and Ubuntu: apt install python3-venv")
            return 1
    code = install(kind)
    if code:
        say("Setting up did not work; above pip says why. If you are offline, connect and try again.")
        return code
    mark(kind).write_text(fingerprint(), encoding="utf-8")
    return 0


def is_ready(kind: str) -> bool:
    """Whether the environment was set up for `kind` from the needs of today, and is still whole."""
    marks = [mark(one) for one in ENOUGH[kind] if mark(one).exists()]
    if not any(one.read_text(encoding="utf-8") == fingerprint() for one in marks):
        return False
    if proves(PROOF[kind]):
        return True
    clear()
    return False


def may_replace() -> bool:
    """Whether what is at the environment's place is an environment, or nothing: only then it may be deleted."""
    return (VENV / "pyvenv.cfg").is_file() or not VENV.exists() or (VENV.is_dir() and not any(VENV.iterdir()))


def clear() -> None:
    """Deletes a broken environment, and nothing else."""
    if may_replace():
        shutil.rmtree(VENV, ignore_errors=True)


def mark(kind: str) -> Path:
    """The file that says an environment is set up, and for what."""
    return VENV / f"ready-for-{kind}"


def fingerprint() -> str:
    """Changes when the environment has to be set up anew: other needs, another place or another Python."""
    needs = (HERE / "pyproject.toml").read_bytes()
    return hashlib.sha256(needs + os.fsencode(HERE) + sys.version.encode()).hexdigest()


def starts() -> bool:
    """Whether the environment's Python is there, starts, and is of the version that runs this file."""
    return PYTHON.exists() and proves(f"import sys; sys.exit(sys.version != {sys.version!r})")


def proves(code: str) -> bool:
    """Whether a line of Python runs in the environment without a complaint."""
    try:
        return not quietly(str(PYTHON), "-c", code)
    except OSError:
        return False


def make_environment() -> bool:
    """Makes an empty virtual environment, also where the system's Python comes without `ensurepip`."""
    if not quietly(sys.executable, "-m", "venv", str(VENV)):
        return True
    clear()
    return not quietly(sys.executable, "-m", "venv", "--without-pip", str(VENV))


def install(kind: str) -> int:
    """Installs otcpd from here with what it needs; with the environment's pip, or else with our own."""
    own = proves("import pip")
    pip = [str(PYTHON), "-m", "pip"] if own else [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    what = f"{HERE}[test]" if kind == TEST else str(HERE)
    command = [*pip, "install", "--disable-pip-version-check", "-qq", "--editable", what]
    return subprocess.call(command)


def run_tests(arguments: list[str]) -> int:
    """Runs what is asked for, or else everything: the tests on all cores, then the timings, which need the machine."""
    if "--version" in arguments or "--help" in arguments or any(names_tests(one) for one in arguments):
        return run("-m", "pytest", *arguments)
    shared = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal", "-p", "no:benchmark")
    code = run("-m", "pytest", *shared, "--ignore", TIMINGS, *arguments)
    timings = run("-m", "pytest", "--benchmark-disable-gc", TIMINGS, *arguments)
    if code and not timings:
        say("The timings above are as they should be, but tests before them failed.")
    return code or timings


def names_tests(argument: str) -> bool:
    """Whether an argument is a file, a folder or a single test, and not an option or an option's value."""
    return not argument.startswith("-") and (HERE / argument.partition("::")[0]).exists()


def run(*arguments: str) -> int:
    """Runs the environment's Python in this folder; returns its exit code."""
    try:
        return subprocess.call([str(PYTHON), *arguments], cwd=HERE)
    except KeyboardInterrupt:
        return 130


def quietly(*command: str) -> int:
    """Runs a program without letting it speak; returns its exit code."""
    return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def say(words: str) -> None:
    """A line for the person."""
    sys.stderr.write(words + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
