"""The certificate: what is missing, or the sheet to print."""

from collections.abc import Iterator
from typing import Any

from kontuar.core.markup import inline
from kontuar.core.phrases import Phrases
from kontuar.course import Course
from kontuar.site import plan
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage
from kontuar.site.typography import typeset

LOOKS = ("site/look/certificate.css",)


def uris(course: Course, _language: str) -> Iterator[str]:
    """One page, where course.yml offers a certificate."""
    if course.has_certificate:
        yield plan.CERTIFICATE_URI


def pages(desk: Desk) -> Iterator[SitePage]:
    """One page, where course.yml offers a certificate."""
    for uri in uris(desk.course, desk.language):
        view, outline = desk.view(uri), desk.course.outline
        required = set(view.outline()["required"])
        modules = [module for module in view.modules() if module["id"] in required]
        signatory = outline.certificate.signatory if outline and outline.certificate else None
        values = {
            "course": outline.title.of(desk.language) if outline else "",
            "modules": modules,
            "lessons": sum(len(module["lessons"]) for module in modules),
            "scope": _scope(desk.words, sum(module["minutes"] for module in modules)),
            "version": desk.course.version,
            "signatory": signatory.of(desk.language) if signatory else "",
        }
        told: dict[str, Any] = {"about": _about(desk, values), "check_url": view.way(plan.CHECK_URI)}
        sheet = desk.sheet().html(desk.fill("certificate", outline=view.outline(), **told, **values))
        title = desk.words["site.certificate"]
        yield desk.page(uri, title, "certificate", sheet, looks=LOOKS, speaks=("certificates",), hide=("toc",))


def _about(desk: Desk, values: dict[str, Any]) -> dict[str, Any]:
    """What the scripts say about the course besides its outline."""
    modules, outline = values["modules"], desk.course.outline
    lessons = desk.words.count("certificates.scope-lessons", values["lessons"])
    goals = [objective for module in modules for objective in module["objectives"]]
    return {
        "course": outline.id if outline else "",
        "version": values["version"],
        "title": values["course"],
        "minutes": sum(module["minutes"] for module in modules),
        "scope": f"{lessons}, {values['scope']}",
        "goals": [typeset(inline(goal).striptags(), desk.language) for goal in goals],
    }


def _scope(words: Phrases, minutes: int) -> str:
    if minutes < 90:
        return words["certificates.scope-minutes"].format(n=minutes)
    hours = f"{minutes / 60:.1f}".removesuffix(".0")
    return words["certificates.scope-hours"].format(n=hours.replace(".", "," if words.language == "pl" else "."))
