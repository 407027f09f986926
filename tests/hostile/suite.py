#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the hostile classes through the program: each gives a report or an error that is right for it, in bounded time and memory.

  tests/hostile/suite.py ATSCHECK pdf|docx [SCHEMA] [NAME...]    # TAP; NAME: only classes with that in their name
  tests/hostile/suite.py --write FOLDER pdf|docx [NAME...]       # only makes the files

Every class is run by itself, for its outcome, its exit status and the memory of its largest process; then the quick ones once more in
one run, whose lines must be the same bytes, and whose own process must have stayed small. Nothing may be written and no process left
behind.
"""
import concurrent.futures
import importlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parents[1])]
import outcome  # noqa: E402
from case import REPORT  # noqa: E402

# MiB of the largest process, which is the worker
PEAKS = {"pdf": 512, "docx": 256}
# MiB of the program itself over all files: it holds as many documents at a time as there are processors, the largest of which are of 20
# MiB here
PARENT_PEAK = 128
# how many times as much a build with a sanitizer takes, whose own memory is not limited and whose clocks end before its memory
SANITIZED = "ATSCHECK_SANITIZED" in os.environ
SLACK = 5 if SANITIZED else 1
# seconds after which a run of the program hangs: far more than the slowest class takes on a busy machine
SECONDS = 90
# a class is held to its seconds of processor: those of the clock, which a busy machine takes from it, are more than enough here
PATIENT = "--timeout=60"
# seconds of CPU up to which a class is run a second time
QUICK = 0.25
# items of a list that are held against the schema: those of one list are alike, and 100,000 take a minute
SAMPLE = 40


def thin(value):
    """The same with few items in each list, from all over it."""
    if isinstance(value, dict):
        return {key: thin(one) for key, one in value.items()}
    if isinstance(value, list):
        return [thin(one) for one in value[::-(-len(value) // SAMPLE) or 1]]
    return value


def load(suffix, names):
    cases = importlib.import_module(suffix).CASES
    return [case for case in cases if not names or any(name in case.name for name in names)]


def path_of(folder, suffix, case):
    return os.path.join(folder, f"{case.name}.{suffix}")


def write(folder, suffix, names):
    for case in load(suffix, names):
        pathlib.Path(path_of(folder, suffix, case)).write_bytes(case.make())


def write_elsewhere(folder, suffix, names):
    """In a process of its own: what making them costs in memory would pass for that of the processes started later from here."""
    subprocess.run([sys.executable, __file__, "--write", folder, suffix, *names], check=True)


class Suite:
    def __init__(self, program, suffix, schema, folder):
        self.program = os.path.abspath(program)
        self.suffix = suffix
        self.scratch = os.path.join(folder, "scratch")
        os.mkdir(self.scratch)
        self.env = {**os.environ, "HOME": self.scratch, "TMPDIR": self.scratch, "XDG_CACHE_HOME": self.scratch}
        self.validate = self.validator(schema)
        self.points = 0
        self.failed = 0

    @staticmethod
    def validator(schema):
        if schema is None:
            return lambda report: None
        import jsonschema
        checker = jsonschema.Draft202012Validator(json.loads(pathlib.Path(schema).read_text(encoding="utf-8")))
        return lambda report: next((error.message[:200] for error in checker.iter_errors(report)), None)

    def tell(self, name, complaint):
        self.points += 1
        self.failed += bool(complaint)
        print("not ok" if complaint else "ok", self.points, name, f"# {complaint}".replace("\n", " ") if complaint else "", flush=True)

    @staticmethod
    def may_be_late(case):
        """With a sanitizer, what stands at another limit comes to that of time before it."""
        return SANITIZED and not {"memory-limit", "too-large"}.isdisjoint(case.expects)

    def complaint(self, case, one):
        """What is wrong with the outcome; None: nothing."""
        if one.broken:
            return one.broken
        if one.code not in case.expects and not (one.code == "timeout" and self.may_be_late(case)):
            return f"{one.code} {one.message}, not {' or '.join(case.expects)}"
        if one.peak > PEAKS[self.suffix] * SLACK:
            return f"{one.peak:.0f} MiB of memory"
        if one.code == REPORT and case.says not in one.out.decode():
            return f"the report does not say {case.says}"
        return self.validate(thin(json.loads(one.out)))

    def run_each(self, cases, paths):
        def run(case, path):
            return outcome.check(self.program, path, [PATIENT, *case.options], SECONDS, case.expects, cwd=self.scratch, env=self.env)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for case, one in zip(cases, pool.map(run, cases, paths)):
                self.tell(f"{self.suffix} {case.name}: {one.code} in {one.cpu:.2f} s and {one.peak:.0f} MiB", self.complaint(case, one))
                yield one

    def run_together(self, paths, good):
        """The lines of one run over all files, and the peak of its own process in MiB: read while it waits for its standard input."""
        command = [self.program, "--format=jsonl", PATIENT, *paths, "-"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   cwd=self.scratch, env=self.env)
        lines = [process.stdout.readline() for _ in paths]
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
        rest, _ = process.communicate(good, SECONDS)
        return lines, peak, rest, process.returncode

    def compare_together(self, outcomes, paths):
        lines, peak, rest, status = self.run_together(paths, importlib.import_module("pdf").page())
        differs = [one.name for one, line in zip(outcomes, lines) if line != one.out]
        self.tell("one run over all gives the same bytes", "; ".join(differs))
        self.tell("and goes on to the end", None if b'"verdict"' in rest and status == 3 else f"status {status}: {rest[:200]}")
        self.tell(f"in a process of {peak:.0f} MiB", None if peak <= PARENT_PEAK * SLACK else f"more than {PARENT_PEAK}")

    def run(self, cases, paths):
        outcomes = list(self.run_each(cases, paths))
        quick = [i for i, case in enumerate(cases) if not case.options and outcomes[i].cpu < QUICK]
        if quick:
            self.compare_together([outcomes[i] for i in quick], [paths[i] for i in quick])
        self.tell("nothing is written", "; ".join(os.listdir(self.scratch)))
        self.tell("no process is left behind", "; ".join(map(str, outcome.list_orphans())))
        print(f"1..{self.points}")
        return self.failed


def main():
    if sys.argv[1] == "--write":
        return write(sys.argv[2], sys.argv[3], sys.argv[4:])
    program, suffix, schema, *names = sys.argv[1:] if len(sys.argv) > 3 else [*sys.argv[1:], None]
    outcome.adopt_orphans()
    with tempfile.TemporaryDirectory() as folder:
        write_elsewhere(folder, suffix, names)
        cases = load(suffix, names)
        return Suite(program, suffix, schema, folder).run(cases, [path_of(folder, suffix, case) for case in cases])


if __name__ == "__main__":
    sys.exit(bool(main()))
