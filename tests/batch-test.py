#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tests of many files at once, from outside: what is checked and in which order, signals, the line of progress on a terminal, what
a batch comes to. Speaks TAP.

    batch-test.py ATSCHECK
"""
import fcntl
import json
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

PROGRAM = os.path.abspath(sys.argv[1])
FIXTURES = pathlib.Path(os.environ['ATSCHECK_FIXTURES'])
PDF = (FIXTURES / 'checks/missing-phone/bad.pdf').read_bytes()
# seconds within which a stopped run has ended, on a machine with other things to do
SOON = 20


def run(*arguments, **more):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=60, check=False, **more)


def names(result):
    return [json.loads(line)['document']['name'] for line in result.stdout.splitlines()]


def listed(*arguments, **more):
    """The documents that are checked, in their order. All are empty, so none needs a worker."""
    result = run('--format=jsonl', *arguments, **more)
    return names(result)


def touch(*paths):
    for path in paths:
        path = os.fsencode(path)
        os.makedirs(os.path.dirname(path) or b'.', exist_ok=True)
        open(path, 'wb').close()


def put(*paths):
    for path in paths:
        touch(path)
        pathlib.Path(path).write_bytes(PDF)


# --- what is checked ---

def folders_are_walked_in_order():
    touch('a/b.pdf', 'a/b/c.pdf', 'a/a.docx', 'a/Z.PDF', 'a/x.txt', 'a/.h.pdf', 'a/.hidden/d.pdf', 'a/~$a.docx')
    assert listed('a') == ['a/Z.PDF', 'a/a.docx', 'a/b.pdf']
    assert listed('-r', 'a') == ['a/Z.PDF', 'a/a.docx', 'a/b/c.pdf', 'a/b.pdf']
    assert listed('-r', 'a/b', 'a/a.docx') == ['a/b/c.pdf', 'a/a.docx']


def large_folders_are_sorted():
    # more bytes of names than are held at once six levels down, so that it is read in pieces
    deep = 'l/' * 8
    wanted = sorted(f'{deep}{(i * 7919) % 6000:04}-{"x" * 40}.pdf' for i in range(6000))
    touch(*reversed(wanted))
    assert listed('-r', '-j', '3', 'l') == wanted


def globs_choose():
    touch('a/one.pdf', 'a/draft-two.pdf', 'a/old/three.pdf', 'a/four.cv', 'a/new/old.pdf')
    assert listed('-r', '--exclude=draft*', '--exclude=old', 'a') == ['a/new/old.pdf', 'a/one.pdf']
    assert listed('-r', '--exclude=a/*/three.pdf', 'a') == ['a/draft-two.pdf', 'a/new/old.pdf', 'a/one.pdf']
    assert listed('-r', '--include=*.cv', 'a') == ['a/four.cv']
    assert listed('--exclude=one.*', 'a/one.pdf', 'a/draft-two.pdf') == ['a/draft-two.pdf']


def links_are_followed_when_asked():
    touch('a/in/one.pdf', 'elsewhere/two.pdf')
    os.symlink('../elsewhere', 'a/away')
    os.symlink('../../a', 'a/in/up')
    os.symlink('../elsewhere/two.pdf', 'a/two.pdf')
    assert listed('-r', 'a') == ['a/in/one.pdf']
    assert listed('-r', '--follow', 'a') == ['a/away/two.pdf', 'a/in/one.pdf', 'a/two.pdf']
    assert listed('a/two.pdf', 'a/away') == ['a/two.pdf', 'a/away/two.pdf']


def lists_are_read():
    touch('one.pdf', 'with\nline.pdf', 'in/two.pdf', ' spaced .pdf', '-')
    pathlib.Path('list').write_text('one.pdf\n\nin\n spaced .pdf\n-\nmissing.pdf')
    wanted = ['one.pdf', 'in/two.pdf', ' spaced .pdf', '-', 'missing.pdf']
    assert listed('--files-from=list') == wanted
    assert listed('--files-from=-', input=pathlib.Path('list').read_bytes()) == wanted
    assert listed('-0', '--files-from=-', 'one.pdf', input=b'with\nline.pdf\0one.pdf') == ['one.pdf', 'with\\x0Aline.pdf', 'one.pdf']
    # made on Windows; a name that ends so can be had in a list with NULs
    assert listed('--files-from=-', input=b'one.pdf\r\n\r\nin\r\n') == ['one.pdf', 'in/two.pdf']
    assert listed('-0', '--files-from=-', input=b'one.pdf\r\0') == ['one.pdf\\x0D']
    empty = run('--files-from=-', '--format=jsonl', input=b'')
    assert (empty.returncode, empty.stdout, empty.stderr) == (0, b'', b''), empty
    endless = run('--files-from=/dev/zero')
    assert endless.returncode == 3 and b'too long for a path' in endless.stderr, endless
    missing = run('--files-from=nowhere')
    assert missing.returncode == 2 and missing.stderr == b'atscheck: --files-from=nowhere: cannot be read: No such file or directory\n', missing
    folder = run('--files-from=in')
    assert folder.returncode == 3 and folder.stderr == b'atscheck: in: cannot be read: Is a directory\n', folder


def wrong_usage_is_told():
    for arguments in (['--jobs=0x', 'a'], ['--jobs=0', 'a'], ['--jobs=-1', 'a'], ['--jobs=1000', 'a'], ['--null', 'a'], ['--files-from=-', '-'], [],
                      ['--resume=r', '-o', 'o', 'a'], ['--resume=r', '--format=json', 'a']):
        result = run(*arguments)
        assert result.returncode == 2 and result.stderr.count(b'\n') == 1 and result.stdout == b'', (arguments, result)


def names_stay_distinct():
    raw = [b'r\xe9.pdf', b'r\\xE9.pdf', 'r\u00e9.pdf'.encode(), b'r\xef\xbf\xbd.pdf', b'r\x1b.pdf', b'r\xc2\x9b.pdf', b'back\\slash.pdf']
    for name in raw:
        open(name, 'wb').close()
    found = listed('.')
    assert len(set(found)) == len(raw), found
    assert './r\\xE9.pdf' in found and './r\\x5CxE9.pdf' in found and './back\\slash.pdf' in found, found
    # what is shown can be turned back into what the system calls it
    back = {re.sub(rb'\\x([0-9A-F]{2})', lambda m: bytes([int(m.group(1), 16)]), n.encode())[2:] for n in found}
    assert back == set(raw), back


def what_cannot_be_searched_is_told():
    touch('a/one.pdf')
    os.mkdir('empty')
    result = run('--format=jsonl', 'empty', 'a')
    assert result.returncode == 3 and names(result) == ['a/one.pdf'] and b'empty: no PDF or DOCX' in result.stderr, result
    nothing = run('--format=json', 'empty')
    assert (nothing.returncode, nothing.stdout) == (3, b''), nothing


def what_else_may_be_a_resume_is_told():
    touch('a/one.pdf', 'a/two.doc', 'a/three.DOC', 'a/four.odt', 'a/five.txt', 'a/.six.doc', 'a/.doc', 'a/in/seven.pages', 'a/draft.doc')
    os.symlink('two.doc', 'a/link.doc')
    told = 'atscheck: {}\n'.format
    for arguments, words in ((['--exclude=in', 'a'], '4 files of other kinds were not checked: .doc 3, .odt 1'),
                             (['-r', '--exclude=draft*', 'a'], '4 files of other kinds were not checked: .doc 2, .odt 1, .pages 1'),
                             (['-r', '--exclude=*.doc', '--exclude=*.DOC', '--exclude=*.odt', 'a'],
                              '1 file of another kind was not checked: .pages 1')):
        result = run('--format=jsonl', *arguments)
        assert result.stderr.decode() == 'atscheck: a/one.pdf: the file is empty\n' + told(words), result
    # who says what to check, or wants to hear little, is not told
    for arguments in (['-r', '--include=*.pdf', 'a'], ['-q', 'a'], ['a/one.pdf']):
        assert run('--format=jsonl', *arguments).stderr == b'atscheck: a/one.pdf: the file is empty\n', arguments
    os.unlink('a/one.pdf')
    assert run('a').stderr.decode() == ('atscheck: a: no PDF or DOCX in this folder itself: --recursive looks deeper\n' +
                                        told('4 files of other kinds were not checked: .doc 3, .odt 1'))
    # in a folder that is read in several goes, too
    deep = 'l/' * 8
    touch(*(f'{deep}{i:04}-{"x" * 40}.{kind}' for i in range(3000) for kind in ('pdf', 'rtf')))
    assert run('-r', '--format=jsonl', 'l').stderr.decode().splitlines()[-1] == 'atscheck: 3000 files of other kinds were not checked: .rtf 3000'


def folders_that_are_passed_over_are_told():
    touch('a/one.pdf', 'a/in/two.pdf', 'a/.hidden/three.pdf', 'b/one.pdf')
    told = 'atscheck: {}: the file is empty\n'.format
    assert run('--format=jsonl', 'a').stderr.decode() == told('a/one.pdf') + 'atscheck: 1 folder in a folder was not looked into: --recursive does\n'
    for arguments in (['--exclude=in', 'a'], ['-q', 'a']):
        assert run('--format=jsonl', *arguments).stderr.decode() == told('a/one.pdf'), arguments
    touch('b/x/y.txt', 'b/y/z/a.pdf')
    assert run('--format=jsonl', 'a', 'b').stderr.decode().splitlines()[-1] == \
        'atscheck: 3 folders in folders were not looked into: --recursive does'
    assert 'looked into' not in run('-r', '--format=jsonl', 'a', 'b').stderr.decode()


# --- order, and what goes wrong with one ---

def reports_do_not_depend_on_jobs():
    paths = sorted(str(p) for p in FIXTURES.glob('checks/*/bad.pdf'))[:24]
    one, many = (run('--format=jsonl', '--fail-on=never', '-j', jobs, *paths) for jobs in '14')
    assert one.returncode == many.returncode == 0 and one.stdout == many.stdout
    assert names(one) == paths
    mixed = run('--format=jsonl', '--fail-on=never', '-j', '4', '--unordered', *paths)
    assert sorted(mixed.stdout.splitlines()) == sorted(one.stdout.splitlines())


def one_that_takes_long_stops_no_other():
    put('b.pdf', 'c.pdf', 'd.pdf')
    os.mkfifo('pipe')
    words = b''.join(b'1 0 0 1 72 700 Tm (%d) Tj ' % i for i in range(100000))
    content = b'BT /F 10 Tf ' + words + b'ET'
    pathlib.Path('a.pdf').write_bytes(
        b'%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n'
        b'3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj\n'
        b'4 0 obj <</Length ' + str(len(content)).encode() + b'>> stream\n' + content + b'\nendstream endobj\n'
        b'5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\ntrailer <</Root 1 0 R/Size 6>>\n%%EOF\n')
    result = run('--format=jsonl', '--fail-on=never', '-j', '2', '--timeout=2', 'a.pdf', 'pipe', 'b.pdf', 'c.pdf', 'd.pdf')
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [r['document']['name'] for r in records] == ['a.pdf', 'pipe', 'b.pdf', 'c.pdf', 'd.pdf']
    assert ['verdict' in r for r in records][1:] == [False, True, True, True] and result.returncode == 3, result


def the_output_is_no_input():
    put('a/one.pdf', 'a/two.pdf')
    result = run('-o', 'a/two.pdf', 'a')
    assert result.returncode == 2 and b'document to check' in result.stderr, result
    assert pathlib.Path('a/two.pdf').read_bytes() == PDF
    result = run('--resume', 'a/two.pdf', 'a/one.pdf', 'a/two.pdf')
    assert result.returncode == 2 and b'document to check' in result.stderr, result
    assert sorted(os.listdir('a')) == ['one.pdf', 'two.pdf']


# --- what a batch comes to ---

def a_batch_is_summed_up():
    put('a/3.pdf')
    for name in '12':
        shutil.copyfile(FIXTURES / 'checks/multi-column/bad.pdf', f'a/{name}.pdf')
    touch('a/4.pdf')
    summary = json.loads(run('--format=json', 'a').stdout)['summary']
    assert summary['documents'] == 4 and summary['not_checked'] == 1 and summary['copies'] == 1, summary
    assert summary['errors'] == [{'code': 'unsupported', 'documents': 1}], summary
    assert {c['id']: c['documents'] for c in summary['checks']}['multi-column'] == 2, summary
    assert [w['name'] for w in summary['worst']] == ['a/1.pdf', 'a/2.pdf'], summary
    assert [(t['documents'], t['example']) for t in summary['templates']] == [(2, 'a/1.pdf')], summary
    assert 'multi-column' in [c['id'] for c in summary['templates'][0]['checks']], summary
    text = run('a').stdout.decode()
    for part in ('the same file as a/1.pdf', 'Commonest findings', 'Worst documents', 'What each template breaks', 'unsupported'):
        assert part in text, (part, text)
    assert text.splitlines()[-1].startswith('4 documents: ') or '4 documents: ' in text.splitlines()[-2], text


# --- signals ---

def children(pid):
    return pathlib.Path(f'/proc/{pid}/task/{pid}/children').read_text().split()


def group_of(pid):
    """All processes below one, with the threads that started them."""
    found, todo = [], [str(pid)]
    while todo:
        for task in pathlib.Path(f'/proc/{todo.pop()}/task').glob('*/children'):
            below = task.read_text().split()
            found += below
            todo += below
    return found


def signals_end_it_well():
    put(*(f'a/{i:03}.pdf' for i in range(300)))
    for number in (signal.SIGINT, signal.SIGTERM):
        process = subprocess.Popen([PROGRAM, '--format=json', '-j', '2', 'a'], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   bufsize=0)
        head = process.stdout.read(20000)
        workers = group_of(process.pid)
        assert workers
        process.send_signal(number)
        out, err = process.communicate(timeout=SOON)
        summary = json.loads(head + out)['summary']
        assert process.returncode == 128 + number and 0 < summary['documents'] < 300, (process.returncode, summary)
        assert re.fullmatch(rf'atscheck: stopped: {summary["documents"]} documents? checked\n', err.decode()), err
        assert summary['not_checked'] == 0, summary
        deadline = time.monotonic() + SOON
        while any(os.path.exists(f'/proc/{pid}') for pid in workers) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not [pid for pid in workers if os.path.exists(f'/proc/{pid}')], 'orphans'


def a_list_that_does_not_end_is_left():
    process = subprocess.Popen([PROGRAM, '--files-from=-', '-o', 'out'], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    assert process.wait(SOON) == 130 and b'left as it was' in process.stderr.read() and not os.path.exists('out')
    process.stdin.close()


def a_resumed_run_goes_on():
    put(*(f'a/{i:03}.pdf' for i in range(300)))
    process = subprocess.Popen([PROGRAM, '--resume=r.jsonl', 'a'], stderr=subprocess.PIPE)
    while not os.path.exists('r.jsonl.part') or os.path.getsize('r.jsonl.part') < 50000:
        time.sleep(0.01)
    # so that it is not done meanwhile
    process.send_signal(signal.SIGSTOP)
    second = run('--resume=r.jsonl', 'a')
    assert second.returncode == 3 and b'another run' in second.stderr, second
    process.send_signal(signal.SIGTERM)
    process.send_signal(signal.SIGCONT)
    assert process.wait(SOON) == 143 and b'goes on from there' in process.stderr.read() and not os.path.exists('r.jsonl')
    # one that was at work may be missing before another that was done
    done = pathlib.Path('r.jsonl.part').read_bytes().splitlines()
    assert run('--resume=r.jsonl', 'a', '--fail-on=never').returncode == 0
    whole = pathlib.Path('r.jsonl').read_bytes().splitlines()
    assert done and set(done) <= set(whole) and not os.path.exists('r.jsonl.part')
    assert [json.loads(line)['document']['name'] for line in whole] == [f'a/{i:03}.pdf' for i in range(300)]


def only_what_changed_is_checked_again():
    put('a/1.pdf', 'a/2.pdf', 'a/3.pdf')
    assert run('--resume=r.jsonl', 'a', '--fail-on=never').returncode == 0
    first = pathlib.Path('r.jsonl').read_bytes().splitlines()
    # a mark that a new report would not have tells what was kept
    marked = [line.replace(b'"verdict":', b'"kept":true,"verdict":') for line in first]
    pathlib.Path('r.jsonl').write_bytes(b'\n'.join(marked) + b'\nnot a report\n{"half":')
    shutil.copyfile(FIXTURES / 'checks/multi-column/bad.pdf', 'a/2.pdf')
    put('a/0.pdf')
    os.rename('a/3.pdf', 'a/4.pdf')
    assert run('--resume=r.jsonl', 'a').returncode == 1
    second = [json.loads(line) for line in pathlib.Path('r.jsonl').read_bytes().splitlines()]
    assert [(r['document']['name'], 'kept' in r) for r in second] == [('a/0.pdf', False), ('a/1.pdf', True), ('a/2.pdf', False),
                                                                      ('a/4.pdf', False)]
    # findings of a report that is kept count, too; other settings keep nothing
    assert run('--resume=r.jsonl', 'a').returncode == 1
    assert run('--resume=r.jsonl', 'a', '--severity=missing-phone=note', '--fail-on=never').returncode == 0
    third = [json.loads(line) for line in pathlib.Path('r.jsonl').read_bytes().splitlines()]
    assert not any('kept' in r for r in third) and third[0]['tool']['settings'] != second[0]['tool']['settings']


def mark(path):
    """Puts what a new report would not have into each of a file's, so that those that are kept can be told."""
    data = pathlib.Path(path).read_bytes()
    pathlib.Path(path).write_bytes(data.replace(b'"kept":true,', b'').replace(b'"verdict":', b'"kept":true,"verdict":'))


def kept(*arguments, status=0):
    """The documents that a run keeps, of those that an earlier one left."""
    mark('r.jsonl')
    result = run('--resume=r.jsonl', '-r', 'a', '--fail-on=never', *arguments)
    assert result.returncode == status, result
    records = [json.loads(line) for line in pathlib.Path('r.jsonl').read_bytes().splitlines()]
    assert [r['document']['name'] for r in records] == ['a/1.pdf', 'a/in/2.pdf', 'a/in/3.pdf'], records
    return [r['document']['name'][2:] for r in records if 'kept' in r], result.stderr.decode()


def settings_of_a_document_are_its_own():
    put('a/1.pdf', 'a/in/2.pdf', 'a/in/3.pdf')
    conf, inner = pathlib.Path('a/.atscheck.conf'), pathlib.Path('a/in/.atscheck.conf')
    assert run('--resume=r.jsonl', '-r', 'a', '--fail-on=never').returncode == 0
    assert kept() == (['1.pdf', 'in/2.pdf', 'in/3.pdf'], '')
    # of a folder below
    inner.write_text('[severity]\nmissing-phone=error\n')
    assert kept() == (['1.pdf'], '')
    reports = [json.loads(line) for line in pathlib.Path('r.jsonl').read_bytes().splitlines()]
    assert [f['severity'] for r in reports for f in r['findings'] if f['id'] == 'missing-phone'] == ['note', 'error', 'error'], reports
    assert len({r['tool']['settings'] for r in reports}) == 2 and reports[1]['tool']['settings'] == reports[2]['tool']['settings']
    # what changes no report keeps it: a comment, options, an order, a section on others
    inner.write_text('# why\n[options]\njobs=1\nfail-on=note\n[files "9*"]\nignore.missing-phone=x\n'
                     '[severity]\nphoto=error\nmissing-phone=error\n')
    assert kept() == (['1.pdf'], '')
    inner.write_text('[severity]\nmissing-phone=error\nphoto=error\n')
    assert kept() == (['1.pdf', 'in/2.pdf', 'in/3.pdf'], '')
    # of some of the documents of a folder, and of what is ignored
    inner.write_text('[severity]\nmissing-phone=error\nphoto=error\n[files "3.*"]\nignore.missing-phone=x\n')
    assert kept() == (['1.pdf', 'in/2.pdf'], '')
    # nobody knows what a report that is kept would have ignored; another reason is no other report
    inner.write_text(inner.read_text().replace('=x', '=another').replace('3.*', '?.*'))
    assert kept() == (['1.pdf', 'in/3.pdf'], '')
    conf.write_text('[ignore]\nmissing-phone=x\n')
    assert kept() == (['in/2.pdf', 'in/3.pdf'], '')
    # what the command line decides no file changes
    assert kept('--ignore=missing-phone')[0] == []
    conf.write_text('')
    inner.write_text('[severity]\nphoto=error\n')
    assert kept('--ignore=missing-phone') == (['1.pdf', 'in/2.pdf', 'in/3.pdf'], '')


def acceptances_of_a_document_are_its_own():
    put('a/1.pdf', 'a/in/2.pdf', 'a/in/3.pdf')
    assert run('-r', '--write-baseline=base', 'a').returncode == 0
    lines = pathlib.Path('base').read_text().splitlines(keepends=True)
    assert run('--resume=r.jsonl', '-r', 'a', '--baseline=base', '--fail-on=note').returncode == 0
    assert kept('--baseline=base') == (['1.pdf', 'in/2.pdf', 'in/3.pdf'], '')
    pathlib.Path('base').write_text(''.join(line for line in lines if not line.startswith('a/in/2.pdf\tmissing-phone')))
    assert kept('--baseline=base') == (['1.pdf', 'in/3.pdf'], '')
    assert run('--resume=r.jsonl', '-r', 'a', '--baseline=base', '--fail-on=note').returncode == 1
    assert kept() == ([], '')


def what_reached_a_limit_is_tried_again():
    put('a/1.pdf', 'a/2.pdf')
    assert run('--resume=r.jsonl', 'a', '--timeout=0.001').returncode == 3
    first = [json.loads(line) for line in pathlib.Path('r.jsonl').read_bytes().splitlines()]
    assert [r['error']['code'] for r in first] == ['timeout'] * 2, first
    assert run('--resume=r.jsonl', 'a', '--fail-on=never').returncode == 0
    second = pathlib.Path('r.jsonl').read_bytes()
    assert second.count(b'"verdict"') == 2 and b'"error":{' not in second
    # a limit does not change what a report says
    assert run('--resume=r.jsonl', 'a', '--timeout=0.001', '--fail-on=never').returncode == 0
    assert pathlib.Path('r.jsonl').read_bytes() == second


# --- progress ---

class Terminal:
    """A terminal of so many columns on standard error, and what is written to it."""

    def __init__(self, columns, *arguments, **environment):
        self.master, slave = pty.openpty()
        self.resize(columns)
        env = {**os.environ, 'TERM': 'xterm', **environment}
        self.process = subprocess.Popen([PROGRAM, *arguments], stdout=subprocess.DEVNULL, stderr=slave, env=env)
        os.close(slave)
        self.text = b''

    def resize(self, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))

    def read(self, until=None):
        while until is None or not until(self.text):
            if not select.select([self.master], [], [], SOON)[0]:
                break
            try:
                data = os.read(self.master, 65536)
            except OSError:
                break
            if not data:
                break
            self.text += data
        return self.text.decode()

    def end(self):
        text = self.read()
        self.process.wait(SOON)
        os.close(self.master)
        return text


def drawn(text):
    """What stood on the line, one after the other."""
    return re.findall(r'\r\x1b\[J\x1b\[\?7l([^\r\x1b\n]+)\x1b\[\?7h\r(?!\n)', text)


def progress_fits_the_terminal():
    put(*(f'a/{i:03}.pdf' for i in range(80)))
    touch('a/empty.pdf')
    for columns in (80, 40, 12):
        text = Terminal(columns, '--format=jsonl', 'a').end()
        lines = drawn(text)
        assert lines and all(len(line) < columns for line in lines), (columns, lines)
        # erased at the end, and before other words
        assert text.endswith('\r\x1b[J') or text.endswith('\n'), text[-80:]
        assert re.search(r'(^|\n|\r\x1b\[J)atscheck: a/empty.pdf: the file is empty\r\n', text), text
        if columns == 80:
            assert any(re.match(r'\d+ of 81 \(\d+ %\)', line) for line in lines), lines
        if columns == 40:
            assert any(re.match(r'\d+ of 81|\d+/81', line) for line in lines), lines


def progress_follows_the_width():
    put(*(f'a/{i:03}.pdf' for i in range(100)))
    terminal = Terminal(80, '--format=jsonl', 'a')
    terminal.read(lambda text: text.count(b'\x1b[J') > 3)
    terminal.resize(20)
    before = len(terminal.text)
    text = terminal.end()
    # one line may have been on its way
    assert all(len(line) < 20 for line in drawn(text[before:])[1:]), drawn(text[before:])


def a_terminal_is_told_what_went_elsewhere():
    put('a/1.pdf', 'a/2.pdf')
    touch('a/3.pdf')
    told = '3 documents: 2 pass, 0 risk, 0 fail, 1 not checked\r\n'
    assert Terminal(80, '-o', 'out', 'a').end().endswith(told)
    assert Terminal(80, '--resume=r.jsonl', 'a').end().endswith(told)
    assert Terminal(80, '--resume=r.jsonl', 'a').end().endswith('3 documents (3 from an earlier run): 2 pass, 0 risk, 0 fail, 1 not checked\r\n')
    assert '3 documents' not in Terminal(80, '--quiet', '--resume=r.jsonl', 'a').end()
    assert '3 documents' not in Terminal(80, 'a').end() and run('-o', 'out', 'a').stderr.count(b'\n') == 1


def progress_is_for_terminals():
    put('a/1.pdf', 'a/2.pdf')
    assert run('--format=jsonl', '--fail-on=never', 'a').stderr == b''
    assert Terminal(80, '--quiet', 'a').end() == ''
    assert Terminal(80, 'a', TERM='dumb').end() == ''
    assert Terminal(80, 'a/1.pdf').end() == ''


TESTS = [folders_are_walked_in_order, large_folders_are_sorted, globs_choose, links_are_followed_when_asked, lists_are_read,
         wrong_usage_is_told, names_stay_distinct, what_cannot_be_searched_is_told, what_else_may_be_a_resume_is_told,
         folders_that_are_passed_over_are_told,
         reports_do_not_depend_on_jobs,
         one_that_takes_long_stops_no_other, the_output_is_no_input, a_batch_is_summed_up, signals_end_it_well,
         a_list_that_does_not_end_is_left, a_resumed_run_goes_on, only_what_changed_is_checked_again,
         settings_of_a_document_are_its_own, acceptances_of_a_document_are_its_own,
         what_reached_a_limit_is_tried_again, progress_is_for_terminals]


def has_terminals():
    """A bare chroot has none: its /dev/pts is empty."""
    try:
        for fd in pty.openpty():
            os.close(fd)
    except OSError:
        return False
    return True


def main():
    tests = TESTS + ([progress_fits_the_terminal, progress_follows_the_width,
                       a_terminal_is_told_what_went_elsewhere] if has_terminals() else [])
    if not has_terminals():
        tests.remove(progress_is_for_terminals)
    print(f'1..{len(tests)}')
    failed = 0
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            start = time.monotonic()
            try:
                test()
                print(f'ok {number} - {test.__name__} # {time.monotonic() - start:.1f} s', flush=True)
            except Exception as error:  # pylint: disable=broad-except
                failed += 1
                said = f'{type(error).__name__}: {error}'.replace('\n', ' ')[:1000]
                print(f'not ok {number} - {test.__name__} # {said}', flush=True)
            os.chdir('/')
    return 1 if failed else 0


sys.exit(main())
