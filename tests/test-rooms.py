#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads the #include lines of src and fails on what the table of rooms in src/README.md does not allow. Also: every file of the
project carries a licence line and says first what it is for. Prints TAP; for the tests.

    test-rooms.py ROOT
"""
import pathlib
import re
import sys

# third-party headers, and the files that may include them
LIBRARIES = {
    'poppler': r'extract/pdf[^/]*\.[ch]',
    'cairo': r'extract/(pdf|pixels)[^/]*\.[ch]',
    'zip.h': r'extract/docx_package\.c',
    'libxml/': r'extract/docx_xml\.c',
    'png.h': r'extract/docx_image\.c',
    'jpeglib.h': r'extract/docx_image\.c',
    'tesseract/': r'extract/ocr\.c',
    'leptonica/': r'extract/ocr\.c',
    'gdk-pixbuf/': r'extract/[^/]*\.[ch]',
    'json-glib/': r'expect/json\.c|cli/snapshot\.c',
    'seccomp.h': r'worker/syscalls-rules\.c',
    'nettle/': r'sandbox/digest\.c',
    'glib-object.h': r'(api|cli|batch)/.*',
    'gio/': r'(sandbox|api|cli|batch|worker|report)/.*',
}
# rooms whose only door is the public header
FRONT_ENDS = ('cli', 'batch', 'service')
# C's own and the system's headers are everybody's, but these: files, processes and the net
SYSTEM = {
    r'(spawn|sys/.*|fcntl|unistd|poll|signal|linux/.*)\.h': r'(worker|sandbox|api|cli|batch|extract)/.*|base/fd\.c',
    r'(netdb|arpa/.*|netinet/.*)\.h': r'service/.*',
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
SOURCES = ('*.c', '*.h', '*.py', '*.sh', '*.md', 'meson.build', '*.options', 'meson_options.txt')


def table(root):
    """The rows of the table of rooms: room -> the set of rooms and headers that it may include."""
    rows = re.findall(r'^\| src/(\w+)/ \|[^|]*\|([^|]*)\|$', (root / 'src/README.md').read_text(), re.M)
    rooms = {}
    for room, allowed in rows:
        words = re.split(r'[,\s]+', allowed.strip())
        rooms[room] = set(rooms) if 'above' in words else set(words)
        rooms[room].add(room)
    return rooms


def third_party_complaint(name, header):
    for start, where in LIBRARIES.items():
        if header.startswith(start) and not re.fullmatch(where, name):
            return f'{name} includes <{header}>: its place is {where}'
    for pattern, where in SYSTEM.items():
        if re.fullmatch(pattern, header) and not re.fullmatch(where, name):
            return f'{name} includes <{header}>: its place is {where}'
    return None


def own_complaint(name, header, rooms):
    room = name.split('/')[0]
    target = header.split('/')[0] if '/' in header else None
    if target == 'atscheck':
        return None if room in FRONT_ENDS + ('api',) else f'{name} includes the public header {header}'
    if room in FRONT_ENDS:
        return None if target is None or target in rooms[room] or header in rooms[room] else f'{name} includes {header}: only the public header is its door'
    if target is None or target in rooms[room] or header in rooms[room]:
        return None
    return f'{name} includes {header}: {room} may include {", ".join(sorted(rooms[room]))}'


def include_complaints(src, rooms):
    for path in sorted(src.rglob('*.[ch]')):
        name = str(path.relative_to(src))
        if name.split('/')[0] not in rooms:
            continue
        for quote, header in INCLUDE.findall(path.read_text()):
            own = quote == '"' or header.startswith('atscheck/')
            complaint = own_complaint(name, header, rooms) if own else third_party_complaint(name, header)
            if complaint:
                yield complaint


def room_complaints(src, rooms):
    there = {path.name for path in src.iterdir() if path.is_dir()}
    for room in sorted(there - set(rooms)):
        yield f'src/{room} has no row in the table of rooms'
    for room in sorted(set(rooms) - there):
        yield f'the table of rooms names src/{room}, which is not there'


def project_files(root):
    for folder in ('src', 'include', 'tests', 'fixtures'):
        for pattern in SOURCES:
            yield from sorted((root / folder).rglob(pattern))
    for pattern in SOURCES:
        yield from sorted(root.glob(pattern))


def licence_complaints(root):
    for path in project_files(root):
        text = path.read_text(errors='replace')
        # README.md of the top is for people first
        if path != root / 'README.md' and 'SPDX-License-Identifier: ' not in text[:2000]:
            yield f'{path.relative_to(root)} has no SPDX line'
        if re.match(r'src/extract/pdf', str(path.relative_to(root))) and 'poppler' in ''.join(h for _, h in INCLUDE.findall(text)):
            if 'GPL-2.0-or-later' not in text[:2000]:
                yield f'{path.relative_to(root)} includes poppler and is not under its licence'


def comment_complaints(root):
    for folder in ('src', 'include', 'tests'):
        for path in sorted((root / folder).rglob('*.[ch]')):
            first = re.match(r'/\*\n? ?\*? ?(.{20,})', path.read_text(), re.S)
            if not first:
                yield f'{path.relative_to(root)} does not begin with a comment that says what it is for'


def main():
    root = pathlib.Path(sys.argv[1])
    rooms = table(root)
    tests = [
        ('rooms include what their row allows', include_complaints(root / 'src', rooms)),
        ('the table names every room', room_complaints(root / 'src', rooms)),
        ('files carry a licence line', licence_complaints(root)),
        ('files say first what they are for', comment_complaints(root)),
    ]
    print(f'1..{len(tests)}')
    for number, (name, complaints) in enumerate(tests, 1):
        complaints = list(complaints)
        print(f'{"not ok" if complaints else "ok"} {number} - {name}')
        for complaint in complaints:
            print(f'# {complaint}')


main()
