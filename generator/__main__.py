"""`python -m generator` is `sdkwright`."""

from generator.cli import main

if __name__ == "__main__":
    main()
