"""`python -m kontuar` is the command `kontuar`."""

import sys

from kontuar.cli import main

sys.exit(main())
