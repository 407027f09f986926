#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Builds the fuzz targets with clang, AddressSanitizer and UndefinedBehaviorSanitizer, and runs them.

usage: run.py BUILD [--seconds N] [--jobs N] [TARGET...]

BUILD is a folder to build in, made if it is not there. Each target starts from its inputs in fixtures/fuzz and what earlier
runs found (BUILD/corpus/TARGET), with the words of its dictionary. An input that fails is kept in BUILD/found/TARGET: mend the cause,
and put the input, made small (fuzz-TARGET -minimize_crash=1 FILE), into fixtures/fuzz/TARGET, where every test run plays it.
"""
import argparse
import os
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
# seconds that one input may take: ten times what the largest takes under the sanitizers
SLOWEST = 20
# MiB that a target may use, with what the sanitizers keep
MEMORY = 2048
# bytes of an input: more make it slower, not stranger
LONGEST = {"docx-package": 65536, "docx-body": 32768, "layout": 6144, "answer": 32768}
LONGEST_TEXT = 4096
# targets that say on standard error what is wrong with an input: nobody reads it
TALKING = {"baseline", "config"}


def build(folder):
    if not (folder / "build.ninja").exists():
        subprocess.run(["meson", "setup", folder, SOURCE, "-Dfuzz=true", "-Db_sanitize=address,undefined", "-Db_lundef=false",
                        "--buildtype=debugoptimized"], env=os.environ | {"CC": "clang"}, check=True)
    subprocess.run(["ninja", "-C", folder, "--quiet"], check=True)


def targets(folder):
    return sorted(p.name.removeprefix("fuzz-") for p in (folder / "tests/fuzz").glob("fuzz-*") if p.is_file())


def make_seeds(folder):
    """What is too large or too much of this build to be checked in."""
    packages = folder / "corpus/docx-package"
    packages.mkdir(parents=True, exist_ok=True)
    for package in sorted((SOURCE / "fixtures").rglob("*.docx")):
        if package.is_file():
            (packages / package.parent.name).write_bytes(package.read_bytes())
    bodies = folder / "corpus/docx-body"
    bodies.mkdir(parents=True, exist_ok=True)
    for part in sorted((SOURCE / "fixtures").rglob("word/document.xml")):
        text = part.read_text(encoding="utf-8")
        start, end = text.find("<w:body>"), text.rfind("</w:body>")
        if start >= 0 and end > start:
            (bodies / part.parents[2].name).write_text(text[start + len("<w:body>"):end], encoding="utf-8")
    answers = folder / "corpus/answer"
    answers.mkdir(parents=True, exist_ok=True)
    (answers / "sample").write_bytes(subprocess.run([folder / "tests/report-samples", "wire"], check=True, capture_output=True).stdout)


def run(folder, target, seconds):
    corpus, found = folder / "corpus" / target, folder / "found" / target
    corpus.mkdir(parents=True, exist_ok=True)
    found.mkdir(parents=True, exist_ok=True)
    command = [folder / "tests/fuzz" / f"fuzz-{target}", corpus, SOURCE / "fixtures/fuzz" / target, f"-max_total_time={seconds}",
               f"-timeout={SLOWEST}", f"-rss_limit_mb={MEMORY}", f"-max_len={LONGEST.get(target, LONGEST_TEXT)}",
               f"-artifact_prefix={found}/", "-print_final_stats=1"]
    if target in TALKING:
        command.append("-close_fd_mask=2")
    words = HERE / f"{target}.dict"
    if words.exists():
        command.append(f"-dict={words}")
    log = folder / f"fuzz-{target}.log"
    with log.open("wb") as out:
        status = subprocess.run(command, stdout=out, stderr=out,
                                env=os.environ | {"LSAN_OPTIONS": f"suppressions={SOURCE}/tests/lsan.supp"}).returncode
    runs = [line.split()[-1] for line in log.read_text(errors="replace").splitlines() if "number_of_executed_units" in line]
    return target, status, runs[0] if runs else "?", log


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--seconds", type=int, default=60, help="for each target (60)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="targets at a time")
    arguments = parser.parse_intermixed_args()
    folder = arguments.build.resolve()
    build(folder)
    make_seeds(folder)
    wanted = arguments.targets or targets(folder)
    failed = 0
    with ThreadPoolExecutor(arguments.jobs) as pool:
        for target, status, runs, log in pool.map(lambda t: run(folder, t, arguments.seconds), wanted):
            print(f"{'ok' if status == 0 else 'FAILED'}  {target}: {runs} inputs" + ("" if status == 0 else f", see {log}"), flush=True)
            failed += status != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
