#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""How the cost of a page grows with its words: ten times the words may cost 13 times as much, and no more.

  meson test -C build --benchmark growth
  tests/growth.py GROW          # the program tests/grow

Counted are the instructions that a run takes beyond that on a page of a few words, by valgrind's callgrind, but for those in
which poppler makes lines of the words, as it does for anybody who asks for text; without valgrind, the processor time, the best of
several runs. Every shape is measured at 400 words (a full page of a resume), 4,000 and 40,000.
"""
import math
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile

WORDS = (400, 4000, 40000)
FEW = 4  # words of the page whose cost every run has
MOST = 13.0
RUNS = 5  # of each, where only the time can be taken
VALGRIND = shutil.which("valgrind")
# poppler makes lines and blocks of a page, for pdftotext as for us, at a cost that grows faster on pages of single words
POPPLERS_LINES = "TextPage::coalesce("

VOCABULARY = "led planned built measured wrote taught moved closed harbour quiet budget team report system river seven".split()
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(i):
    return VOCABULARY[i % len(VOCABULARY)]


# --- pages ---


SIZE, PITCH, MARGIN, ROOM = 10, 12, 36, 48  # points: letters, lines, margins, and the place of one word in a grid


def spread(n, per, cell):
    """A page of lines of `per` words, as large as they need: a PDF's page may be of any size, and small letters are not seen."""
    height = 2 * MARGIN + PITCH * -(-n // per)
    operators = []
    for i in range(0, n, per):
        y = height - MARGIN - PITCH * (i // per)
        words = [word(k) for k in range(i, min(n, i + per))]
        pieces = cell(words)
        operators += [f"{SIZE} 0 0 {SIZE} {x} {y} Tm ({text}) Tj" for x, text in pieces]
    return operators, 2 * MARGIN + per * ROOM, height


def prose(n):
    return spread(n, 12, lambda words: [(MARGIN, " ".join(words))])


def columns(n):
    return spread(n, 10, lambda words: [(MARGIN, " ".join(words[:4])), (MARGIN + 5 * ROOM, " ".join(words[4:]))])


def grid(n):
    return spread(n, math.isqrt(n) + 1, lambda words: [(MARGIN + ROOM * i, text[:7]) for i, text in enumerate(words)])


def pdf(page):
    operators, width, height = page
    content = "\n".join(["BT /F 1 Tf", *operators, "ET"])
    return ("%PDF-1.4\n"
            "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
            "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
            f"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents 4 0 R"
            "/Resources<</Font<</F 5 0 R>>>>>> endobj\n"
            f"4 0 obj <</Length {len(content)}>> stream\n{content}\nendstream endobj\n"
            "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n"
            "trailer <</Root 1 0 R/Size 6>>\n")


def docx(path, n):
    paragraphs = "".join(f"<w:p><w:r><w:t>{' '.join(map(word, range(i, min(n, i + 8))))} {i}</w:t></w:r></w:p>"
                         for i in range(0, n, 8))
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml",
                         f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType='
                         '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        package.writestr("_rels/.rels",
                         f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
                         f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>')
        package.writestr("word/document.xml",
                         f'<w:document xmlns:w="{NAMESPACE}"><w:body>{paragraphs}</w:body></w:document>')


# --- costs ---


def spent_in(function, profile):
    """The instructions of all calls of a function, with what it calls itself."""
    number, called, spent = None, None, 0
    for line in profile:
        named = re.match(r"cfn=(\(\d+\))(?: (.*))?$", line)
        if named:
            called = named.group(1)
            if named.group(2) and named.group(2).startswith(function):
                number = called
        elif line.startswith("fn=") and line.rstrip().partition(" ")[2].startswith(function):
            number = line[3:].partition(" ")[0]
        elif line.startswith("calls=") and called == number is not None:
            spent += int(next(profile).split()[1])
    return spent


def instructions(command):
    with tempfile.NamedTemporaryFile() as out:
        run = subprocess.run([VALGRIND, "--tool=callgrind", f"--callgrind-out-file={out.name}", *command],
                             capture_output=True, text=True, check=True)
        with open(out.name, errors="replace") as profile:
            theirs = spent_in(POPPLERS_LINES, profile)
    return int(re.search(r"Collected : (\d+)", run.stderr).group(1)) - theirs


def seconds(command):
    def once():
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run(command, check=True)
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    return min(once() for _ in range(RUNS))


def cost(command):
    return instructions(command) if VALGRIND else seconds(command)


def commands(grow, folder):
    """The name of each shape, and what runs it with so many words."""
    def file(suffix, write):
        def make(n):
            path = pathlib.Path(folder) / f"page{suffix}"
            write(path, n)
            return [grow, "file", str(path)]
        return make

    for shape in ("lines", "columns", "cells", "grid", "spot"):
        yield f"layout of {shape}", lambda n, shape=shape: [grow, "layout", shape, str(n)]
    for shape in (prose, columns, grid):
        yield f"PDF of {shape.__name__}", file(".pdf", lambda path, n, shape=shape: path.write_text(pdf(shape(n))))
    yield "DOCX of paragraphs", file(".docx", docx)


def main():
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, command in commands(sys.argv[1], folder):
            always = cost(command(FEW))
            costs = [max(cost(command(n)) - always, 1e-3) for n in WORDS]
            steps = [b / a for a, b in zip(costs, costs[1:])]
            failed = failed or max(steps) > MOST
            unit = "{:13,.0f} instructions" if VALGRIND else "{:8.3f} s"
            print(f"{name:20}", *(unit.format(c) for c in costs), *(f"x{step:.1f}" for step in steps),
                  "TOO MUCH" if max(steps) > MOST else "", flush=True)
    sys.exit(failed)


main()
