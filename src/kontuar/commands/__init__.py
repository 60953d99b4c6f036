"""What the commands of cli.py do, a module each; every one returns or writes text, and cli.py prints it."""
