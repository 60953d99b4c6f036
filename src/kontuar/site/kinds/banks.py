"""The two pages of each bank: one to practise on, and one to print."""

from collections.abc import Iterator

from kontuar.banks import Bank
from kontuar.course import Course
from kontuar.site import plan
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage
from kontuar.site.practice import styles_of

SHEET_LOOKS = ("site/look/sheet.css",)


def uris(course: Course, _language: str) -> Iterator[str]:
    """Two pages a bank."""
    for bank in course.banks:
        yield plan.bank_uri(bank)
        yield plan.sheet_uri(bank)


def pages(desk: Desk) -> Iterator[SitePage]:
    """Two pages a bank."""
    for bank in desk.course.banks.values():
        title = _title(desk, bank)
        yield _on_screen(desk, bank, title)
        yield _on_paper(desk, bank, title)


def _title(desk: Desk, bank: Bank) -> str:
    modules = desk.view(plan.bank_uri(bank.id)).modules()
    return next((str(module["title"]) for module in modules if module["bank"] == bank.id), bank.id)


def _on_screen(desk: Desk, bank: Bank, title: str) -> SitePage:
    uri = plan.bank_uri(bank.id)
    values = {"title": title, "sheet_url": desk.view(uri).way(plan.sheet_uri(bank.id))}
    sheet = desk.sheet().html(desk.fill("bank", questions=desk.practice(uri).bank(bank), **values))
    return desk.page(uri, desk.words["site.bank"].format(title=title), "bank", sheet)


def _on_paper(desk: Desk, bank: Bank, title: str) -> SitePage:
    uri = plan.sheet_uri(bank.id)
    values = {"title": title, "bank_url": desk.view(uri).way(plan.bank_uri(bank.id))}
    sheet = desk.sheet().html(desk.fill("sheet", questions=desk.practice(uri).sheet(bank), **values))
    looks = (*SHEET_LOOKS, *styles_of(bank))
    return desk.page(uri, desk.words["site.sheet"].format(title=title), "sheet", sheet, looks=looks, hide=("toc",))
