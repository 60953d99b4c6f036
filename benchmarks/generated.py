"""A course of any size, generated: the same files for the same numbers."""

from pathlib import Path

PER_BANK = 500
LANGUAGES = ("en", "pl")
HOME = "---\ntitle: Generated\nlead: A course made by a benchmark.\n---\n"
QUESTION = """\
  - id: question-{n}
    type: choice
    level: apply
    objective: ask
    ask:
      pl: „Szukam sprzętu numer {n}, do stu pięćdziesięciu osób”. Wiesz już, że będzie wożony. Co mówisz teraz?
      en: “I need set number {n}, for a hundred and fifty people.” You know that it will be carried. What do you say?
    options:
      - text:
          pl: „Żeby nie pokazywać rzeczy ani za słabych, ani za drogich – w jakim przedziale szukamy?”
          en: "“So that I don't show you anything too weak or too expensive: what range are we looking in?”"
        correct: yes
        why:
          pl: Jest powód i jest przedział, a klientka nie musi zdradzać górnej granicy.
          en: There is a reason and a range, and nobody has to reveal an upper limit.
      - text:
          pl: „Jaki ma Pani budżet?”
          en: “What's your budget?”
        why:
          pl: Moment jest dobry, ale bez powodu brzmi to jak sprawdzanie portfela.
          en: The moment is right, but without a reason it sounds like checking her purse.
      - text:
          pl: „Takie rzeczy są drogie, pewnie wystarczy coś prostszego”.
          en: “Those things are expensive. Something simpler will probably do.”
        why:
          pl: Zgadujesz, na co ją stać, i obniżasz wymagania, które przed chwilą padły.
          en: You guess what she can afford and lower the very demands she has just named.
"""
LESSON = """\
---
title: Lesson {n}
minutes: 7
objectives: [ask]
---

# Lesson {n}

{paragraphs}

```quiz
questions: [{questions}]
```
"""
PARAGRAPH = """\
## Part {part} {{#part-{part}}}

A customer looks for a sound system for her training sessions. She has **hardly finished** the sentence when the
assistant walks her to the speaker by the door. *Everybody takes it*, he says. She has eight thousand to spend, looks
at the speaker, says thank you and leaves. If this is what they recommend here, she thinks, it is probably not the
shop for me.

- One question was missing: `what is it for?`
- It was never asked, because talking about money [feels awkward](https://example.org/).

| What is said | What is going on |
|---|---|
| **You:** In one room, or do you carry it with you? | need: the place |
| **You:** What range are we looking in? | reason and range |
"""
COURSE = """\
id: generated
languages: [en, pl]
title: {pl: Wygenerowany, en: Generated}
modules:
"""
MODULE = """\
  - id: module-{n}
    title: {{pl: Moduł {n}, en: Module {n}}}
    bank: bank-{bank}
    objectives: []
"""


def write_course(root: Path, *, questions: int, lessons: int = 1, per_lesson: int = 5) -> None:
    """A course with that many questions in banks of 500, and lessons in modules of 40, in two languages."""
    banks = _write_banks(root / "quizzes/banks", questions)
    folder = root / "course"
    folder.mkdir(parents=True)
    modules = [list(range(first, min(first + 40, lessons))) for first in range(0, lessons, 40)]
    entries = [MODULE.format(n=n, bank=n % banks) for n in range(len(modules))]
    entries[0] = entries[0].replace("[]", "\n      - {id: ask, text: {pl: pytać, en: ask}}")
    entries[1:] = [entry.replace("    objectives: []\n", "") for entry in entries[1:]]
    (folder / "course.yml").write_text(COURSE + "".join(entries), encoding="utf-8")
    for n, numbers in enumerate(modules):
        for number in numbers:
            _write_lesson(folder / f"{n + 1:02}-module-{n}", n, number, n % banks, per_lesson)
    (root / "docs").mkdir()
    for language in LANGUAGES:
        (root / f"docs/index.{language}.md").write_text(HOME, encoding="utf-8")


def _write_banks(folder: Path, questions: int) -> int:
    folder.mkdir(parents=True)
    starts = range(0, questions, PER_BANK)
    for bank, first in enumerate(starts):
        items = "".join(QUESTION.format(n=n) for n in range(first, min(first + PER_BANK, questions)))
        (folder / f"bank-{bank}.yml").write_text(f"bank: bank-{bank}\nquestions:\n{items}", encoding="utf-8")
    return len(starts)


def _write_lesson(folder: Path, module: int, number: int, bank: int, per_lesson: int) -> None:
    folder.mkdir(exist_ok=True)
    first = bank * PER_BANK + (number * per_lesson) % (PER_BANK - per_lesson)
    questions = ", ".join(f"bank-{bank}/question-{n}" for n in range(first, first + per_lesson))
    paragraphs = "\n".join(PARAGRAPH.format(part=part) for part in range(6))
    text = LESSON.format(n=number, paragraphs=paragraphs, questions=questions)
    if module:
        text = text.replace("objectives: [ask]\n", "")
    for language in LANGUAGES:
        (folder / f"{number + 1:03}-lesson-{number}.{language}.md").write_text(text, encoding="utf-8")
