#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""How many instructions a document costs, by room; tells when one room's own code needs more than 3 % more than it did.

  meson test -C build --benchmark instructions              # prints them
  ATSCHECK_CI=1 meson test -C build instructions            # compares with tests/instructions.json, as CI does
  ATSCHECK_REWRITE_EXPECTED=1 meson test -C build instructions        # writes that file anew

Counted by valgrind's callgrind, which repeats them to 0.1 % whatever else the machine does. Held to the file is what the code of
each room in src/ executes itself: what GLib, poppler and the C library do for it is printed (column "all"), and differs with
their versions. Another compiler or other options make another program: then nothing is compared.
"""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

MOST = 1.03  # of what is in the file
FEW = 20000  # instructions: a room that does less on a document is not held to shares
DOCUMENT = "measured_document"  # the function of instructions.c
# the steps of the way, and the functions that are them
STEPS = {
    "extract": ("ats_extract_pdf", "ats_extract_docx"),
    "layout": ("ats_layout_analyse",),
    "readings": ("ats_readings_make", "ats_readings_judge"),
    "resume": ("ats_resume_read",),
    "checks": ("ats_checks_run",),
    "report": ("ats_frame_encode", "ats_frame_decode", "write_report"),
    "all": (DOCUMENT,),
}


class Profile:
    """One dump of callgrind: the instructions of each room's own code, and of each step with all that it calls."""

    def __init__(self, path):
        self.rooms, self.steps = collections.Counter(), collections.Counter()
        self.names = {}
        room, steps, called = None, (), False
        for line in path.read_text(errors="replace").splitlines():
            key, _, value = line.partition("=")
            if key in ("fl", "fi", "fe", "fn", "ob", "cfi", "cfl", "cfn", "cob"):
                name = self.name("file" if key[-2:] in ("fl", "fi", "fe") else key[-2:], value)
                if key == "fl":
                    room = self.room(name)
                elif key == "fn":
                    steps = [step for step, functions in STEPS.items() if name in functions]
            elif key == "calls":
                called = True
            elif re.match(r"[-+*\d]", line):
                cost = int(line.split()[1])
                if not called and room:
                    self.rooms[room] += cost
                for step in steps:
                    self.steps[step] += cost
                called = False

    def name(self, kind, value):
        """A name that is written out once, and then is its number."""
        number, name = re.fullmatch(r"\((\d+)\)(?: (.*))?", value).groups()
        if name is not None:
            self.names[kind, number] = name
        return self.names[kind, number]

    @staticmethod
    def room(file):
        found = re.search(r"/src/(\w+)/[\w-]+\.[ch]$", file)
        return found and found.group(1)


def measure(driver, fixtures):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out"
        # the first fixture is read twice: what is made once in a process counts for no document
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", "--collect-atstart=no",
                   f"--toggle-collect={DOCUMENT}", f"--dump-after={DOCUMENT}", str(pathlib.Path(driver).resolve()), fixtures[0], *fixtures]
        subprocess.run(command, check=True, capture_output=True)
        for number, fixture in enumerate(fixtures, 2):
            path = pathlib.Path(fixture)
            yield f"{path.parent.name}/{path.name}", Profile(out.with_name(f"out.{number}"))


def show(measured):
    for name, profile in measured.items():
        print(f"# {name}: own code {sum(profile.rooms.values()):,}, all {profile.steps['all']:,}")
        for key in sorted(set(profile.rooms) | set(profile.steps) - {"all"}):
            own, everything = profile.rooms.get(key), profile.steps.get(key)
            print(f"#   {key:10}", f"own {own:12,}" if own else " " * 16, f"all {everything:12,}" if everything else "")


def grown(before, now):
    """What needs more than it did, a line each."""
    for name, profile in now.items():
        for room, own in profile.rooms.items():
            known = before.get(name, {}).get(room, 0)
            if own > max(known * MOST, known + FEW):
                yield f"{name}: the code of {room} takes {own:,} instructions, {own / max(known, 1) - 1:.1%} more than {known:,}"


def main():
    mode, built, record, driver, *fixtures = sys.argv[1:]
    record, rewrite = pathlib.Path(record), "ATSCHECK_REWRITE_EXPECTED" in os.environ
    wanted = mode == "print" or rewrite or "ATSCHECK_CI" in os.environ
    before = json.loads(record.read_text()) if record.exists() else {"built": None, "documents": {}}
    if not shutil.which("valgrind") or not wanted:
        print("1..0 # SKIP", "valgrind is not installed" if wanted else "only in CI (ATSCHECK_CI)")
        return
    if mode == "test" and not rewrite and before["built"] != built:
        print(f"1..0 # SKIP the numbers are of {before['built']}, this is {built}")
        return
    now = dict(measure(driver, fixtures))
    show(now)
    if rewrite:
        documents = {name: dict(sorted(profile.rooms.items())) for name, profile in now.items()}
        record.write_text(json.dumps({"built": built, "documents": documents}, indent=1) + "\n")
    elif mode == "test":
        more = list(grown(before["documents"], now))
        print(*(f"# {line}" for line in more), sep="\n")
        print(f"1..1\n{'not ok' if more else 'ok'} 1 - no room's code needs {MOST - 1:.0%} more than it did")
        return
    print("1..1\nok 1 - measured")


main()
