"""Make the environment and run all tests: python scripts/test.py [arguments of pytest]."""

import os
import sys

import _environment

if __name__ == "__main__":
    interpreter = _environment.ensure("test")
    os.chdir(_environment.ROOT)
    sys.exit(_environment.run(interpreter, "-m", "pytest", *sys.argv[1:]))
