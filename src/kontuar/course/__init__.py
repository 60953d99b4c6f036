"""The course as a whole: course.yml, lessons, banks and the references between them."""

from kontuar.course.load import Course, load
from kontuar.course.modules import Lesson, Module

__all__ = ["Course", "Lesson", "Module", "load"]
