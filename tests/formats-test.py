#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""formats-test.py SAMPLES SCHEMA: reads csv, sarif, junit, github and markdown as those do who get them, with documents whose
names and words try to be commands, formulas and markup. Speaks TAP."""
import csv
import gzip
import html
import io
import json
import re
import subprocess
import sys
import unicodedata
import urllib.parse
import xml.etree.ElementTree as ET

import jsonschema

SAMPLES, SCHEMA = sys.argv[1:3]
HOSTILE_DOCUMENTS, FAILURES = 16, 10
# what shows on one line and steers nothing: no controls, no marks that turn text around
UNSEEN = {'Cc', 'Cf', 'Cs', 'Cn', 'Co'}


def sample(form, shape):
    run = subprocess.run([SAMPLES, form, str(shape)], capture_output=True)
    assert run.returncode == 0, run.stderr
    return run.stdout.decode('utf-8')


def steers(text, but=''):
    return sorted({f'U+{ord(c):04X}' for c in text if unicodedata.category(c) in UNSEEN and c not in but})


# --- csv

CSV_COLUMNS = ('document,format,bytes,sha256,pages,words,producer,language,verdict,score,errors,warnings,notes,checks,name,email,'
               'phone,location,error,message,stream,line,block,cluster,opencats,body,tables,markup,all,docx2txt,office')


def rows(shape):
    return list(csv.reader(io.StringIO(sample('csv', shape), newline=''), strict=True))


def csv_columns():
    assert sample('csv', 'none') == CSV_COLUMNS + '\r\n'
    head, row = rows('one')
    assert ','.join(head) == CSV_COLUMNS
    got = dict(zip(head, row, strict=True))
    want = {'document': 'resume.pdf', 'format': 'pdf', 'bytes': '78001', 'pages': '2', 'words': '512', 'verdict': 'risk',
            'score': '74.2', 'errors': '1', 'warnings': '1', 'notes': '1', 'checks': 'multi-column icon-glyphs missing-phone',
            'email': 'ann@example.com', 'phone': '', 'error': '', 'stream': '97.1', 'line': '41.1', 'block': '', 'office': ''}
    assert {k: got[k] for k in want} == want, got


def csv_is_square():
    all_rows = rows('hostile')
    assert len(all_rows) == 1 + HOSTILE_DOCUMENTS + FAILURES
    assert {len(r) for r in all_rows} == {len(all_rows[0])}
    errors = [r[all_rows[0].index('error')] for r in all_rows[1:]]
    assert errors[:HOSTILE_DOCUMENTS] == [''] * HOSTILE_DOCUMENTS
    assert errors[HOSTILE_DOCUMENTS:HOSTILE_DOCUMENTS + 2] == ['encrypted', 'unsupported'], errors


def csv_runs_nothing():
    for row in rows('hostile'):
        for cell in row:
            shown = cell.lstrip(''.join(map(chr, range(33))) + '\ufeff\u200b')
            assert shown[:1] not in set('=+-@＝＋－＠') or shown == '', cell
    names = [r[0] for r in rows('hostile')[1:]]
    assert "'=cmd|' /C calc'!A0" in names and "'+1" in names and "' \t=x" in names and "'\ufeff=x" in names, names
    assert 'two\nlines' in names and 'quote"d, and comma' in names, names


def csv_steers_no_terminal():
    text = sample('csv', 'hostile')
    assert '<U+001B>[31mred<U+0001><U+007F>' in text
    assert not re.search('[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]', text)


# --- sarif

def once(pairs):
    keys = [k for k, _ in pairs]
    assert len(keys) == len(set(keys)), f'a key twice among {keys}'
    return dict(pairs)


def sarif(shape):
    return json.loads(sample('sarif', shape), object_pairs_hook=once)


def sarif_valid(shape):
    with open(SCHEMA, encoding='utf-8') as f:
        schema = json.load(f)
    jsonschema.Draft202012Validator.check_schema(schema)
    errors = [e.json_path + ': ' + e.message[:200] for e in jsonschema.Draft202012Validator(schema).iter_errors(sarif(shape))]
    assert not errors, errors[:5]


def sarif_says():
    run = sarif('one')['runs'][0]
    rules = run['tool']['driver']['rules']
    assert len({r['id'] for r in rules}) == len(rules)
    for result in run['results']:
        assert rules[result['ruleIndex']]['id'] == result['ruleId']
    first = run['results'][0]
    assert (first['ruleId'], first['level']) == ('multi-column', 'error')
    assert first['properties']['page'] == 1 and first['properties']['box'] == [36.0, 100.0, 560.0, 700.0]
    assert 'Where: page 1' in first['message']['text'] and 'Fix: Put all text' in first['message']['text']
    assert run['invocations'][0] == {'executionSuccessful': True, 'toolExecutionNotifications': []}


def sarif_harmless():
    run = sarif('hostile')['runs'][0]
    assert len(run['results']) == HOSTILE_DOCUMENTS * 6
    notes = run['invocations'][0]['toolExecutionNotifications']
    assert not run['invocations'][0]['executionSuccessful'] and len(notes) == FAILURES
    for text in [r['message']['text'] for r in run['results'] + notes]:
        assert not steers(text), steers(text)
        bare = re.sub(r'\\.', '', text)
        assert '[' not in bare and ']' not in bare, text
        assert not re.search(r'(?<!\{)(\{\{)*\{(?!\{)', bare), text
    uris = [r['locations'][0]['physicalLocation']['artifactLocation']['uri'] for r in run['results']]
    assert 'sub%20folder/r%C3%A9sum%C3%A9%20100%25.pdf' in uris and 'file:///tmp/absolute.pdf' in uris
    assert [urllib.parse.unquote(u) for u in uris[-7::6]] == ['quote"d, and comma', 'document'], uris[-7:]


def sarif_fingerprints():
    def prints(shape):
        return [(r['ruleId'], r['partialFingerprints']['primaryLocationLineHash']) for r in sarif(shape)['runs'][0]['results']]
    one, hostile = prints('one'), prints('hostile')
    assert len(set(hostile[:6])) == 6, hostile[:6]
    # of the same three findings in another document, among others and elsewhere in the list
    assert set(one) - {('multi-column', one[0][1])} <= set(hostile[:6]), (one, hostile[:6])


def sarif_limits():
    text = sample('sarif', 20000)
    run = json.loads(text)['runs'][0]
    # GitHub takes ten megabytes
    assert len(gzip.compress(text.encode(), 6)) < 10e6
    levels = [r['level'] for r in run['results']]
    # of 60,000 findings: notes stop at 10,000 results, warnings at 20,000, errors at 25,000
    assert len(levels) == 25000, len(levels)
    assert [levels.count(x) for x in ('error', 'warning', 'note')] == [13334, 8333, 3333]
    told = run['invocations'][0]['toolExecutionNotifications']
    assert [n['descriptor']['id'] for n in told] == ['more-results'] and told[0]['message']['text'].startswith('35000 more')


# --- junit

def junit_suites(shape):
    return ET.fromstring(sample('junit', shape)).findall('testsuite')


def junit_counts(shape):
    for suite in junit_suites(shape):
        cases = suite.findall('testcase')
        assert int(suite.get('tests')) == len(cases) > 0
        for attribute, element in (('failures', 'failure'), ('errors', 'error'), ('skipped', 'skipped')):
            assert int(suite.get(attribute)) == len(suite.findall(f'testcase/{element}')), (attribute, ET.tostring(suite))
        assert len({(c.get('classname'), c.get('name')) for c in cases}) == len(cases)


def junit_says():
    suite, = junit_suites('one')
    said = {c.get('name'): [e.tag for e in c] for c in suite}
    assert said == {'can-be-checked': [], 'multi-column': ['failure'], 'table': [], 'reading-order': ['skipped'],
                    'icon-glyphs': ['system-out'], 'missing-phone': ['system-out']}, said
    failure = suite.find('testcase/failure')
    assert failure.get('type') == 'error' and failure.get('message') == 'Two columns of text stand side by side.'
    assert 'where: page 1' in failure.text and 'lost in: line' in failure.text and 'fix: Put all' in failure.text
    assert not list(ET.fromstring(sample('junit', 'none')))


def junit_harmless():
    text = sample('junit', 'hostile')
    assert ']]>' not in text and '\x1b' not in text
    assert not steers(text, but='\n'), steers(text, but='\n')
    suites = junit_suites('hostile')
    assert len(suites) == HOSTILE_DOCUMENTS + FAILURES
    assert suites[-1].find('testcase/error') is not None
    assert ']]> <b onclick="x">&amp;</details>' in suites[3].get('name'), suites[3].get('name')


# --- github

COMMAND = re.compile(r'^::(error|warning|notice) ((?:[a-z]+=[^,:\r\n]*)(?:,[a-z]+=[^,:\r\n]*)*)::(.*)$')


def decode(text):
    return text.replace('%0D', '\r').replace('%0A', '\n').replace('%3A', ':').replace('%2C', ',').replace('%25', '%')


def commands(shape):
    """What the runner makes of it: lines that begin with a command, or hold the old kind of one."""
    log, seen = [], []
    for line in sample('github', shape).split('\n')[:-1]:
        assert '##[' not in line, line
        assert not steers(line), line
        if not line.lstrip().startswith('::'):
            log.append(line)
            continue
        match = COMMAND.match(line)
        assert match, line
        properties = {k: decode(v) for k, v in (p.split('=', 1) for p in match[2].split(','))}
        assert set(properties) <= {'file', 'title'}, line
        seen.append((match[1], properties, decode(match[3])))
    return log, seen


def github_says():
    log, seen = commands('one')
    assert log == ['risk 74: resume.pdf: 1 error, 1 warning, 1 note'], log
    assert [level for level, _, _ in seen] == ['error', 'warning', 'notice']
    level, properties, message = seen[0]
    assert properties == {'file': 'resume.pdf', 'title': 'multi-column'}
    assert message.startswith('page 1, most of the page: Two columns') and '\nFix: Put all text' in message
    assert seen[-1][1] == {'title': 'atscheck'} and seen[-1][2].startswith('1 document: 0 pass, 1 risk'), seen[-1]
    assert commands('none') == ([], [('notice', {'title': 'atscheck'}, '0 documents: 0 pass, 0 risk, 0 fail, 0 not checked; '
                                      '0 errors, 0 warnings, 0 notes')])


def github_worst_first():
    log, seen = commands(500)
    assert len(log) == 500
    levels = [level for level, _, _ in seen]
    assert levels == ['error'] * 10 + ['warning'] * 10 + ['notice'], levels
    files = [p['file'] for _, p, _ in seen[:10]]
    assert files == [f'batch/resume-{i:06}.pdf' for i in range(10)], files
    assert seen[-1][2].endswith('(980 of them are not annotated)'), seen[-1]


def github_harmless():
    log, seen = commands('hostile')
    assert len(log) == HOSTILE_DOCUMENTS + FAILURES and len(seen) == 21
    # what could not be checked comes before all findings
    assert [p['title'] for _, p, _ in seen[:FAILURES]] == ['not checked'] * FAILURES
    files = {p['file'] for _, p, _ in seen if 'file' in p}
    assert any(f.startswith('::error file=x::pwn ::stop-commands::t %0A') for f in files), files


# --- markdown

def markdown_says():
    text = sample('markdown', 'one')
    assert text.startswith('### atscheck\n\n1 document: 0 pass, 1 risk')
    assert '| <code>resume.pdf</code> | ⚠️ risk | 74 | 1 error, 1 warning, 1 note |\n' in text
    assert text.count('<details>') == text.count('</details>') == 1
    assert '- **error** <code>multi-column</code>, page 1, most of the page: Two columns' in text


def markdown_fits():
    text = sample('markdown', 5000)
    assert len(text) <= 65536, len(text)
    shown = re.findall(r'^\| <code>batch/resume-(\d+)', text, re.M)
    assert shown == sorted(shown) and len(shown) == 200, len(shown)
    assert f'{5000 - len(shown)} more documents' in text
    details = len(re.findall('<details>', text))
    assert details > 20 and f"{5000 - details} more documents' findings" in text, details


def markdown_harmless():
    text = sample('markdown', 'hostile')
    assert len(text) <= 65536
    assert not steers(text, but='\n\ufe0f'), steers(text, but='\n\ufe0f')
    tags = set(re.findall(r'<[^>]*>', text))
    assert tags == {'<code>', '</code>', '<details>', '</details>', '<summary>', '</summary>', '<br>'}, tags
    # of what Markdown takes for its own only our own is left
    bare = re.sub(r'<[^>]*>|&#\d+;|\*\*[a-z-]+\*\*', '', text)
    bare = '\n'.join(line for line in bare.split('\n') if not line.startswith(('###', '| document', '| ---')))
    left = set(re.findall(r'[\\`*_{}\[\]<>#@$!^~&"]', bare))
    assert not left, left
    for line in text.split('\n'):
        if line.startswith('| '):
            assert line.count('|') == 5, line
    assert 'www.example' not in text and '://' not in text
    # nobody is called: a reference alone does not keep GitHub from it
    for sign in ('&#64;', '&#35;'):
        assert text.count(sign) == text.count(sign + '&#8203;') > 0
    assert '@\u200boctocat' in html.unescape(text)


def named(test, shape):
    def run():
        test(shape)
    run.__name__ = f'{test.__name__}: {shape}'
    return run


TESTS = [csv_columns, csv_is_square, csv_runs_nothing, csv_steers_no_terminal,
         *(named(sarif_valid, shape) for shape in ('none', 'one', 'hostile')),
         sarif_says, sarif_harmless, sarif_fingerprints, sarif_limits,
         *(named(junit_counts, shape) for shape in ('none', 'one', 'hostile', 20)), junit_says, junit_harmless,
         github_says, github_worst_first, github_harmless, markdown_says, markdown_fits, markdown_harmless]


def main():
    failed = 0
    print(f'1..{len(TESTS)}')
    for i, test in enumerate(TESTS, 1):
        name = test.__name__.replace('_', ' ')
        try:
            test()
            print('ok', i, name)
        except Exception as error:  # a broken format may break its reader in any way
            failed += 1
            print('not ok', i, name, '#', type(error).__name__, ascii(str(error))[:1500])
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
