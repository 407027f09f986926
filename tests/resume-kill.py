#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Kills batches with --resume at random moments, by SIGKILL to the program or to one of its workers, and holds what they leave, and
what they come to in the end, against an undisturbed run: nothing lost, nothing twice, nothing changed. Speaks TAP.

    resume-kill.py ATSCHECK KILLS [FIXTURES] [SEED]
"""
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

# documents of the batch: enough that a kill falls somewhere in the middle, few enough that a thousand kills take minutes
DOCUMENTS = 20
# how often it is a worker, or what starts them, that is killed
WORKER_SHARE = 0.4


def make_documents(fixtures, folder):
    """Small documents of both kinds, some that cannot be checked, and copies."""
    pdfs = sorted(fixtures.glob('checks/*/*.pdf'))[:DOCUMENTS]
    for i, path in enumerate(pdfs):
        target = folder / f'{i % 3}' / f'{i:03}.pdf'
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, target)
    shutil.make_archive(str(folder / 'word'), 'zip', fixtures / 'clean/word.docx')
    os.rename(folder / 'word.zip', folder / 'word.docx')
    shutil.copyfile(folder / 'word.docx', folder / '2' / 'copy.docx')
    (folder / 'text.pdf').write_text('not a PDF\n')
    (folder / 'empty.docx').write_bytes(b'')
    os.symlink('nowhere', folder / '1' / 'link.pdf')
    with open(os.fsencode(folder) + b'/r\xe9sum\xe9.pdf', 'wb') as f:
        f.write(pdfs[0].read_bytes())


def command(program, output, folder):
    return [program, '--recursive', '--fail-on', 'never', '--jobs', '2', '--resume', output, folder]


def descendants(pid):
    parents = {}
    for stat in pathlib.Path('/proc').glob('[0-9]*/stat'):
        try:
            fields = stat.read_text().rpartition(')')[2].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found, todo = [], [pid]
    while todo:
        children = parents.get(todo.pop(), [])
        found += children
        todo += children
    return found


def whole_lines(path):
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return []
    return [json.loads(line) for line in data[:data.rfind(b'\n') + 1].splitlines()]


def is_whole(record):
    return 'error' not in record or record['error']['code'] in ('unsupported', 'damaged', 'encrypted')


class Batch:
    """One batch, from its start to the run that ends by itself and undisturbed."""

    def __init__(self, program, folder, output, seconds):
        self.program, self.folder, self.output, self.seconds = program, folder, output, seconds
        self.part = output.with_name(output.name + '.part')
        self.kills = 0

    def kept(self):
        return {r['document']['name'] for path in (self.output, self.part) for r in whole_lines(path) if is_whole(r)}

    def disturb(self, process):
        """One kill, at some moment; whether the whole is dead."""
        time.sleep(random.uniform(0, self.seconds))
        targets = descendants(process.pid) if random.random() < WORKER_SHARE else [process.pid]
        if not targets or process.poll() is not None:
            return process.poll() is not None
        target = random.choice(targets)
        try:
            os.kill(target, signal.SIGKILL)
            self.kills += 1
        except ProcessLookupError:
            return False
        return target == process.pid

    def run(self, disturbed):
        before = self.kept()
        process = subprocess.Popen(command(self.program, self.output, self.folder), stderr=subprocess.DEVNULL)
        if disturbed:
            while not self.disturb(process) and random.random() < 0.5:
                pass
        process.wait()
        lost = before - self.kept()
        assert not lost, f'lost: {lost}'
        return process.returncode


def one_batch(program, folder, output, reference, seconds, limit):
    batch = Batch(program, folder, output, seconds)
    while batch.kills < limit and random.random() < 0.95:
        batch.run(True)
    assert batch.run(False) == 3, 'an undisturbed run ends otherwise'
    assert output.read_bytes() == reference, 'the end differs from an undisturbed run'
    left = sorted(p.name for p in output.parent.iterdir())
    assert left == [output.name], f'left behind: {left}'
    output.unlink()
    return batch.kills


def main():
    program, wanted = sys.argv[1], int(sys.argv[2])
    fixtures = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else os.environ['ATSCHECK_FIXTURES'])
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(2 ** 32)
    random.seed(seed)
    kills = batches = 0
    print(f'1..1\n# seed {seed}')
    with tempfile.TemporaryDirectory() as place:
        folder, output = pathlib.Path(place, 'in'), pathlib.Path(place, 'out', 'reports.jsonl')
        folder.mkdir()
        output.parent.mkdir()
        make_documents(fixtures, folder)
        start = time.monotonic()
        subprocess.run(command(program, output, folder), stderr=subprocess.DEVNULL, check=False)
        seconds = time.monotonic() - start
        reference = output.read_bytes()
        assert len(whole_lines(output)) == DOCUMENTS + 5, len(whole_lines(output))
        output.unlink()
        while kills < wanted:
            kills += one_batch(program, folder, output, reference, seconds, wanted - kills)
            batches += 1
    print(f'ok 1 - {kills} kills in {batches} batches: nothing lost, nothing twice')


try:
    main()
except AssertionError as error:
    print(f'not ok 1 - {error}')
    sys.exit(1)
