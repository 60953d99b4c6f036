"""Questions: one folder per type, found by reading this directory."""

from kontuar.questions.question import Question
from kontuar.questions.result import Result, Unusable
from kontuar.questions.types import QuestionType, types

__all__ = ["Question", "QuestionType", "Result", "Unusable", "types"]
