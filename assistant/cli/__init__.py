"""The command line: data on stdout, narration on stderr, one clear line for what goes wrong."""
