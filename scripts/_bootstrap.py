"""Makes the checkout importable for the scripts beside this file, in the project's own environment."""

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
MEASURING = {"ablation", "evaluate", "calibrate", "benchmark"}  # scripts that need the test extras

needed = "ir_measures" if Path(sys.argv[0]).stem in MEASURING else "click"
if importlib.util.find_spec(needed) is None:
    # Started by a Python without the packages: go on in the environment that start.py makes.
    import _environment

    sys.exit(_environment.run(_environment.ensure("test" if needed == "ir_measures" else ""), *sys.argv))
