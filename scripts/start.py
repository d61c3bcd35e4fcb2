"""Make the environment and start the assistant: python scripts/start.py [arguments of tiltak]."""

import sys

import _environment

if __name__ == "__main__":
    sys.exit(_environment.run(_environment.ensure(), "-m", "assistant", *sys.argv[1:]))
