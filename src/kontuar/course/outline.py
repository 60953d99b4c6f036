"""course/course.yml: the course's languages, modules, tests and the conditions of its certificate."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from kontuar.core.schema import Fault, Strict
from kontuar.core.words import Decimal, Slug, Whole, Words, YesNo
from kontuar.questions.question import Level, repeated
from kontuar.quizzes.exam import EXAM_ID


class Objective(Strict):
    """What a learner can do after the module."""

    id: Slug
    text: Words


class TestRules(Strict):
    """How a module's test is drawn from its bank, and the mark to pass in per cent."""

    __test__ = False  # not a test of pytest's

    draw: Whole = Field(gt=0)
    mark: Decimal = Field(default=80.0, ge=0, le=100, alias="pass")
    levels: dict[Level, Whole] = Field(default_factory=dict)


class ModuleEntry(Strict):
    """One module as course.yml lists it; its bank is the one of the same name unless told otherwise."""

    id: Slug
    was: tuple[Slug, ...] = ()
    title: Words
    about: Words | None = None
    bank: Slug | None = None
    test: TestRules | None = None
    objectives: tuple[Objective, ...] = ()

    @property
    def bank_id(self) -> str:
        """The bank that bare question ids and the test mean."""
        return self.bank or self.id


class CertificateRules(Strict):
    """What has to be passed for the certificate, each at its own mark."""

    modules: Literal["all"] | tuple[Slug, ...] = "all"
    exam: YesNo = False
    dialogues: Whole = Field(default=0, ge=0)
    signatory: Words | None = None


class Outline(Strict):
    """The whole of course.yml; the first language stands at the site's root."""

    id: Slug
    languages: tuple[Slug, ...] = Field(min_length=1)
    title: Words
    modules: tuple[ModuleEntry, ...] = Field(min_length=1)
    certificate: CertificateRules | None = None
    offline: YesNo = True

    def faults(self) -> Iterator[Fault]:
        """Ids that stand twice, and modules that the certificate names but the course does not have."""
        for place in repeated([module.id for module in self.modules]):
            yield Fault("module.same-id", ("modules", place, "id"), {"id": self.modules[place].id})
        for place, module in enumerate(self.modules):
            if module.id == EXAM_ID:
                yield Fault("module.reserved", ("modules", place, "id"), {"id": EXAM_ID})
        objectives = [
            (at, number, objective.id)
            for at, module in enumerate(self.modules)
            for number, objective in enumerate(module.objectives)
        ]
        for place in repeated([name for _, _, name in objectives]):
            at, number, name = objectives[place]
            yield Fault("objective.same-id", ("modules", at, "objectives", number, "id"), {"id": name})
        if self.certificate and self.certificate.modules == ():
            yield Fault("certificate.no-module", ("certificate", "modules"))
        if self.certificate and self.certificate.modules != "all":
            ids = {module.id for module in self.modules}
            for at, name in enumerate(self.certificate.modules):
                if name not in ids:
                    yield Fault("certificate.unknown-module", ("certificate", "modules", at), {"id": name})
