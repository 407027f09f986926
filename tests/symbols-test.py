#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the library exports, held against the checked-in list, and what each program loads:
symbols-test.py LIST LIBRARY PROGRAM WORKER-PDF WORKER-DOCX

A symbol that is new belongs into the list; one that is gone breaks programs that use the library.
"""
import pathlib
import re
import subprocess
import sys

number = 0


def tell(ok, what, *details):
    global number
    number += 1
    print(f"{'ok' if ok else 'not ok'} {number} - {what}")
    for detail in details:
        print(f"# {detail}")


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def exported(library):
    lines = output("nm", "--dynamic", "--defined-only", "--format=posix", library).splitlines()
    return {line.split()[0].split("@")[0] for line in lines if line.split()[1] != "A"}


def declared(headers):
    """The functions that the public headers mark as exported; a declared type brings its get_type."""
    text = "".join(header.read_text() for header in sorted(headers.glob("*.h*")))
    functions = set(re.findall(r"ATSCHECK_API[^;(]*?(atscheck_\w+)\(", text))
    types = re.findall(r"G_DECLARE_FINAL_TYPE\(\w+, (\w+),", text)
    return functions | {name + "_get_type" for name in types}


def main():
    listed_in, library, program, worker_pdf, worker_docx = sys.argv[1:]
    listed = {line for line in pathlib.Path(listed_in).read_text().split("\n") if line and not line.startswith("#")}
    found = exported(library)
    tell(found == listed, "the library exports what is listed",
         *[f"not listed: {s}" for s in sorted(found - listed)], *[f"not there: {s}" for s in sorted(listed - found)])
    headers = declared(pathlib.Path(listed_in).parents[2] / "include" / "atscheck")
    tell(headers == listed, "the headers declare what is listed",
         *[f"not listed: {s}" for s in sorted(headers - listed)], *[f"not declared: {s}" for s in sorted(listed - headers)])
    for path in (library, program, worker_docx):
        tell("poppler" not in output("ldd", path), f"{pathlib.Path(path).name} does not load poppler")
    for path in (library, program):
        loaded = re.findall(r"lib(xml2|zip|cairo|png|jpeg|tesseract|lept)\b", output("ldd", path))
        tell(not loaded, f"{pathlib.Path(path).name} loads no library that parses documents", *loaded)
    tell("poppler" in output("ldd", worker_pdf), "the worker for PDF does")
    print(f"1..{number}")


main()
