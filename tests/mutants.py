# SPDX-License-Identifier: LGPL-2.1-or-later
"""Mutants of the fixtures: of bytes, of tokens and of whole objects or elements. For mutate.py, which gives each its own source of chance."""
import copy
import pathlib
import re
import struct
import sys
import zlib

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent / "hostile")]
import docx as packages  # noqa: E402
import pdf as files  # noqa: E402

NUMBERS = ("0", "1", "-1", "2", "8", "255", "256", "65535", "65536", "2147483647", "-2147483648", "4294967295", "99999999999999999999", "1e38",
           "-1e38", "0.0000001", "1e999", "nan", "", "-", "0x10", "1000000")
BYTES = (b"\0", b"\xff", b"<", b">", b"(", b")", b"[", b"]", b"/", b"%", b"\n", b"&", b"'", b"\"", b"\x80", b"\xef\xbb\xbf")
# bytes of a seed of the hostile classes: the small ones show a trick as well
SMALL = 20000
# the mutant has one mutation more as often as this
MORE = 0.6
MOST_COPIES = 200


def times(chance, most=6):
    n = 1
    while n < most and chance.random() < MORE:
        n += 1
    return n


def span(chance, length, longest=64):
    """A piece of the whole: mostly short, now and then any."""
    start = chance.randrange(length + 1)
    size = chance.randrange(longest) if chance.random() < 0.9 else chance.randrange(length + 1)
    return start, min(length, start + size)


def change_bytes(chance, data):
    data = bytearray(data)
    for _ in range(times(chance, 12)):
        start, end = span(chance, len(data))
        kind = chance.randrange(8)
        if kind == 0 and data:
            data[min(start, len(data) - 1)] ^= 1 << chance.randrange(8)
        elif kind == 1:
            data[start:start + 1] = bytes([chance.randrange(256)])
        elif kind == 2:
            del data[start:end]
        elif kind == 3:
            data[start:start] = data[start:end]
        elif kind == 4:
            data[start:start] = chance.choice(BYTES) * chance.choice((1, 1, 2, 10, 1000))
        elif kind == 5:
            to = chance.randrange(len(data) + 1)
            data[to:to] = data[start:end]
        elif kind == 6 and chance.random() < 0.3:
            del data[start:]
        elif kind == 7:
            data[start:start + 4] = struct.pack(chance.choice(("<I", ">I")), chance.choice((0, 1, 0x7fffffff, 0x80000000, 0xffffffff)))
    return bytes(data)


# --- PDF ---

OBJECT = re.compile(rb"(?<![0-9])(\d{1,7})\s+\d{1,5}\s+obj\b(.*?)\bendobj", re.DOTALL)
STREAM = re.compile(rb"^(.*?)stream\r?\n(.*)endstream\s*$", re.DOTALL)
TOKEN = re.compile(rb"<<|>>|\[|\]|/[^\s<>\[\]()/%{}]*|\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>|[+-]?\d*\.?\d+|[A-Za-z'\"*]+|\s+|.", re.DOTALL)
REFERENCE = re.compile(rb"\b(\d+)(\s+\d+\s+R)\b")
NUMBER = re.compile(rb"(?<![\w.])[+-]?\d*\.?\d+(?![\w.])")


class Parsed:
    """A PDF as numbered bodies, streams inflated where they are simply deflated, so that what they hold can be changed."""

    def __init__(self, data):
        self.bodies = {}
        root = re.search(rb"/Root\s+(\d+)\s+\d+\s+R", data)
        self.root = int(root.group(1)) if root else 1
        for number, body in OBJECT.findall(data):
            self.take(int(number), body)

    def take(self, number, body):
        stream = STREAM.match(body)
        if stream and b"/FlateDecode" in stream.group(1) and b"/Predictor" not in stream.group(1):
            try:
                inflated = zlib.decompressobj().decompress(stream.group(2), 1 << 20)
            except zlib.error:
                inflated = None
            if inflated is not None and b"/ObjStm" in stream.group(1):
                self.unpack(stream.group(1), inflated)
                return
            if inflated is not None:
                head = re.sub(rb"/Filter\s*(\[[^\]]*\]|/\w+)|/Length\s+\d+(\s+\d+\s+R)?", b"", stream.group(1))
                body = head.replace(b"<<", b"<</Length %d " % len(inflated), 1) + b"stream\n" + inflated + b"\nendstream"
        if b"/XRef" not in body[:200]:
            self.bodies[number] = body

    def unpack(self, head, data):
        first = int(re.search(rb"/First\s+(\d+)", head).group(1))
        places = list(map(int, data[:first].split()))
        pairs = list(zip(places[::2], places[1::2]))
        for (number, start), (_, end) in zip(pairs, [*pairs[1:], (0, len(data))]):
            self.bodies[number] = data[first + start:first + end]


def write_pdf(bodies, root, trailer=b""):
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % item for item in bodies)
    size = 1 + max((number for number, _ in bodies), default=0)
    return b"%PDF-1.7\n" + objects + b"trailer <</Root %d 0 R/Size %d" % (root, size) + trailer + b">>\n%%EOF\n"


class Pdf:
    def __init__(self, fixtures):
        seeds = [path.read_bytes() for path in sorted(fixtures.rglob("*.pdf"))]
        seeds += [data for case in files.CASES
                  if not case.options and "crashed" not in case.expects and len(data := case.make()) < SMALL]
        self.seeds = [seed for seed in seeds if seed.startswith(b"%PDF")]
        self.parsed = [parsed for parsed in map(Parsed, self.seeds) if parsed.bodies]
        self.names = sorted({name for seed in self.seeds for name in re.findall(rb"/[A-Za-z]\w{0,30}", seed[:100000])})

    def make(self, chance):
        if chance.random() < 0.3:
            return change_bytes(chance, chance.choice(self.seeds))
        seed = chance.choice(self.parsed)
        bodies = list(seed.bodies.items())
        for _ in range(times(chance)):
            if bodies:
                chance.choice((self.change_tokens, self.change_tokens, self.change_tokens, self.change_objects))(chance, bodies)
        data = write_pdf(bodies, seed.root, chance.choice((b"", b"", b"", b"/Prev 10", b"/Encrypt 3 0 R", b"/Info 1 0 R")))
        return change_bytes(chance, data) if chance.random() < 0.1 else data

    def change_objects(self, chance, bodies):
        at, other = chance.randrange(len(bodies)), chance.randrange(len(bodies))
        number, body = bodies[at]
        kind = chance.randrange(6)
        if kind == 0:
            del bodies[at]
        elif kind == 1:
            bodies[at] = number, bodies[other][1]
        elif kind == 2:
            bodies[at], bodies[other] = (number, bodies[other][1]), (bodies[other][0], body)
        elif kind == 3:
            bodies[at] = number, chance.choice(list(chance.choice(self.parsed).bodies.values()))
        elif kind == 4:
            bodies[at] = number, b"%d 0 R" % bodies[other][0]
        else:
            bodies.insert(other, (number, body[:chance.randrange(len(body) + 1)]))

    def change_tokens(self, chance, bodies):
        at = chance.randrange(len(bodies))
        number, body = bodies[at]
        kind = chance.randrange(6)
        if kind == 0:
            body = self.replace(chance, REFERENCE, body, lambda found: b"%d" % chance.choice(bodies)[0] + found.group(2))
        elif kind == 1:
            body = self.replace(chance, NUMBER, body, lambda _: chance.choice(NUMBERS).encode())
        elif kind == 2:
            body = self.replace(chance, re.compile(rb"/[A-Za-z]\w*"), body, lambda _: chance.choice(self.names))
        else:
            body = self.change_list(chance, body)
        bodies[at] = number, body

    @staticmethod
    def replace(chance, pattern, body, make):
        found = list(pattern.finditer(body[:200000]))
        if not found:
            return body
        one = chance.choice(found)
        return body[:one.start()] + make(one) + body[one.end():]

    @staticmethod
    def change_list(chance, body):
        """Tokens of a stretch of the body, so that a long stream costs no more than a short one."""
        start = chance.randrange(len(body) + 1)
        stretch = body[start:start + 2000]
        tokens = TOKEN.findall(stretch)
        if not tokens:
            return body
        at, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        kind = chance.randrange(4)
        if kind == 0:
            del tokens[at]
        elif kind == 1:
            tokens[at:at] = tokens[at:at + chance.randrange(1, 20)] * chance.choice((1, 2, MOST_COPIES))
        elif kind == 2:
            tokens[at], tokens[other] = tokens[other], tokens[at]
        else:
            tokens[at] = tokens[other]
        return body[:start] + b"".join(tokens) + body[start + 2000:]


# --- DOCX ---

PIECE = re.compile(r"<[^>]*>|[^<]+")
ATTRIBUTE = re.compile(r'\s[\w:.-]+="[^"]*"')
TEXTS = ("", " ", "\t", "x" * 5000, "word " * 2000, "\u202eevil", "\u0301" * 500, "&#0;", "&amp;" * 500, "\U0001f600" * 100, "]]>", "a\u00adb",
         "2020 - 2021", "Experience", "ann@example.com", "+1 555 0100", "\ufeff", "&undefined;", "é" * 300, "ا" * 300)


class Tree:
    """XML as a list of pieces, with the end of every element that has one."""

    def __init__(self, text):
        self.pieces = PIECE.findall(text)
        self.spans = []
        stack = []
        for i, piece in enumerate(self.pieces):
            if piece.startswith("</"):
                if stack:
                    self.spans.append((stack.pop(), i + 1))
            elif piece.endswith("/>") and piece.startswith("<"):
                self.spans.append((i, i + 1))
            elif piece.startswith("<") and piece[1:2] not in "?!":
                stack.append(i)
        self.spans.sort()


class Docx:
    def __init__(self, fixtures):
        folders = sorted(path for path in fixtures.rglob("*.docx") if path.is_dir())
        seeds = [[(path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]
                 for folder in folders]
        self.seeds = [{name: packages.Entry(name, data) for name, data in seed} for seed in seeds]
        self.trees = [{name: Tree(data.decode()) for name, data in seed if name.endswith((".xml", ".rels"))} for seed in seeds]
        self.elements = ["".join(tree.pieces[a:b]) for trees in self.trees for name, tree in trees.items() if name == "word/document.xml"
                         for a, b in tree.spans if b - a < 60]
        self.whole = [packages.archive(seed.values()) for seed in self.seeds]
        self.whole += [data for case in packages.CASES if len(data := case.make()) < SMALL]

    def make(self, chance):
        if chance.random() < 0.15:
            return change_bytes(chance, chance.choice(self.whole))
        which = chance.randrange(len(self.seeds))
        entries = dict(self.seeds[which])
        if chance.random() < 0.15:
            self.change_parts(chance, entries)
        for _ in range(times(chance, 3)):
            self.change_part(chance, entries, self.trees[which])
        data = packages.archive(entries.values())
        return change_bytes(chance, data) if chance.random() < 0.05 else data

    @staticmethod
    def change_parts(chance, entries):
        name, other = chance.choice(list(entries)), chance.choice(list(entries))
        kind = chance.randrange(5)
        if kind == 0:
            del entries[name]
        elif kind == 1:
            entries[name], entries[other] = copy.copy(entries[other]), copy.copy(entries[name])
            entries[name].name, entries[other].name = name.encode(), other.encode()
        elif kind == 2:
            entries[name + "?"] = packages.Entry(other, b"<x/>")
        elif kind == 3:
            entries[name] = packages.Entry(name, b"", method=chance.choice((0, 8)))
        else:
            entries[name] = packages.Entry(name, change_bytes(chance, zlib.decompress(entries[name].packed, -15)))

    def change_part(self, chance, entries, trees):
        names = [name for name in trees if name in entries]
        if not names:
            return
        name = "word/document.xml" if chance.random() < 0.7 and "word/document.xml" in names else chance.choice(names)
        tree = trees[name]
        pieces = list(tree.pieces)
        for _ in range(times(chance, 4)):
            self.change_pieces(chance, pieces, tree.spans)
        entries[name] = packages.Entry(name, "".join(pieces), method=chance.choice((0, 0, 0, 8)))

    def change_pieces(self, chance, pieces, spans):
        """The spans are those of the seed: after a first change of its length they cut elements anywhere, which is as good."""
        if not spans or not pieces:
            return
        start, end = chance.choice(spans)
        to, after = chance.choice(spans)
        kind = chance.randrange(11)
        if kind == 0:
            del pieces[start:end]
        elif kind == 1:
            pieces[start:start] = pieces[start:end] * chance.choice((1, 2, 3, MOST_COPIES if end - start < 50 else 1))
        elif kind == 2:
            pieces[to:to] = pieces[start:end]
        elif kind == 3 and end <= to:
            pieces[start:after] = pieces[to:after] + pieces[end:to] + pieces[start:end]
        elif kind == 4:
            depth = chance.choice((1, 2, 10, MOST_COPIES))
            pieces[start:end] = pieces[start:start + 1] * depth + pieces[start:end] + pieces[end - 1:end] * depth
        elif kind == 5:
            pieces[start:start] = [chance.choice(self.elements)] * chance.choice((1, 1, 3, 50))
        elif kind == 6:
            at = chance.randrange(len(pieces))
            if not pieces[at].startswith("<"):
                pieces[at] = chance.choice(TEXTS)
        elif start < len(pieces):
            pieces[start] = self.change_tag(chance, pieces[start], pieces)

    @staticmethod
    def change_tag(chance, tag, pieces):
        attributes = list(ATTRIBUTE.finditer(tag))
        if not attributes:
            return tag.replace("/>", ' w:val="' + chance.choice(NUMBERS) + '"/>')
        one = chance.choice(attributes)
        kind = chance.randrange(5)
        name = one.group().partition("=")[0]
        if kind == 0:
            value = ""
        elif kind == 1:
            value = one.group() * 2
        elif kind == 2:
            value = f'{name}="{chance.choice(TEXTS)}"'
        elif kind == 3:
            value = f'{name}="{chance.choice(NUMBERS)}"'
        else:
            other = ATTRIBUTE.search(chance.choice(pieces))
            value = f'{name}={other.group().partition("=")[2]}' if other else ""
        return tag[:one.start()] + value + tag[one.end():]


MAKERS = {"pdf": Pdf, "docx": Docx}
