#!/usr/bin/env python3
"""Compiles the title lists (LANG.txt) into one C source with sorted tables.

generate.py OUTPUT LIST...   the first list is the one whose titles are suggested where another language has none

Every title is stored under the key that ats_title_key() in ../title-key.c makes of what a page shows; the two must agree,
which tests/test-resume.c holds them to. One title under two sections is an error unless [ambiguous] lists it.

SPDX-License-Identifier: LGPL-2.1-or-later
"""
import pathlib
import sys
import unicodedata

SECTIONS = """none contact summary objective experience education skills projects certifications training awards publications
volunteer affiliations languages interests references status additional""".split()
# in the order of AtsWordKind
WORDS = """month present document label-email label-phone label-other label-place degree work award certificate language interest
publication title particle honorific credential company region label-name""".split()
# in the order of AtsDateWordKind
DATES = 'month season quarter present to since from of ordinal lead not-before'.split()
APOSTROPHES = "'\u2019\u02bc\u2018`"
SEPARATORS = "&+/,;|\u00b7\u3001\u30fb"


def parse(path):
    """yields (group, line) for every line of a list"""
    group = None
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        line = line.strip()
        if not line or line.startswith('#'):
            continue
        if line.startswith('['):
            group = line.strip('[]')
        elif group is None:
            sys.exit(f'{path}:{number}: a line before the first [group]')
        else:
            yield group, line


class Keys:
    """the twin of ats_title_key() and its helpers in ../title-key.c"""

    def __init__(self, joiners, spelling):
        self.spelling = spelling
        self.marks = {j for j in joiners if len(j) == 1 and ord(j) >= 0x2E80}
        self.joiners = {self.fold(j) for j in joiners} | {'and'}

    @staticmethod
    def fold(text):
        text = unicodedata.normalize('NFKD', text).casefold()
        return ''.join(c for c in text if unicodedata.category(c) not in ('Mn', 'Cf') and c not in APOSTROPHES)

    def tokens(self, text):
        out = []
        for c in self.fold(text):
            if c in SEPARATORS or c in self.marks:
                out.append(' and ')
            else:
                out.append(c if unicodedata.category(c)[0] in 'LN' else ' ')
        tokens = []
        for t in ''.join(out).split():
            for british, american in self.spelling:
                t = t.replace(british, american, 1)
            t = 'and' if t in self.joiners else t
            if t != 'and' or (tokens and tokens[-1] != 'and'):
                tokens.append(t)
        while tokens and tokens[-1] == 'and':
            tokens.pop()
        return tokens

    @staticmethod
    def stem(token):
        if len(token) <= 3 or not token.endswith('s') or token[-2:] in ('ss', 'us', 'is'):
            return token
        return token[:-3] + 'y' if token.endswith('ies') else token[:-1]

    def forms(self, title):
        """the key as written, without plurals, and without spaces"""
        tokens = self.tokens(title)
        yield ' '.join(tokens)
        yield ' '.join(map(self.stem, tokens))
        yield self.stem(''.join(tokens))

    def word(self, text):
        return ''.join(c for c in self.fold(text) if unicodedata.category(c)[0] in 'LN')


def titles(lists):
    """yields (title, section, second section, class, language) in the order of the lists"""
    for language, path in enumerate(lists):
        for group, line in parse(path):
            if group in SECTIONS:
                yield line, group, 'none', 'STANDARD', language
            elif group.startswith('clever '):
                yield line, group.split()[1], 'none', 'CLEVER', language
            elif group == 'catch-all':
                yield line, 'additional', 'none', 'CATCH_ALL', language
            elif group == 'ambiguous':
                title, sections = line.split('=')
                first, second = sections.replace(',', ' ').split()
                yield title.strip(), first, second, 'AMBIGUOUS', language


def title_table(keys, lists):
    """key -> entry: a title's own key wins over another's without its plural, and that over one without spaces"""
    table, exact = {}, {}
    everything = list(titles(lists))
    for form in range(3):
        for title, kind, other, rank, language in everything:
            key = list(keys.forms(title))[form]
            entry = (SECTIONS.index(kind), SECTIONS.index(other), rank, language)
            if form == 0 and key in exact and exact[key][:3] != entry[:3]:
                sys.exit(f'"{title}" stands under {kind} ({lists[language].name}) and under '
                         f'{SECTIONS[exact[key][0]]} ({lists[exact[key][3]].name}): list it as [ambiguous]')
            if form == 0:
                exact.setdefault(key, entry)
            table.setdefault(key, entry)
    return table


def preferred(lists):
    """language x section: the title to suggest"""
    rows = [[None] * len(SECTIONS) for _ in lists]
    for title, kind, _, rank, language in titles(lists):
        if rank == 'STANDARD' and rows[language][SECTIONS.index(kind)] is None:
            rows[language][SECTIONS.index(kind)] = title
    return rows


def date_words(keys, lists):
    """yields (key, kind, number, whether it is a short form) for each word of dates"""
    for kind, name in enumerate(DATES):
        for line in lines(lists, 'date ' + name):
            if '=' not in line:
                yield ' '.join(map(keys.word, line.split())), kind, 0, False
                continue
            number, forms = line.split('=')
            for form, words in enumerate(forms.split('|')):
                for word in words.split():
                    yield keys.word(word), kind, int(number), form > 0


def date_table(keys, lists):
    """key -> [bits, number, short]; a word may be of several kinds, but stand for one number only"""
    table = {}
    for key, kind, number, short in date_words(keys, lists):
        entry = table.setdefault(key, [0, 0, short])
        if number and entry[1] and entry[1] != number:
            sys.exit(f'"{key}" stands for the numbers {entry[1]} and {number}')
        table[key] = [entry[0] | 1 << kind, number or entry[1], entry[2] and short]
    return table


def lines(lists, wanted):
    return [line for path in lists for group, line in parse(path) if group == wanted]


def quote(text):
    return 'NULL' if text is None else '"' + text.replace('\\', '\\\\').replace('"', '\\"') + '"'


def rows(text, name, items):
    text.append(f'const {name} = {{')
    text.extend('\t' + item + ',' for item in items)
    text.append('};')


def main():
    output, *names = sys.argv[1:]
    lists = [pathlib.Path(name) for name in names]
    spelling = [tuple(part.strip() for part in line.split('=')) for line in lines(lists, 'spelling')]
    joiners = lines(lists, 'joiners')
    keys = Keys(joiners, spelling)
    by_bytes = lambda item: item[0].encode()

    table = sorted(title_table(keys, lists).items(), key=by_bytes)
    keywords = {}
    for line in lines(lists, 'keywords'):
        section, words = line.split('=')
        for word in words.split():
            keywords.setdefault(keys.stem(' '.join(keys.tokens(word))), SECTIONS.index(section.strip()))
    words = {}
    for number, name in enumerate(WORDS):
        for line in lines(lists, 'words ' + name):
            for word in line.split():
                words[keys.word(word)] = words.get(keys.word(word), 0) | 1 << number
    modifiers = sorted({' '.join(keys.tokens(m)) for m in lines(lists, 'modifiers')} - {''}, key=str.encode)

    text = ['/* made by lexicon/generate.py; edit the lists */', '#include "resume/date-words.h"', '#include "resume/lexicon-table.h"', '']
    rows(text, 'AtsTitleEntry ats_title_table[]',
         (f'{{{quote(k)}, {e[0]}, {e[1]}, ATS_TITLE_{e[2]}, {e[3]}}}' for k, e in table))
    rows(text, 'AtsKeywordEntry ats_keyword_table[]', (f'{{{quote(k)}, {s}}}' for k, s in sorted(keywords.items(), key=by_bytes)))
    rows(text, 'AtsWordEntry ats_word_table[]', (f'{{{quote(k)}, {m:#x}}}' for k, m in sorted(words.items(), key=by_bytes)))
    rows(text, 'char *const ats_joiner_table[]', map(quote, sorted(keys.joiners, key=str.encode)))
    rows(text, 'char *const ats_modifier_table[]', map(quote, modifiers))
    rows(text, 'AtsSpellingEntry ats_spelling_table[]', (f'{{{quote(b)}, {quote(a)}}}' for b, a in spelling))
    rows(text, 'AtsPreferredTitles ats_preferred_table[]',
         ('{' + ', '.join(map(quote, row)) + '}' for row in preferred(lists)))
    rows(text, 'AtsDateWord ats_date_word_table[]',
         (f'{{{quote(k)}, {e[0]:#x}, {e[1]}, {str(e[2]).upper()}}}'
          for k, e in sorted(date_table(keys, lists).items(), key=by_bytes)))
    for name in ('title', 'keyword', 'word', 'joiner', 'modifier', 'spelling', 'date_word'):
        text.append(f'const guint ats_{name}_table_length = G_N_ELEMENTS(ats_{name}_table);')
    pathlib.Path(output).write_text('\n'.join(text) + '\n', encoding='utf-8')


main()
