#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs mutants of the fixtures through the program and tells of every one that it does not answer as it should.

  tests/mutate.py [--count N] [--from I] [--seed S] [--keep FOLDER] [--asan ATSCHECK] ATSCHECK pdf|docx
  tests/mutate.py --write FOLDER --from I --count 1 ATSCHECK pdf      # only makes the files

Mutant number I of a format is the same bytes for the same seed and fixtures, whatever else is run. Mutants go through in batches, one
process of the program a batch; each must come back as one line, a report or an error. A program that ends badly, a line too few or
too many, a crash or violation in a worker are failures; what makes them is kept, in --keep, and so is what runs into the time-out.
--asan names another build of the program, with sanitizers, that gets every mutant too; run it again by hand on what was kept.
"""
import argparse
import collections
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parent / "hostile")]
import outcome  # noqa: E402
from mutants import MAKERS  # noqa: E402

FIXTURES = pathlib.Path(__file__).resolve().parents[1] / "fixtures"
TIMEOUT = 10  # seconds for one mutant
SLOW = 600  # seconds after which a batch hangs, however busy the machine is


class Runner:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.codes = collections.Counter()
        self.failures = []
        self.slow = []

    def keep(self, path, why):
        print(f"{os.path.basename(path)}: {why}", flush=True)
        if self.options.keep:
            os.makedirs(self.options.keep, exist_ok=True)
            (pathlib.Path(self.options.keep) / os.path.basename(path)).write_bytes(pathlib.Path(path).read_bytes())

    def fail(self, path, why):
        self.failures.append(path)
        self.keep(path, why)

    def start(self, program, paths, out):
        command = [program, "--format=jsonl", f"--timeout={TIMEOUT}", *self.options.more, *paths]
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL, cwd=self.folder)

    def judge_line(self, path, line):
        code, message, broken = outcome.judge(line, None)
        self.codes[code or "(none)"] += 1
        if broken:
            self.fail(path, broken)
        elif code == "timeout":
            self.slow.append(path)
            self.keep(path, message)

    def judge_each(self, program, paths):
        """One at a time, to find which of them the program itself fails on."""
        for path in paths:
            one = outcome.check(program, path, [f"--timeout={TIMEOUT}", *self.options.more], SLOW, cwd=self.folder)
            if one.broken:
                self.fail(path, one.broken)

    def finish(self, program, process, paths, out):
        try:
            status = process.wait(SLOW)
        except subprocess.TimeoutExpired:
            process.kill()
            status = process.wait()
        out.seek(0)
        lines = out.read().splitlines()
        if status in (0, 1, 3) and len(lines) == len(paths):
            for path, line in zip(paths, lines):
                self.judge_line(path, line)
            return
        self.failures.append(paths[0])
        print(f"{program} ended with {status} and {len(lines)} lines on {paths[0]} and the {len(paths) - 1} after it", flush=True)
        self.judge_each(program, paths)


def numbers(options):
    """The numbers of the mutants of each batch."""
    last = options.first + options.count
    for first in range(options.first, last, options.batch):
        yield range(first, min(first + options.batch, last))


def write(folder, maker, options, batch):
    paths = []
    for number in batch:
        path = os.path.join(folder, f"{options.format}-{options.seed}-{number}.{options.format}")
        pathlib.Path(path).write_bytes(maker.make(random.Random(f"{options.seed}:{options.format}:{number}")))
        paths.append(path)
    return paths


def run(options, maker, folder):
    """While the program reads one batch, the next is made."""
    runner = Runner(options, folder)
    programs = [program for program in (options.program, options.asan) if program]
    running = []
    start = time.monotonic()
    done = 0

    def finish():
        for program, process, paths, out in running:
            runner.finish(program, process, paths, out)
            out.close()
        for path in running[0][2] if running else ():
            os.unlink(path)
        running.clear()

    for batch in numbers(options):
        paths = write(folder, maker, options, batch)
        finish()
        for program in programs:
            out = tempfile.TemporaryFile()
            running.append((program, runner.start(program, paths, out), paths, out))
        done += len(batch)
        if sys.stderr.isatty() or done % (options.batch * 50) == 0:
            print(f"{done} of {options.count}, {done / (time.monotonic() - start):.0f} a second, {len(runner.failures)} failures",
                  end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr, flush=True)
    finish()
    return runner


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("format", choices=MAKERS)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--from", dest="first", type=int, default=0, help="the number of the first mutant")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--batch", type=int, default=100, help="mutants a process of the program")
    parser.add_argument("--keep", help="a folder for what makes the program fail")
    parser.add_argument("--asan", help="another build of the program, with sanitizers")
    parser.add_argument("--write", help="only write the mutants into this folder")
    split = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    options = parser.parse_args(sys.argv[1:split])
    options.more = sys.argv[split + 1:]
    options.program = os.path.abspath(options.program)
    options.asan = options.asan and os.path.abspath(options.asan)
    maker = MAKERS[options.format](FIXTURES)
    if options.write:
        for batch in numbers(options):
            write(options.write, maker, options, batch)
        return 0
    outcome.adopt_orphans()
    with tempfile.TemporaryDirectory() as folder:
        runner = run(options, maker, folder)
        written = os.listdir(folder)
    orphans = outcome.list_orphans()
    print(f"{options.count} mutants:", ", ".join(f"{n} {code}" for code, n in runner.codes.most_common()))
    for name in written:
        print("written:", name)
    for pid in orphans:
        print("left behind: process", pid)
    print(f"{len(runner.failures)} failures, {len(runner.slow)} out of time")
    return 1 if runner.failures or written or orphans or not runner.codes else 0


if __name__ == "__main__":
    sys.exit(main())
