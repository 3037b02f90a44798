"""The front door: `python generate.py build` issues every paper of every plan in data/."""

from yinfa.cli import main

if __name__ == "__main__":
    main()
