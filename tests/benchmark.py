#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""How long atscheck takes beside programs that only extract text: whole processes, on the same files, in turns.

  meson test -C build --benchmark          # the project's own fixtures
  tests/benchmark.py ATSCHECK FILE...      # any files

For each file the two programs run in turn; the ratio is that of their median wall times. A PDF is held against
`pdftotext -bbox-layout` (words and boxes: the nearest to what atscheck extracts), a DOCX against `docx2txt`.
"""
import pathlib
import shutil
import statistics
import subprocess
import sys
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


def compare(atscheck, path):
    ours = [atscheck, "--format", "json", str(path)]
    theirs = peer(path)
    times = [(once(ours), once(theirs)) for _ in range(RUNS)]
    return [statistics.median(column) for column in zip(*times)]


def packed(folder, into):
    """An unzipped DOCX fixture as a file."""
    path = pathlib.Path(into) / folder.name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in sorted(p for p in folder.rglob("*") if p.is_file()):
            archive.write(part, part.relative_to(folder))
    return path


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    atscheck, ratios = sys.argv[1], {}
    with tempfile.TemporaryDirectory() as scratch:
        for path in map(pathlib.Path, sys.argv[2:]):
            path = packed(path, scratch) if path.is_dir() else path
            name = peer(path)[0]
            if not shutil.which(name):
                print(f"{path.name}: {name} is not installed, nothing to hold it against")
                continue
            ours, theirs = compare(atscheck, path)
            ratios.setdefault(name, []).append(ours / theirs)
            print(f"{path.name:40} atscheck {ours * 1e3:6.1f} ms  {name} {theirs * 1e3:6.1f} ms  ratio {ours / theirs:.2f}")
    for name, values in ratios.items():
        print(f"median ratio to {name}: {statistics.median(values):.2f} over {len(values)} files")


main()
