"""Entry point of `tiltak` and `python -m assistant`."""

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    # An index is a hundred thousand objects that live as long as the process: to look for garbage among
    # them while they are loaded takes a tenth of the time to the first answer.
    gc.set_threshold(200_000, 20, 20)
    from assistant.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
