#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs every file of a folder through the program and tells what became of each.

  tests/odd.py [--twice] [--jobs N] [--list FILE] ATSCHECK FOLDER... [-- OPTION...]

For each file there must be one report or one clear error; a crash, a hang, a violation of the sandbox, a wrong exit status, broken
JSON or a process left behind is a failure, and so is a second run whose bytes differ (--twice). Prints the failures, a histogram of
outcomes, times and memory, and the slowest and largest files; --list writes a line a file. Fails if anything failed.
"""
import argparse
import collections
import concurrent.futures
import os
import pathlib
import sys
import tempfile

import outcome

WORST = 10  # files named of the slowest and the largest
STEPS = (0.01, 0.03, 0.1, 0.3, 1, 3, 10)  # seconds
SIZES = (16, 32, 64, 128, 256, 512)  # MiB


def find(folders):
    for folder in map(pathlib.Path, folders):
        if folder.is_file():
            yield str(folder.resolve())
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield str(path.resolve())


def run(options, path, scratch):
    """The outcome of one file, by one run or two, in a folder where nothing may be left."""
    env = {**os.environ, "HOME": scratch, "TMPDIR": scratch, "XDG_CACHE_HOME": scratch}

    def once():
        return outcome.check(options.program, path, options.more, options.seconds, cwd=scratch, env=env)
    first = once()
    if options.twice:
        second = once()
        if (first.out, first.status) != (second.out, second.status):
            first.broken = first.broken or f"two runs differ: {first.code} {first.message}, {second.code} {second.message}"
    return first


def histogram(title, values, steps, unit):
    counts = collections.Counter(sum(value > step for step in steps) for value in values)
    print(title)
    for i, label in enumerate([*(f"up to {step:g} {unit}" for step in steps), "more"]):
        if counts[i]:
            print(f"  {label:16} {counts[i]:6}")


def tell_worst(title, outcomes, key, text):
    print(title)
    for one in sorted(outcomes, key=key, reverse=True)[:WORST]:
        print(f"  {text(one):12} {one.code:14} {one.name}")


def tell(outcomes):
    print(f"{len(outcomes)} files")
    for code, n in collections.Counter(one.code or "(none)" for one in outcomes).most_common():
        print(f"  {code:16} {n:6}")
    histogram("time, by the wall", [one.wall for one in outcomes], STEPS, "s")
    histogram("memory of the largest process", [one.peak for one in outcomes], SIZES, "MiB")
    tell_worst("slowest", outcomes, lambda one: one.cpu, lambda one: f"{one.cpu:.2f} s CPU")
    tell_worst("largest", outcomes, lambda one: one.peak, lambda one: f"{one.peak:.0f} MiB")


def write_list(path, outcomes):
    with open(path, "w", encoding="utf-8", errors="surrogateescape") as out:
        print("name\tcode\tstatus\twall\tcpu\tpeak\tmessage", file=out)
        for one in outcomes:
            print(one.name, one.code, one.status, f"{one.wall:.3f}", f"{one.cpu:.3f}", f"{one.peak:.1f}",
                  one.broken or one.message, sep="\t", file=out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folder", nargs="+")
    parser.add_argument("--twice", action="store_true", help="run each file twice and compare the bytes")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--seconds", type=float, default=20 + outcome.PATIENCE, help="a program that takes longer hangs")
    parser.add_argument("--list", help="write a line a file, fields parted by tabs")
    split = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    options = parser.parse_args(sys.argv[1:split])
    options.more = sys.argv[split + 1:]
    options.program = os.path.abspath(options.program)
    outcome.adopt_orphans()
    with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        outcomes = list(pool.map(lambda path: run(options, path, scratch), find(options.folder)))
        written = os.listdir(scratch)
    tell(outcomes)
    if options.list:
        write_list(options.list, outcomes)
    failures = [f"{one.name}: {one.broken}" for one in outcomes if one.broken]
    failures += [f"written: {name}" for name in written]
    failures += [f"left behind: process {pid}" for pid in outcome.list_orphans()]
    for failure in failures:
        print("FAILED", failure)
    print(f"{len(failures)} failures")
    sys.exit(bool(failures) or not outcomes)


main()
