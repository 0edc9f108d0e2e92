"""What `python -m newsfacts.cli` runs."""

from newsfacts.cli import main

if __name__ == "__main__":
    main(prog_name="newsfacts")
