#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the C table of the months' names, in all languages, from resume/lexicon/dates.txt.

    months.py OUTPUT dates.txt

For the build alone.
"""
import pathlib
import sys


def groups(path):
    """group -> its lines"""
    found, group = {}, None
    for line in path.read_text(encoding='utf-8').splitlines():
        line = line.strip()
        if line.startswith('['):
            group = line.strip('[]')
        elif line and not line.startswith('#'):
            found.setdefault(group, []).append(line)
    return found


def names(line):
    """the number of a month, and its names with the full ones first"""
    number, words = line.split('=')
    return int(number), words.replace('|', ' ').split()


def array(words):
    return '{' + ', '.join(f'"{word}"' for word in words) + ', NULL}'


def main():
    output, lists = sys.argv[1:]
    found = groups(pathlib.Path(lists))
    months = dict(map(names, found['date month']))
    if sorted(months) != list(range(1, 13)):
        sys.exit(f'{lists}: twelve months are wanted')
    longest = max(map(len, months.values())) + 1
    text = ['/* Made by months.py from the words of dates: not to be edited. */', '#include "expect/months.h"', '',
            f'static const char *const names[12][{longest}] = {{']
    text += [f'    {array(months[number])},' for number in sorted(months)]
    text += ['};', '', f'static const char *const of[] = {array(found["date of"])};', '',
             'const char *const *', 'ats_month_names(unsigned month)', '{', '\treturn names[month - 1];', '}', '',
             'const char *const *', 'ats_date_of_words(void)', '{', '\treturn of;', '}', '']
    pathlib.Path(output).write_text('\n'.join(text), encoding='utf-8')


main()
