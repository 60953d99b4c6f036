"""The navigation: home, modules with their lessons and test, the exam, the certificate, the knowledge base."""

from typing import Any

from kontuar.core.phrases import Phrases
from kontuar.course import Course, Module
from kontuar.course.articles import HOME
from kontuar.course.front import ArticleFront
from kontuar.site import examples, plan, talks
from kontuar.site.kinds import review
from kontuar.site.plan import Plan, has_test
from kontuar.site.typography import typeset

DIALOGUES_ORDER, GLOSSARY_ORDER, TYPES_ORDER = 5, 60, 90  # among the pages of docs/, which say their own


def nav(course: Course, language: str) -> list[Any]:
    """A value for MkDocs' `nav`, in one language."""
    words = Phrases(language)
    entries: list[Any] = [{words["site.home"]: "index.md"}]
    if course.modules:
        entries.append({words["site.my-course"]: plan.MY_COURSE_URI})
    entries += [_module_nav(Plan(course, language, "index.md"), module, words) for module in course.modules]
    if course.banks:
        entries.append({words["review.title"]: review.URI})
    if course.exam:
        entries.append({words["site.exam"]: plan.EXAM_URI})
    if course.has_certificate:
        entries.append({words["site.certificate"]: plan.CERTIFICATE_URI})
    entries += _articles_nav(course, language)
    return entries


def _module_nav(view: Plan, module: Module, words: Phrases) -> dict[str, Any]:
    title = f"{module.number}. {view.module(module)['title']}"
    lessons = [lesson for lesson in module.lessons if view.language in lesson.pages]
    entries: list[Any] = [plan.module_uri(module)]
    for number, lesson in enumerate(lessons, 1):
        title_of = view.lesson(lesson)["title"]
        entries.append({f"{module.number}.{number} {title_of}": plan.lesson_uri(lesson)})
    if has_test(module):
        entries.append({words["site.test"]: plan.test_uri(module)})
    return {title: entries}


def _articles_nav(course: Course, language: str) -> list[Any]:
    words = Phrases(language)
    listed = [
        (pages[language].front, f"{name}.md")
        for name, pages in course.articles.items()
        if language in pages and name != HOME
    ]
    if course.glossary:
        listed.append((ArticleFront(title=words["site.glossary"], order=GLOSSARY_ORDER), plan.GLOSSARY_URI))
    if course.dialogues:
        listed.append((ArticleFront(title=words["dialogues.index"], order=DIALOGUES_ORDER), talks.INDEX_URI))
    listed.append((ArticleFront(title=words["site.types"], order=TYPES_ORDER, section="trainers"), examples.INDEX_URI))
    listed.sort(key=lambda entry: (entry[0].order, entry[0].title))
    sections = {
        words[f"site.{section}"]: [
            {typeset(front.title, language): uri} for front, uri in listed if front.section == section
        ]
        for section in ("knowledge", "trainers")
    }
    return [{title: entries} for title, entries in sections.items() if entries]
