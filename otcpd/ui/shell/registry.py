"""The pages there are, in their fixed order. Each is imported and built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from otcpd.ui.pages.assessment.offers import assessment_offers
from otcpd.ui.pages.base import Desk, Offer, PageView
from otcpd.ui.pages.coverage.offers import coverage_offers
from otcpd.ui.pages.frameworks.offers import frameworks_offers
from otcpd.ui.pages.impact.offers import impact_offers
from otcpd.ui.pages.next_role.offers import next_role_offers
from otcpd.ui.pages.pathway.offers import pathway_offers
from otcpd.ui.pages.plan.offers import plan_offers
from otcpd.ui.pages.protected.offers import protected_offers
from otcpd.ui.pages.reading.offers import reading_offers
from otcpd.ui.pages.roles.offers import roles_offers
from otcpd.ui.pages.settings.sections import settings_offers
from otcpd.ui.pages.supervision.offers import supervision_offers
from otcpd.ui.widgets.sidebar import Page


class PageSpec(NamedTuple):
    """`number` is the page's place in the fixed list: Ctrl and this number open it. 0: no key opens it.
    `in_sidebar`: whether it stands there, or only other pages lead to it. `under` is the key of the page it belongs
    to, which the sidebar then marks; Alt+Left leads back there. `offers` is what the page can do, for those who look
    for it by name.

    A page is made inside the place where it will stand: moved there afterwards, it would be laid out twice.
    """

    page: Page
    number: int
    make: Callable[[Desk, QWidget], PageView]
    offers: tuple[Offer, ...] = ()
    in_sidebar: bool = True
    under: str = ""


def _home(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.home.page import HomePage

    return HomePage(desk, parent)


def _log(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.log.page import LogPage

    return LogPage(desk, parent)


def _supervision(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.supervision.page import SupervisionPage

    return SupervisionPage(desk, parent)


def _impact(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.impact.page import ImpactPage

    return ImpactPage(desk, parent)


def _pathway(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.pathway.page import PathwayPage

    return PathwayPage(desk, parent)


def _assessment(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.assessment.page import AssessmentPage

    return AssessmentPage(desk, parent)


def _evidence(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.evidence.page import EvidencePage

    return EvidencePage(desk, parent)


def _portfolio(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.portfolio.page import PortfolioPage

    return PortfolioPage(desk, parent)


def _bin(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.bin.page import BinPage

    return BinPage(desk, parent)


def _protected(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.protected.page import ProtectedPage

    return ProtectedPage(desk, parent)


def _roles(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.roles.page import RolesPage

    return RolesPage(desk, parent)


def _next_role(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.next_role.page import NextRolePage

    return NextRolePage(desk, parent)


def _frameworks(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.frameworks.page import FrameworksPage

    return FrameworksPage(desk, parent)


def _plan(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.plan.page import PlanPage

    return PlanPage(desk, parent)


def _reading(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.reading.page import ReadingPage

    return ReadingPage(desk, parent)


def _settings(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.settings.page import SettingsPage

    return SettingsPage(desk, parent)


def _coverage(desk: Desk, parent: QWidget) -> PageView:
    from otcpd.ui.pages.coverage.page import CoveragePage

    return CoveragePage(desk, parent)


_LOG_OFFERS = (
    Offer("to_finish", "Find activities to finish"),
    Offer("chosen", "Find activities in my statement"),
    Offer("no_evidence", "Find activities without evidence"),
    Offer("filter", "Filter the log"),
    Offer("add_in_one_line", "Add in one line", changes=True),
)

PAGES = (
    PageSpec(Page("home", "home", "Home"), 1, _home),
    PageSpec(Page("log", "log", "CPD log"), 2, _log, _LOG_OFFERS),
    PageSpec(Page("supervision", "bubbles", "Supervision"), 3, _supervision, supervision_offers()),
    PageSpec(Page("pathway", "steps", "Pathway"), 4, _pathway, pathway_offers()),
    PageSpec(
        Page("evidence", "evidence", "Evidence"),
        5,
        _evidence,
        (Offer("add", "Add evidence", changes=True), Offer("unused", "Files not used anywhere")),
    ),
    PageSpec(
        Page("portfolio", "portfolio", "Portfolio"),
        6,
        _portfolio,
        (Offer("preview", "Preview the profile"),),
    ),
    PageSpec(
        Page("protected", "clock", "Protected time"),
        0,
        _protected,
        protected_offers(),
        in_sidebar=False,
        under="supervision",
    ),
    PageSpec(Page("roles", "briefcase", "Roles"), 0, _roles, roles_offers(), in_sidebar=False, under="pathway"),
    PageSpec(
        Page("next_role", "flag", "Next role"), 0, _next_role, next_role_offers(), in_sidebar=False, under="pathway"
    ),
    PageSpec(
        Page("assessment", "wheel", "Self-assessment"),
        0,
        _assessment,
        assessment_offers(),
        in_sidebar=False,
        under="pathway",
    ),
    PageSpec(Page("plan", "calendar", "Learning plan"), 0, _plan, plan_offers(), in_sidebar=False, under="pathway"),
    PageSpec(Page("impact", "heart", "Impact"), 0, _impact, impact_offers(), in_sidebar=False, under="pathway"),
    PageSpec(
        Page("frameworks", "layers", "Frameworks"),
        0,
        _frameworks,
        frameworks_offers(),
        in_sidebar=False,
        under="pathway",
    ),
    PageSpec(Page("coverage", "grid", "Coverage"), 0, _coverage, coverage_offers(), in_sidebar=False, under="pathway"),
    PageSpec(
        Page("reading", "open-book", "Reading log"), 0, _reading, reading_offers(), in_sidebar=False, under="pathway"
    ),
    PageSpec(
        Page("bin", "bin", "Bin", 2), 0, _bin, (Offer("put_back_last", "Put back what was deleted last", changes=True),)
    ),
    PageSpec(Page("settings", "settings", "Settings", 2), 8, _settings, settings_offers()),
)


def spec_of(key: str) -> PageSpec:
    """The page with this key. Raises StopIteration for a key that is none."""
    return next(spec for spec in PAGES if spec.page.key == key)
