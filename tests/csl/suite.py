"""Run the CSL test-suite: ``python tests/csl/suite.py SUITE_DIR --locales DIR [NAME…]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / "src"), str(Path(__file__).parent)]

from fixtures import read_fixture, run_fixture  # noqa: E402

from zhengming.csl import Locales  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suite", type=Path)
    parser.add_argument("--locales", type=Path, action="append", default=[])
    parser.add_argument("--show", action="store_true", help="print what differs")
    parser.add_argument("--passing", type=Path, help="write the names of the passing tests")
    parser.add_argument("names", nargs="*", help="only tests starting with one of these")
    options = parser.parse_args()
    locales = Locales(*options.locales)
    passed: list[str] = []
    paths = sorted(options.suite.glob("*.txt"))
    if options.names:
        paths = [path for path in paths if path.stem.startswith(tuple(options.names))]
    for path in paths:
        fixture = read_fixture(path)
        try:
            got = run_fixture(fixture, locales)
        except Exception as error:
            got = f"{type(error).__name__}: {error}"
        if got == fixture.result:
            passed.append(path.stem)
            continue
        print(f"FAIL {path.stem}")
        if options.show:
            print(f"  expected {fixture.result!r}\n  got      {got!r}")
    if options.passing:
        options.passing.write_text("".join(f"{name}\n" for name in passed), "utf-8")
    print(f"passed {len(passed)} of {len(paths)}")
    return 0 if len(passed) == len(paths) else 1


if __name__ == "__main__":
    sys.exit(main())
