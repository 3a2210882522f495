"""`python -m mdquiz` is `mdquiz`."""

from mdquiz.cli.main import run

if __name__ == "__main__":
    run()
