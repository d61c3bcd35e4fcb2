"""Makes the checkout importable for the scripts beside this file, whatever folder they are run from."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
