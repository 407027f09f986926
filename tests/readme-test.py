#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds README.md to what the program prints: every block ```console whose first line is `$ atscheck …` is run from
the top of the project, and its output is compared. Prints TAP.

  readme-test.py ATSCHECK README.md            # compare
  readme-test.py ATSCHECK README.md --rewrite  # write what the program prints now
"""
import pathlib
import re
import shlex
import subprocess
import sys

BLOCK = re.compile(r"^```console\n\$ atscheck (?P<arguments>[^\n]*)\n(?P<output>.*?)^```$", re.S | re.M)


def output_of(program, arguments, top):
    run = subprocess.run([program, *shlex.split(arguments)], cwd=top, capture_output=True, text=True, check=False)
    return run.stdout


def main():
    program, readme = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    text, top = readme.read_text(encoding="utf-8"), readme.parent

    def renew(block):
        arguments = block["arguments"]
        return f"```console\n$ atscheck {arguments}\n{output_of(program, arguments, top)}```"

    if "--rewrite" in sys.argv:
        readme.write_text(BLOCK.sub(renew, text), encoding="utf-8")
        return
    blocks = list(BLOCK.finditer(text))
    print(f"1..{len(blocks) + 1}")
    print("ok 1 - README shows a run" if blocks else "not ok 1 - README shows a run")
    for number, block in enumerate(blocks, 2):
        same = renew(block) == block[0]
        print(f"{'ok' if same else 'not ok'} {number} - atscheck {block['arguments']}")


main()
