"""How the course is written: sentences, words, quotation marks, numbers, and the promise of minutes.

Everything here is a warning about style, and can be silenced at its place, with a reason (see silence.py).
"""

from kontuar.prose.check import check

__all__ = ["check"]
