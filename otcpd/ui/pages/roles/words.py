"""Sentences of the page "Roles"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from otcpd.actions.posts import HeldPost
from otcpd.domain.career import AimState, Opportunity, OpportunityKind, OpportunityState, RoleAim, Setting
from otcpd.domain.dates import long_day, span
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.person import MOST_WTE
from otcpd.domain.words import joined

PAGE = "Roles"
NEW_POST, NEW_AIM, NEW_OPPORTUNITY = "New post", "Choose a role to aim for", "New opportunity"
OVER_TIME = "Your posts over time"
POSTS, AIMS, OPPORTUNITIES = "Posts", "Roles to aim for", "Opportunities"
NO_POSTS = "None so far. Council, NHS and joint posts all belong here, those of the past too."
NO_AIMS = "None so far. With a role to aim for, you see what it asks and what your log already shows."
NO_OPPORTUNITIES = "None so far. Note what you would like to see elsewhere, even while it is an idea."
NOTHING_YET = "Where you have worked, and where you want to be."
WHAT_IT_ASKS = "See what it asks"
ADD_TO_LOG = "Add it to your log"
LINK = "Link an activity…"
NO_FRAMEWORK = "None"
NO_AIM = "No role"
NOT_SAID = "Not said"
CAME_OF_IT = "What came of it in your log"

_FULL = 100
SETTINGS = {Setting.COUNCIL: "Council", Setting.NHS: "NHS", Setting.JOINT: "Joint", Setting.OTHER: "Other"}
AIM_STATES = {AimState.AIMING: "Aiming for it", AimState.REACHED: "Reached", AimState.PUT_ASIDE: "Put aside"}
KINDS = {
    OpportunityKind.SHADOWING: "Shadowing",
    OpportunityKind.SECONDMENT: "Secondment",
    OpportunityKind.ROTATION: "Rotation",
    OpportunityKind.JOB_SHARE: "Job share",
    OpportunityKind.BUDDY: "Buddy in another area",
    OpportunityKind.OTHER: "Other",
}
STATES = {
    OpportunityState.IDEA: "Idea",
    OpportunityState.ASKED: "Asked",
    OpportunityState.AGREED: "Agreed",
    OpportunityState.UNDER_WAY: "Under way",
    OpportunityState.DONE: "Done",
    OpportunityState.NOT_POSSIBLE: "Not possible",
}


def setting_word(setting: str) -> str:
    """ "Council"; empty where nobody said."""
    return SETTINGS[Setting(setting)] if setting else ""


def post_meta(held: HeldPost) -> str:
    """ "Rowan Council, since 1 August 2022. Fixed term until 31 March 2027"."""
    post = held.post
    parts = [held.employer.name] if held.employer else []
    if post.start and post.end:
        parts.append(span(post.start, post.end, year=True))
    elif post.start:
        parts.append(f"since {long_day(post.start)}")
    elif post.end:
        parts.append(f"until {long_day(post.end)}")
    parts += [part for part in (setting_beside(held), _part_of_full(post.wte)) if part]
    fixed = f"Fixed term until {long_day(post.fixed_until)}" if post.fixed_until and post.end is None else ""
    return ". ".join(part for part in (", ".join(parts), fixed) if part)


def setting_beside(held: HeldPost) -> str:
    """The setting, unless the name of the employer says it already."""
    word = setting_word(held.post.setting)
    return "" if held.employer is not None and word in held.employer.name.split() else word


def _part_of_full(wte: int | None) -> str:
    if wte is None:
        return ""
    return "full time" if wte == _FULL else f"{show_wte(wte)} of full time"


def fact(posts: Sequence[HeldPost], aims: Sequence[RoleAim], today: date) -> str:
    """The sentence of the header: what she is now, and what she aims for."""
    now = [
        one.post.title
        for one in posts
        if (one.post.end is None or one.post.end >= today) and (one.post.start is None or one.post.start <= today)
    ]
    aiming = [one.title for one in aims if one.state is AimState.AIMING and one.title]
    parts = [f"You work as {joined(now)}." if now else "", f"You aim for {joined(aiming)}." if aiming else ""]
    return " ".join(part for part in parts if part) or NOTHING_YET


def aim_meta(aim: RoleAim, employer: str) -> str:
    """ "Aiming for it, Rowan Council, by 1 April 2028"."""
    by = f"by {long_day(aim.by)}" if aim.by else ""
    return ", ".join(part for part in (AIM_STATES[aim.state], employer, by) if part)


def opportunity_meta(one: Opportunity) -> str:
    """ "Shadowing, Alder ward. Agreed, 3 December 2026"."""
    if one.start and one.end:
        days = span(one.start, one.end, year=True)
    elif one.start or one.end:
        days = long_day(one.start) if one.start else f"until {long_day(one.end)}" if one.end else ""
    else:
        days = ""
    first = ", ".join(part for part in (KINDS[one.kind], one.host) if part)
    second = ", ".join(part for part in (STATES[one.state], days) if part)
    return f"{first}. {second}"


def read_wte(text: str) -> int:
    """Hundredths of a full-time post, from "0.6" or "60 %". Raises NotAcceptable for anything else."""
    plain = text.strip().replace(",", ".")
    percent = plain.endswith("%")
    try:
        number = float(plain.rstrip("% "))
    except ValueError:
        number = 0.0
    hundredths = round(number if percent else number * 100) if 0 < number < MOST_WTE + 1 else 0
    if not 0 < hundredths <= MOST_WTE:
        raise NotAcceptable(f"‘{text.strip()}’ is no part of a full-time post.", next_step="Write it like 0.6 or 60 %.")
    return hundredths


def show_wte(hundredths: int) -> str:
    """ "0.6"."""
    return f"{hundredths / 100:g}"
