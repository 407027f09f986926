# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the program on one file from outside and tells what became of it. For odd.py, mutate.py and hostile/suite.py.

A right outcome is one report, or one error with its code, as one line of JSON and with the exit status that goes with it. All else
("broken") is a failure of the program itself, whatever the file holds.
"""
import ctypes
import dataclasses
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import threading
import time

PR_SET_CHILD_SUBREAPER = 36
# error codes that no file may bring about: they tell of a bug of ours, or of poppler's
UNWANTED = ("crashed", "sandbox-violation", "internal")
# seconds beyond its own time-out after which the program itself counts as hanging
PATIENCE = 30


@dataclasses.dataclass
class Outcome:
    name: str
    status: int = 0  # exit status, or minus the signal
    code: str = ""  # "report", or the error's code
    message: str = ""  # of the error
    broken: str = ""  # why the program itself failed; empty: it did not
    wall: float = 0.0  # seconds
    cpu: float = 0.0  # seconds, of all processes
    peak: float = 0.0  # MiB, of the largest process
    out: bytes = b""
    err: bytes = b""


def judge(line, status, allowed=()):
    """(code, message, broken) of one line of output and the exit status, where that is known of the line; `allowed`: codes that tell of
    no bug here."""
    try:
        report = json.loads(line)
    except ValueError as error:
        return "", "", f"no JSON: {error}"
    if "error" in report:
        code, message = report["error"]["code"], report["error"]["message"]
        broken = "" if status in (3, None) else f"status {status} with an error"
        if code in UNWANTED and code not in allowed:
            broken = f"{code}: {message}"
        return code, message, broken
    if "verdict" not in report:
        return "", "", "neither a report nor an error"
    wanted = int(any(finding["severity"] == "error" for finding in report["findings"]))
    return "report", "", "" if status in (wanted, None) else f"status {status} with a report that asks for {wanted}"


def end(process, seconds):
    """What the process wrote and (status, rusage); one that hangs is killed."""
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    return out, process.returncode, usage


def check(program, path, arguments=(), seconds=20 + PATIENCE, allowed=(), **popen):
    """Runs the program on the file at `path`."""
    outcome = Outcome(os.path.basename(path))
    command = [program, "--format=jsonl", *arguments, path]
    start = time.monotonic()
    with tempfile.TemporaryFile() as err:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=err, **popen)
        outcome.out, outcome.status, usage = end(process, seconds)
        err.seek(0)
        outcome.err = err.read()
    outcome.wall = time.monotonic() - start
    outcome.cpu = usage.ru_utime + usage.ru_stime
    outcome.peak = usage.ru_maxrss / 1024
    lines = outcome.out.splitlines()
    if outcome.status == -signal.SIGKILL and outcome.wall >= seconds:
        outcome.broken = "hangs"
    elif outcome.status not in (0, 1, 3):
        outcome.broken = f"ended with {outcome.status}: " + outcome.err.decode(errors="replace")[-2000:]
    elif len(lines) != 1:
        outcome.broken = f"{len(lines)} lines of output"
    else:
        outcome.code, outcome.message, outcome.broken = judge(lines[0], outcome.status, allowed)
    return outcome


# --- processes that outlive the one that started them ---


def adopt_orphans():
    """From now on processes that lost their parent become children of this one, so that they can be found."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def list_children():
    """Pids of living children of this process; those that have ended are reaped."""
    children = set()
    for task in pathlib.Path("/proc/self/task").iterdir():
        children.update(map(int, (task / "children").read_text().split()))
    for pid in sorted(children):
        try:
            if os.waitpid(pid, os.WNOHANG)[0] == pid:
                children.discard(pid)
        except ChildProcessError:
            children.discard(pid)
    return sorted(children)


def list_orphans(seconds=2.0):
    """Pids of children that are still there after so long; none may be running of one's own."""
    deadline = time.monotonic() + seconds
    while (children := list_children()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return children
