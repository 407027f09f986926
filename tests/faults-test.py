#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tests of what goes wrong around the program, from outside: files that may not grow, readers that leave, input in crumbs, files that
change or go while they are read, a program that is stopped and goes on. Speaks TAP.

    faults-test.py ATSCHECK
"""
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
FIXTURES = pathlib.Path(os.environ['ATSCHECK_FIXTURES'])
PDF = (FIXTURES / 'checks/missing-phone/bad.pdf').read_bytes()
N = 24
NAMES = [f'{i:02}.pdf' for i in range(N)]
# seconds within which a run has ended, on a machine with other things to do
SOON = 60


def run(*arguments, **more):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=SOON, check=False, **more)


def put_all():
    for name in NAMES:
        pathlib.Path(name).write_bytes(PDF)


def limit_files():
    """To less than a report."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
    # as a shell starts its programs; python itself ignores it
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)


def assert_one_line(result, status, words):
    lines = result.stderr.decode().splitlines()
    assert result.returncode == status, (result.returncode, lines)
    assert len(lines) == 1 and words in lines[0], lines


# --- output ---

def a_file_that_may_not_grow_is_told():
    put_all()
    pathlib.Path('out').write_text('old')
    result = run('--format=json', '-o', 'out', *NAMES, preexec_fn=limit_files)
    assert_one_line(result, 3, 'out')
    assert pathlib.Path('out').read_text() == 'old'
    assert sorted(os.listdir('.')) == [*NAMES, 'out'], os.listdir('.')


def a_run_that_found_no_room_goes_on_when_there_is_some():
    put_all()
    whole = run('--format=jsonl', *NAMES)
    result = run('--resume', 'kept', *NAMES, preexec_fn=limit_files)
    assert_one_line(result, 3, 'kept')
    assert not os.path.exists('kept')
    assert run('--resume', 'kept', *NAMES).returncode == whole.returncode
    assert pathlib.Path('kept').read_bytes() == whole.stdout


def a_reader_that_leaves_ends_the_run():
    put_all()
    for lines in range(8):
        process = subprocess.Popen([PROGRAM, '--format=jsonl', '-j', '4', *NAMES * 4], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(lines):
            assert process.stdout.readline().endswith(b'}\n')
        process.stdout.close()
        told = process.stderr.read().decode()
        process.stderr.close()
        assert process.wait(SOON) == 3, process.returncode
        assert told.count('\n') == 1 and 'standard output' in told, told


def closed_streams_are_not_taken_for_other_files():
    """Whatever is closed: the report comes whole, or it is told that it cannot be written."""
    pathlib.Path('a.pdf').write_bytes(PDF)
    whole = run('a.pdf')
    for closed in ('<&-', '2>&-', '<&- 2>&-', '>&-', '<&- >&-', '>&- 2>&-', '<&- >&- 2>&-'):
        shell = subprocess.run(['sh', '-c', f'exec "$0" a.pdf b.pdf {closed}', PROGRAM], capture_output=True, timeout=SOON, check=False)
        one = subprocess.run(['sh', '-c', f'exec "$0" a.pdf {closed}', PROGRAM], capture_output=True, timeout=SOON, check=False)
        assert shell.returncode == 3, (closed, shell)
        if '>&-' in closed.replace('2>&-', ''):
            assert one.returncode == 3 and one.stdout == b'', (closed, one)
            assert '2>&-' in closed or b'standard output' in one.stderr, (closed, one)
        else:
            assert one.returncode == whole.returncode and one.stdout == whole.stdout, (closed, one)
    gone = subprocess.run(['sh', '-c', 'exec "$0" - <&-', PROGRAM], capture_output=True, timeout=SOON, check=False)
    assert gone.returncode == 3 and gone.stderr.count(b'\n') == 1, gone


def every_command_tells_of_a_full_disk():
    pathlib.Path('a.pdf').write_bytes(PDF)
    for command in ([], ['text'], ['compare', 'a.pdf'], *([f'--format={name}'] for name in (
            'json', 'jsonl', 'csv', 'sarif', 'junit', 'github', 'markdown'))):
        with open('/dev/full', 'wb') as full:
            result = subprocess.run([PROGRAM, *command, 'a.pdf'], stdout=full, stderr=subprocess.PIPE, timeout=SOON, check=False)
        result.stdout = b''
        assert_one_line(result, 3, 'standard output')
    for command in (['explain'], ['explain', 'photo'], ['readings'], ['--help'], ['--version']):
        with open('/dev/full', 'wb') as full:
            result = subprocess.run([PROGRAM, *command], stdout=full, stderr=subprocess.PIPE, timeout=SOON, check=False)
        result.stdout = b''
        assert_one_line(result, 3, 'standard output')


# --- input ---

def input_may_come_in_crumbs():
    pathlib.Path('a.pdf').write_bytes(PDF)
    whole = run('--format=jsonl', '-', input=PDF)
    process = subprocess.Popen([PROGRAM, '--format=jsonl', '-'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for at in range(0, len(PDF), 97):
        process.stdin.write(PDF[at:at + 97])
        process.stdin.flush()
        time.sleep(0.001)
    out, _ = process.communicate(timeout=SOON)
    assert out == whole.stdout and process.returncode == whole.returncode
    assert b'"verdict"' in out


def files_may_change_while_they_are_read():
    """Whatever is met of them, each has its line, and the run its end."""
    put_all()
    done = threading.Event()

    def change():
        while not done.is_set():
            for name in NAMES[::2]:
                with open(name, 'r+b') as file:
                    file.truncate(len(PDF) // 3)
                    file.write(PDF[:len(PDF) // 2])
                pathlib.Path(name).write_bytes(PDF * 3)
    thread = threading.Thread(target=change)
    thread.start()
    try:
        result = run('--format=jsonl', '--fail-on=never', *NAMES * 3)
    finally:
        done.set()
        thread.join()
    assert result.returncode in (0, 3), result
    assert result.stdout.count(b'\n') == N * 3
    assert result.stdout.count(b'"verdict"') >= N // 2 * 3
    assert b'crash' not in result.stdout


def files_may_go_while_others_are_read():
    put_all()
    process = subprocess.Popen([PROGRAM, '--format=jsonl', '--fail-on=never', '--files-from=-', '-j', '1'], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdin.write(b'00.pdf\n')
    process.stdin.flush()
    first = process.stdout.readline()
    os.unlink('01.pdf')
    out, err = process.communicate(b'01.pdf\n02.pdf\n', SOON)
    assert b'"verdict"' in first and out.count(b'"verdict"') == 1, out
    assert process.returncode == 3 and b'01.pdf: cannot be read: there is no such file' in err, err


# --- the program itself ---

def a_run_may_be_stopped_and_go_on():
    """System calls that wait are interrupted by it."""
    put_all()
    whole = run('--format=jsonl', *NAMES)
    with open('out', 'wb') as out:
        process = subprocess.Popen([PROGRAM, '--format=jsonl', *NAMES], stdout=out, stderr=subprocess.PIPE)
    for _ in range(40):
        process.send_signal(signal.SIGSTOP)
        time.sleep(0.002)
        process.send_signal(signal.SIGCONT)
        time.sleep(0.005)
    _, told = process.communicate(timeout=SOON)
    assert process.returncode == whole.returncode, (process.returncode, told)
    assert pathlib.Path('out').read_bytes() == whole.stdout and told == b'', told


TESTS = [a_file_that_may_not_grow_is_told, a_run_that_found_no_room_goes_on_when_there_is_some, a_reader_that_leaves_ends_the_run,
         closed_streams_are_not_taken_for_other_files, every_command_tells_of_a_full_disk,
         input_may_come_in_crumbs, files_may_change_while_they_are_read, files_may_go_while_others_are_read,
         a_run_may_be_stopped_and_go_on]


def main():
    failed = 0
    print(f'1..{len(TESTS)}')
    for i, test in enumerate(TESTS):
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                test()
                print('ok', i + 1, test.__name__, flush=True)
            except Exception:  # pylint: disable=broad-except
                failed += 1
                print('not ok', i + 1, test.__name__, flush=True)
                print('# ' + traceback.format_exc().replace('\n', '\n# '), flush=True)
            os.chdir('/')
    return failed > 0


if __name__ == '__main__':
    sys.exit(main())
