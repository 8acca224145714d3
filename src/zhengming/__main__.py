"""``python -m zhengming``."""

from zhengming.cli import main

if __name__ == "__main__":
    main()
