# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a hostile class is: a name, the outcomes that are right for it, and the bytes. For pdf.py, docx.py and suite.py."""
import dataclasses
import functools
import typing
import zlib

REPORT = "report"
# a file that would keep its parser busy for ever is given this long, in seconds, rather than the usual limits
IMPATIENT = ("--timeout=0.3",)


@dataclasses.dataclass
class Case:
    name: str
    expects: tuple  # of "report" and codes of errors; more than one where it depends on the machine
    make: typing.Callable  # to bytes
    options: tuple = ()
    says: str = ""  # that a report must hold, since the class reaches a limit


class Cases(list):
    """The classes of one format, in the order in which they are written."""

    def add(self, *expects, options=(), name=None, make=None, says=""):
        def put(function):
            named = name or function.__name__.lstrip("_").replace("_", "-")
            self.append(Case(named, expects or (REPORT,), function, options, says))
            return function
        return put(make) if make else put

    def slow(self, *expects, **more):
        """One that ends by the clock."""
        return self.add(*(expects or ("timeout",)), options=IMPATIENT, **more)


def deflate(data):
    return zlib.compress(data, 9)


@functools.cache
def deflate_block(unit):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(unit) + packer.flush(zlib.Z_FULL_FLUSH)


def deflate_many(unit, times):
    """A zlib stream of `unit` as often as wanted, in no time: deflated blocks that refer to nothing before them can be repeated."""
    return b"\x78\xda" + deflate_block(unit) * times + b"\x03\x00" + b"\0\0\0\1"


def raw_deflate_many(unit, times):
    """The same as a package's entry holds it."""
    return deflate_many(unit, times)[2:-4]
