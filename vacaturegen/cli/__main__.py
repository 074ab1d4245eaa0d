"""`python -m vacaturegen.cli` is the command."""

import sys

from vacaturegen.cli import main

sys.exit(main())
