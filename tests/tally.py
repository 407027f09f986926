#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Counts the single tests of a meson run: tally.py BUILD/meson-logs/testlog.json

Meson counts programs; each of ours runs many tests and tells of each by a line of TAP. Prints the failed ones and then
"N passed, N failed"; fails if any failed, or if none passed. A program that ended badly without a failed line (a crash, a
timeout, fewer tests than it promised) counts as one failed test, and so does one that told of none.
"""
import json
import re
import sys

POINT = re.compile(r"(not )?ok\b(.*)")
EXCUSED = re.compile(r"#\s*(skip|todo)", re.IGNORECASE)


def points(program):
    """(passed, [failed]) by the lines of TAP; a skipped test is neither."""
    passed, failed = 0, []
    for line in program.get("stdout", "").splitlines():
        point = POINT.match(line)
        if not point or EXCUSED.search(line):
            continue
        if point.group(1):
            failed.append(point.group(2))
        else:
            passed += 1
    return passed, failed


def main():
    passed, failed = 0, []
    with open(sys.argv[1], encoding="utf-8") as log:
        for program in map(json.loads, log):
            ok, bad = points(program)
            if program["result"] not in ("OK", "SKIP") and not bad:
                bad = [f" ended with {program['result']}, {ok} tests passed before"]
            elif program["result"] == "OK" and not ok and not bad:
                bad = [" told of no test"]
            passed += ok
            failed += [f"{program['name']}:{what}" for what in bad]
    for what in failed:
        print("failed:", what)
    print(f"{passed} passed, {len(failed)} failed")
    sys.exit(1 if failed or not passed else 0)


main()
