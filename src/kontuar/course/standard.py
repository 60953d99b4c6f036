"""What an evidence file is held against: the course's tests, questions and dialogues as they are today."""

from collections.abc import Mapping

from kontuar.banks import Bank
from kontuar.certificates.verify import Drawing, Requirements, Standard, Test
from kontuar.course.load import Course
from kontuar.dialogues.script import fingerprint_of, script
from kontuar.questions.question import Level, plain
from kontuar.quizzes.exam import EXAM_ID


def standard(course: Course) -> Standard:
    """Everything, with the keys of all questions."""
    return {
        **requirements(course),
        "questions": {
            f"{bank.id}/{question.id}": {"type": question.type, "hash": question.hash, "key": question.key()}
            for bank in course.banks.values()
            for question in bank.questions.values()
        },
        "dialogues": {
            name: {"hash": fingerprint_of(bones), "script": bones}
            for name, found in course.dialogues.items()
            for bones in [script(found.dialogue)]
        },
    }


def requirements(course: Course) -> Requirements:
    """The part that needs no keys: what the certificate asks for, and how papers are drawn."""
    rules = course.outline.certificate if course.outline else None
    asked = {module.id for module in course.modules}
    if rules and rules.modules != "all":
        asked = set(rules.modules)
    required = [module for module in course.modules if module.id in asked]
    tests = _tests(course)
    papers = [module.id for module in required if module.id in tests]
    lessons = [lesson for module in required for lesson in module.lessons if set(lesson.pages) >= set(course.languages)]
    return {
        "course": course.outline.id if course.outline else "",
        "version": course.version,
        "lessons": [lesson.full_id for lesson in lessons],
        "papers": [*papers, *([EXAM_ID] if rules and rules.exam else [])],
        "talks": rules.dialogues if rules else 0,
        "tests": tests,
    }


def _tests(course: Course) -> dict[str, Test]:
    found: dict[str, Test] = {}
    for module in course.modules:
        rules, bank = module.entry.test, module.bank
        if rules and bank:
            found[module.id] = {"mark": plain(rules.mark), "draws": [_drawing(bank, rules.draw, rules.levels)]}
    if course.exam:
        draws = [_drawing(course.banks[rule.bank], rule.take, rule.levels) for rule in course.exam.draw]
        found[EXAM_ID] = {"mark": plain(course.exam.mark), "draws": draws}
    return found


def _drawing(bank: Bank, take: int, levels: Mapping[Level, int]) -> Drawing:
    return {
        "take": take,
        "levels": {level: int(count) for level, count in levels.items()},
        "pool": [{"id": f"{bank.id}/{question.id}", "level": question.level} for question in bank.scored],
    }
