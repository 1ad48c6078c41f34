"""What the welcome screens say."""

from __future__ import annotations

WINDOW = "Welcome - otcpd"
APP = "otcpd"
TITLE = "Welcome. Your learning,\nin one place that is yours."
SENTENCE = "Keep your CPD log and its evidence, and have your HCPC profile ready when it is asked for."
NEW = "Start a new CPD file"
NEW_WHY = "Two minutes: your name, HCPC number and where to keep it."
OPEN = "Open a CPD file"
OPEN_WHY = "One you already have, on this computer, a USB stick or a network drive."
SAMPLE = "Look round a sample"
SAMPLE_WHY = "A made-up OT’s CPD file. Nothing you do there is kept."
PROMISE = (
    "Your CPD file is one file that you own. It stays on this computer unless you move it. The app never goes online."
)
RECENT = "Opened lately"
MAKING_SAMPLE = "Making the sample. It takes a few seconds."
CANCEL = "Stop making it"
BACK = "Back"

YOU = "About you"
YOU_STEP = "Step 1 of 3"
YOU_WHY = "Your name and number are printed at the top of your profile."
NAME = "Your name"
NAME_HELP = "Write your name as HCPC has it."
NO_NAME = "Write your name to go on."
NUMBER = "HCPC number"
NUMBER_EXAMPLE = "OT followed by up to six digits"
NUMBER_HELP = "You will find it in your HCPC account."
GO_ON = "Continue"

CYCLE = "Your registration cycle"
CYCLE_STEP = "Step 2 of 3"
CYCLE_WHY = "These are HCPC’s dates for occupational therapists. Continue if they are yours."
BEGINS = "Begins on"
ENDS = "Ends on"
OPENS = "Renewal window opens on"
OPENS_HELP = "Not confirmed yet: it follows from the cycle before."

PLACE = "Where to keep it"
PLACE_STEP = "Step 3 of 3"
PLACE_WHY = (
    "Everything you write goes into one file. Once a day otcpd copies it to its own folder. These backups are on this "
    "computer only."
)
PLACE_LABEL = "Your CPD file"
OTHER_PLACE = "Choose another place"
CHOOSE_PLACE = "Where to keep your CPD file"
CPD_FILES = "CPD files (*.otcpd)"
PLACE_HELP = (
    "A USB stick, a network drive or a synced folder will do as well, as long as only one computer has the file open "
    "at a time."
)
MAKE = "Start my CPD file"

SAMPLE_BAR, SAMPLE_BRIEF = "Sample file. Nothing you do here is kept.", "Sample file"
INVENTED_BAR, INVENTED_BRIEF = "This file is full of invented content.", "All invented"
START_OWN = "Start your own"


def file_name(person: str) -> str:
    """The name of a new file, without its ending."""
    return f"CPD {person}".strip()


def cycle_help(checked_on: str) -> str:
    """`checked_on` is the day the dates were compared with HCPC's, in words."""
    return (
        "If you first registered in the middle of the cycle, let it begin on that day. "
        f"You can change all dates later, in the settings. Read on {checked_on}."
    )


def in_folder(folder: str) -> str:
    """Where a file stands."""
    return f"in {folder}"
