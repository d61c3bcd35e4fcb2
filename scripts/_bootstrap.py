"""Makes the checkout importable for the scripts beside this file, in an environment that has what they need."""

import sys
from pathlib import Path

import _environment

ROOT = _environment.ROOT
MEASURING = {"ablation", "evaluate", "calibrate", "benchmark"}  # scripts that need the test extras

_environment.go_on("test" if Path(sys.argv[0]).stem in MEASURING else "", *sys.argv)
sys.path.insert(0, str(ROOT))
