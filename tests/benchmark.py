#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""How long atscheck takes beside programs that only extract text: whole processes, on the same files, in turns.

  meson test -C build --benchmark processes                            # the project's own fixtures
  tests/benchmark.py [--empty PROGRAM] [--idle PROGRAM] ATSCHECK FILE... # any files

For each file the two programs run in turn; the ratio is that of their median wall times. A PDF is held against
`pdftotext -bbox-layout` (words and boxes: the nearest to what atscheck extracts), a DOCX against `docx2txt`.

Beside them what no work on our code makes shorter: --empty, a program of C that does nothing, which commands without a document
are held against, and --idle, one that does nothing but load the libraries that PDF is read with.
"""
import argparse
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time
import zipfile

RUNS = 21  # of each program on each file; an odd number has a median that was measured


def once(command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def peer(path):
    if path.suffix == ".pdf":
        return ["pdftotext", "-bbox-layout", str(path), "-"]
    return ["docx2txt", str(path), "-"]


def medians(*commands):
    """Seconds that each takes, run in turns."""
    times = [[once(command) for command in commands] for _ in range(RUNS)]
    return [statistics.median(column) for column in zip(*times)]


def compare(atscheck, path):
    return medians([atscheck, "--format", "json", str(path)], peer(path))


def show_start(atscheck, empty, idle):
    """Starting, without any document."""
    commands = {"--help": [atscheck, "--help"], "explain": [atscheck, "explain", "multi-column"]}
    if idle:
        commands["PDF's libraries, loaded"] = [idle]
    least, *others = medians([empty], *commands.values())
    print(f"{'a program that does nothing':40} {least * 1e3:15.1f} ms")
    for name, seconds in zip(commands, others):
        print(f"{name:40} {seconds * 1e3:15.1f} ms, {(seconds - least) * 1e3:.1f} ms more")


def packed(folder, into):
    """An unzipped DOCX fixture as a file."""
    path = pathlib.Path(into) / folder.name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in sorted(p for p in folder.rglob("*") if p.is_file()):
            archive.write(part, part.relative_to(folder))
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--empty")
    parser.add_argument("--idle")
    parser.add_argument("atscheck")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    wish, ratios = parser.parse_args(), {}
    if wish.empty:
        show_start(wish.atscheck, wish.empty, wish.idle)
    with tempfile.TemporaryDirectory() as scratch:
        for path in wish.files:
            path = packed(path, scratch) if path.is_dir() else path
            name = peer(path)[0]
            if not shutil.which(name):
                print(f"{path.name}: {name} is not installed, nothing to hold it against")
                continue
            ours, theirs = compare(wish.atscheck, path)
            ratios.setdefault(name, []).append(ours / theirs)
            print(f"{path.name:40} atscheck {ours * 1e3:6.1f} ms  {name} {theirs * 1e3:6.1f} ms  ratio {ours / theirs:.2f}")
    for name, values in ratios.items():
        print(f"median ratio to {name}: {statistics.median(values):.2f} over {len(values)} files")


main()
