#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the C tables of checks from their prose: catalogue (the data, for everybody) or registry (the code, for the worker).

    catalogue.py catalogue|registry OUTPUT NAME.md...

For the build alone. A NAME.md begins with a head between two lines of ---, of the keys title, severity, group and fix.
"""
import pathlib
import sys

HEAD = ('title', 'severity', 'group', 'fix')
SEVERITIES = ('note', 'warning', 'error')
GROUPS = ('text', 'layout', 'docx', 'headings', 'contact', 'dates', 'file', 'expected')
NOTICE = '/* Made by catalogue.py from the checks\' prose: not to be edited. */\n'


def read(path):
    """The head as a dictionary, and the prose after it."""
    text = path.read_text(encoding='utf-8')
    parts = text.split('---\n', 2)
    if len(parts) != 3 or parts[0]:
        sys.exit(f'{path}: does not begin with a head between two lines of ---')
    head = dict((line.split(': ', 1) + [''])[:2] for line in parts[1].splitlines())
    check_head(path, head)
    return head, parts[2].strip() + '\n'


def check_head(path, head):
    missing = [key for key in HEAD if not head.get(key, '').strip()]
    if missing:
        sys.exit(f'{path}: its head lacks {", ".join(missing)}')
    if head['severity'] not in SEVERITIES:
        sys.exit(f'{path}: severity is one of {", ".join(SEVERITIES)}')
    if head['group'] not in GROUPS:
        sys.exit(f'{path}: group is one of {", ".join(GROUPS)}')


def c_string(text):
    """A C literal, a source line for each line of the text."""
    lines = []
    for line in text.splitlines(keepends=True):
        escaped = line.replace('\\', '\\\\').replace('"', '\\"').replace('?', '\\?').replace('\n', '\\n')
        lines.append(f'"{escaped}"')
    return '\n\t    '.join(lines)


def catalogue(paths):
    out = [NOTICE, '#include "report/catalogue.h"\n\n', 'const AtsRule ats_catalogue[] = {\n']
    for path in paths:
        head, prose = read(path)
        out.append(f'    {{\n\t.id = "{path.stem}",\n\t.severity = ATS_SEVERITY_{head["severity"].upper()},\n')
        for key in ('title', 'group', 'fix'):
            out.append(f'\t.{key} = {c_string(head[key].strip())},\n')
        out.append(f'\t.prose =\n\t    {c_string(prose)},\n    }},\n')
    return out + ['    {NULL},\n};\n']


def registry(paths):
    names = [path.stem.replace('-', '_') for path in paths]
    return ([NOTICE, '#include "checks/registry.h"\n\n']
            + [f'extern const AtsCheck ats_check_{name};\n' for name in names]
            + ['\nconst AtsCheck *const ats_registry[] = {\n']
            + [f'    &ats_check_{name},\n' for name in names]
            + ['    NULL,\n};\n'])


def main():
    maker = {'catalogue': catalogue, 'registry': registry}[sys.argv[1]]
    paths = [pathlib.Path(name) for name in sys.argv[3:]]
    pathlib.Path(sys.argv[2]).write_text(''.join(maker(paths)), encoding='utf-8')


main()
