#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""ci-test.py ATSCHECK FIXTURES EXAMPLES: what builds rely on: settings in .atscheck.conf, baselines, comparisons, and the
examples of how to use them, whose commands are run. Speaks TAP."""
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET

import jsonschema

ATSCHECK, FIXTURES = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
EXAMPLES = pathlib.Path(sys.argv[3]).resolve()
TWO_COLUMNS, TABLE = FIXTURES / 'showcase/sidebar.pdf', FIXTURES / 'checks/table/bad.pdf'


SCHEMA_TEST = importlib.util.spec_from_file_location('schema_test', pathlib.Path(__file__).with_name('schema-test.py'))
schema_test = importlib.util.module_from_spec(SCHEMA_TEST)
SCHEMA_TEST.loader.exec_module(schema_test)


class Folder:
    """A folder of its own, with resumes in it, in which the program is run."""
    def __init__(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix='atscheck-ci-'))
        self.add('templates/two.pdf', TWO_COLUMNS)
        self.add('table.pdf', TABLE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root)

    def add(self, name, source):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, path)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def run(self, *arguments, cwd='.', status=None):
        run = subprocess.run([ATSCHECK, *arguments], cwd=self.root / cwd, capture_output=True, text=True, timeout=60)
        if status is not None:
            assert run.returncode == status, (run.returncode, arguments, run.stdout, run.stderr)
        return run

    def found(self, *arguments, **options):
        """The checks that found something, each with its severity, by document."""
        run = self.run('--format', 'jsonl', *arguments, **options)
        reports = [json.loads(line) for line in run.stdout.splitlines()]
        return {r['document']['name']: {f['id']: f['severity'] for f in r['findings']} for r in reports}, run


# --- settings

def nearest_settings_hold():
    with Folder() as f:
        f.write('.atscheck.conf', '[ignore]\nmulti-column=known\ntable=known\n')
        f.write('templates/.atscheck.conf', '[severity]\nmulti-column=note\n')
        found, _ = f.found('-r', '.')
        assert found['./templates/two.pdf']['multi-column'] == 'note', found
        assert 'table' not in found['./table.pdf'] and 'detached-date' in found['./table.pdf'], found
        # from anywhere else it is the same
        found, _ = f.found(str(f.root / 'templates/two.pdf'), cwd='/')
        assert list(found.values())[0]['multi-column'] == 'note', found
        assert f.found('--no-config', '-r', '.')[0]['./templates/two.pdf']['multi-column'] == 'error'
        assert f.found('--config', '.atscheck.conf', '-r', '.')[0]['./templates/two.pdf'].get('multi-column') is None


def a_glob_chooses_documents():
    with Folder() as f:
        f.add('new/two.pdf', TWO_COLUMNS)
        f.write('.atscheck.conf', '[files "templates/*.pdf"]\nignore.multi-column=until it is redone\nseverity.sidebar=note\n'
                '[files "table.*"]\nseverity.table=error\n')
        found, _ = f.found('-r', '.')
        assert 'multi-column' not in found['./templates/two.pdf'] and found['./new/two.pdf']['multi-column'] == 'error', found
        assert found['./templates/two.pdf']['sidebar'] == 'note' and found['./new/two.pdf']['sidebar'] == 'warning', found
        assert found['./table.pdf']['table'] == 'error', found


def the_later_rule_wins():
    with Folder() as f:
        f.write('.atscheck.conf', '[ignore]\nmulti-column=no\n[files "*"]\nseverity.multi-column=note\n')
        assert f.found('-r', '.')[0]['./templates/two.pdf']['multi-column'] == 'note'


def the_command_line_wins():
    with Folder() as f:
        f.write('.atscheck.conf', '[options]\nfail-on=never\nformat=csv\n[severity]\nmulti-column=note\n[ignore]\ntable=no\n')
        assert f.run('-r', '.', status=0).stdout.startswith('document,format')
        f.run('-r', '--fail-on', 'note', '.', status=1)
        found, _ = f.found('-r', '--severity', 'multi-column=warning', '--severity', 'table=error', '.')
        assert found['./templates/two.pdf']['multi-column'] == 'warning' and found['./table.pdf']['table'] == 'error', found
        assert f.run('-r', '--format', 'text', '.').stdout.startswith('PASS')


def each_document_has_its_bar():
    with Folder() as f:
        f.add('drafts/two.pdf', TWO_COLUMNS)
        f.write('.atscheck.conf', '[files "drafts/*"]\nfail-on=never\n[options]\nrecursive=true\nfail-on=error\n')
        f.run('drafts', 'table.pdf', status=0)
        f.run('.', status=1)
        f.write('.atscheck.conf', '[options]\nfail-on=never\nrecursive=true\n[files "table.*"]\nfail-on=note\n[files "tab*"]\nfail-on=warning\n')
        f.run('templates', 'drafts', status=0)
        f.run('.', status=1)
        # the command line has the last word
        f.run('--fail-on=never', '.', status=0)
        f.run('--fail-on=note', 'templates', status=1)
        # a folder's own settings hold for it, also when it is not named first
        f.write('.atscheck.conf', '[options]\nrecursive=true\n')
        f.write('templates/.atscheck.conf', '[options]\nfail-on=never\n')
        f.run('table.pdf', 'templates', status=0)
        f.write('drafts/.atscheck.conf', '[options]\nfail-on=never\n')
        f.run('.', status=0)
        f.write('templates/.atscheck.conf', '[options]\nfail-on=warning\n')
        f.run('drafts', 'templates', status=1)
        # the test cases of JUnit follow
        run = f.run('--format=junit', '.', status=1)
        failed = {s.get('name'): int(s.get('failures')) for s in ET.fromstring(run.stdout).iter('testsuite')}
        assert failed['./drafts/two.pdf'] == 0 and failed['./templates/two.pdf'] > 1 and failed['./table.pdf'] == 0, failed
        # and so do reports that are kept
        f.run('--resume=r.jsonl', '.', status=1)
        f.run('--resume=r.jsonl', '.', status=1)
        f.write('templates/.atscheck.conf', '[options]\nfail-on=never\n')
        f.run('--resume=r.jsonl', '.', status=0)


def options_have_defaults():
    with Folder() as f:
        f.write('.atscheck.conf', '[options]\nrecursive=true\nexclude=table*;nothing\nfail-on=error\nquiet=false\njobs=1\n')
        found, _ = f.found('.', status=1)
        assert list(found) == ['./templates/two.pdf'], found


def mistakes_are_told_with_their_line():
    with Folder() as f:
        os.mkfifo(f.root / 'pipe')
        for text, line, words in (
                ('\n[opts]\n', 2, 'no section [opts]'),
                ('[options]\n# x\nfail-onn=error\n', 3, 'did you mean fail-on?'),
                ('[options]\noutput=x\n', 2, 'no option output'),
                ('[options]\nrecursive=maybe\n', 2, 'true or false'),
                ('[ignore]\nphoto=\n', 2, 'say why photo is ignored'),
                ('[ignore]\nphotos=x\n', 2, 'did you mean photo?'),
                ('[severity]\nphoto=bad\n', 2, 'error, warning or note'),
                ('[files "*"]\nphoto=x\n', 2, 'ignore.CHECK=REASON'),
                ('[options]\nfail-on=often\n', 2, 'error, warning, note or never'),
                ('[files "*"]\nfail-on=often\n', 2, 'error, warning, note or never'),
                ('\n[files "[ab].pdf"]\nignore.photo=x\n', 2, 'no brackets'),
                ('[files *]\nignore.photo=x\n', 1, 'no section [files *]'),
                (f'[files "{"*a" * 513}"]\nignore.photo=x\n', 1, 'a glob of more than 1024 bytes'),
                ('[options]\nexclude=a;' + '*[' * 513 + '\n', 2, 'a glob of more than 1024 bytes'),
                ('[options]\nbaseline=pipe\n', 2, 'baseline is not a file')):
            f.write('.atscheck.conf', text)
            run = f.run('-r', '.', status=2)
            assert f'.atscheck.conf:{line}: ' in run.stderr and words in run.stderr, (text, run.stderr)
            assert run.stdout == '' and run.stderr.count('\n') == 1, run
        f.write('.atscheck.conf', 'no section\n')
        assert '.atscheck.conf: ' in f.run('-r', '.', status=2).stderr
        f.run('--config', 'nosuch', '-r', '.', status=2)
        f.run('--config', 'templates', '-r', '.', status=2)
        f.run('--config', '.atscheck.conf', '--no-config', '.', status=2)


def mistakes_further_down_are_told_too():
    with Folder() as f:
        f.write('templates/.atscheck.conf', '[severity]\nphoto=bad\n')
        run = f.run('-r', '--fail-on=never', '.', status=2)
        assert run.stderr.count('templates/.atscheck.conf:2: ') == 1, run.stderr
        assert '2 documents' in run.stdout, run.stdout


def what_is_ignored_for_nothing_is_told():
    with Folder() as f:
        f.write('.atscheck.conf', '[ignore]\nphoto=usual here\ntable=known\n[files "templates/*"]\nignore.macros=old\n'
                '[files "elsewhere/*"]\nignore.comments=none is there\n[severity]\ncomments=error\n')
        run = f.run('-r', '.')
        told = [line.split('.atscheck.conf:')[1] for line in run.stderr.splitlines()]
        assert told == ['2: nothing to ignore: no photo in the 2 documents',
                        '5: nothing to ignore: no macros in the 1 document'], run.stderr
        assert f.run('-rq', '.').stderr == ''
        # one document, or one of the folders, says nothing of what holds for all
        for part in ('table.pdf', 'templates', 'templates/two.pdf'):
            assert f.run(part).stderr == '', part
        assert f.run(str(f.root), '-r', cwd='/').stderr.count('nothing to ignore') == 2
        f.write('one.conf', '[ignore]\nphoto=usual here\n')
        assert f.run('--config=one.conf', 'templates').stderr.count('nothing to ignore') == 1
        assert f.run('--config=one.conf', 'table.pdf').stderr == ''


# --- baselines

def a_baseline_accepts_what_there_is():
    with Folder() as f:
        f.run('-r', '--fail-on=note', '.', status=1)
        f.run('-r', '--fail-on=note', '--write-baseline', 'base', '.', status=0)
        run = f.run('-r', '--fail-on=note', '--baseline', 'base', '.', status=0)
        assert '0 errors, 0 warnings' in run.stdout and run.stderr == '', run
        # wherever it is run from, and of one document alone
        run = f.run('--fail-on=note', '--baseline', '../base', 'two.pdf', cwd='templates', status=0)
        assert run.stderr == '', run.stderr
        f.add('templates/new.pdf', TABLE)
        found, run = f.found('-r', '--fail-on=warning', '--baseline', 'base', '.', status=1)
        assert [name for name, checks in found.items() if checks] == ['./templates/new.pdf'], found


def copies_have_findings_of_their_own():
    with Folder() as f:
        f.add('two.pdf', TWO_COLUMNS)
        same = f.run('-r', '.', status=1).stdout
        assert 'the same file as ./templates/two.pdf' in same and same.count('(multi-column') == 1, same
        # what is accepted of one is not of its copy
        f.run('templates', '--write-baseline', 'base', status=0)
        run = f.run('-r', '--baseline', 'base', '.', status=1).stdout
        assert 'the same file as ./templates/two.pdf' in run and run.count('(multi-column') == 1, run
        # nor is what some settings ignore
        f.write('.atscheck.conf', '[files "templates/*"]\nignore.multi-column=known\n')
        run = f.run('-r', '.', status=1).stdout
        assert run.count('(multi-column') == 1 and run.count('(misfiled-text') == 2, run


def a_baseline_is_sorted_and_stable():
    with Folder() as f:
        f.run('-r', '--write-baseline', 'one', '.')
        f.run('-r', '--jobs=1', '--write-baseline', 'two', 'templates', './table.pdf')
        text = (f.root / 'one').read_text()
        assert text == (f.root / 'two').read_text()
        lines = [line for line in text.splitlines() if not line.startswith('#')]
        assert lines == sorted(lines, key=str.encode) and len(lines) > 6, lines
        assert any(line.startswith('templates/two.pdf\tmulti-column\t') for line in lines), lines


def what_is_gone_is_told():
    with Folder() as f:
        f.run('-r', '--write-baseline', 'base', '.')
        lines = (f.root / 'base').read_text().count('\n')
        with open(f.root / 'base', 'a', encoding='utf-8') as base:
            base.write('table.pdf\tphoto\t0123456789abcdef:1\tA photo.\nother.pdf\tphoto\t0123456789abcdef:1\tA photo.\n')
        run = f.run('-r', '--baseline', 'base', '.')
        assert run.stderr == f'atscheck: base:{lines + 1}: table.pdf no longer has this photo\n', run.stderr
        # renewed, it is as before
        f.run('-r', '--baseline', 'base', '--write-baseline', 'base', '.')
        assert f.run('-r', '--baseline', 'base', '.').stderr == ''
        assert (f.root / 'base').read_text().count('\n') == lines


def a_baseline_may_be_a_setting():
    with Folder() as f:
        f.write('.atscheck.conf', '[options]\nbaseline=accepted.txt\n')
        f.run('-r', '--no-config', '--write-baseline', 'accepted.txt', '.')
        assert f.run('two.pdf', '--fail-on=note', cwd='templates', status=0).stderr == ''


def nonsense_is_no_baseline():
    with Folder() as f:
        assert 'there' not in f.run('--baseline', 'nosuch', '.', status=2).stdout
        f.write('base', 'x\ty\tz\n')
        assert 'not a baseline' in f.run('--baseline', 'base', '.', status=2).stderr
        f.write('base', '# atscheck baseline 1\nx y z\n')
        assert 'base:2: ' in f.run('--baseline', 'base', '.', status=2).stderr
        assert f.run('--write-baseline', 'no/such/folder/base', 'table.pdf', status=3).stderr


# --- comparisons

def a_pair_is_compared():
    with Folder() as f:
        f.add('good.pdf', FIXTURES / 'checks/table/good.pdf')
        run = f.run('compare', 'table.pdf', 'good.pdf', status=1)
        lines = run.stdout.splitlines()
        assert lines[0] == 'table.pdf → good.pdf', lines
        assert any(line.startswith('  better  gone warning table: A table of 4 rows') for line in lines), lines
        assert '  worse   section not found: “Certificates and degrees”' in lines, lines
        assert any(line.startswith('  worse   score: ') for line in lines), lines
        assert lines[-1] == '1 worse, 0 better, 0 otherwise different, 0 the same, 0 gone, 0 new', lines
        back = f.run('--compare', 'good.pdf', 'table.pdf', status=1).stdout
        assert '  worse   new warning table: A table of 4 rows' in back and '  better  score: ' in back, back
        same = f.run('compare', 'table.pdf', 'table.pdf', status=0).stdout
        assert same == '0 worse, 0 better, 0 otherwise different, 1 the same, 0 gone, 0 new\n', same


def what_is_not_there_is_not_compared():
    with Folder() as f:
        f.add('good.pdf', FIXTURES / 'checks/table/good.pdf')
        for sides in (('good.pdf', 'nowhere'), ('nowhere', 'good.pdf'), ('nowhere', 'neither')):
            run = f.run('compare', *sides, status=3)
            assert (run.stdout, run.stderr) == ('', 'atscheck: nowhere: cannot be read: there is no such file\n'), run


def releases_are_compared():
    with Folder() as f:
        for name in ('one/a.pdf', 'one/sub/b.pdf', 'one/c.pdf', 'two/sub/b.pdf', 'two/c.pdf', 'two/d.pdf'):
            f.add(name, TABLE)
        f.add('two/sub/b.pdf', TWO_COLUMNS)
        run = f.run('compare', 'one', 'two/', status=1)
        blocks = run.stdout.split('\n')
        assert 'a.pdf' in blocks and blocks[blocks.index('a.pdf') + 1] == '  worse   is gone', blocks
        assert blocks[blocks.index('d.pdf') + 1] == '          is new', blocks
        assert any(line.startswith('  worse   new error multi-column') for line in blocks), blocks
        assert blocks[-2] == '1 worse, 0 better, 0 otherwise different, 1 the same, 1 gone, 1 new', blocks
        # the reports of either, in either form, stand for its documents
        f.run('-r', '--format', 'jsonl', '-o', 'one.jsonl', 'one')
        f.run('-r', '--format', 'json', '-o', 'two.json', 'two')
        for before in ('one', 'one.jsonl'):
            for after in ('two', 'two.json'):
                assert f.run('compare', before, after, status=1).stdout == run.stdout, (before, after)
        assert f.run('compare', 'one', 'one.jsonl', status=0).stdout.startswith('0 worse, 0 better, 0 otherwise different, 3 ')


def compared(folder, *arguments, status):
    """A comparison in JSON, which follows its schema."""
    schema = json.loads((EXAMPLES.parent / 'atscheck-compare.schema.json').read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    found = json.loads(folder.run('compare', '--format=json', *arguments, status=status).stdout)
    errors = [f'{e.json_path}: {e.message[:200]}' for e in check.iter_errors(found)]
    assert not errors, errors
    return found, check


def comparisons_are_written_for_programs():
    with Folder() as f:
        for name in ('one/a.pdf', 'one/sub/b.pdf', 'one/c.pdf', 'two/sub/b.pdf', 'two/c.pdf', 'two/d.pdf', 'one/e.pdf'):
            f.add(name, TABLE)
        f.add('two/sub/b.pdf', TWO_COLUMNS)
        f.write('two/e.pdf', 'no PDF')
        found, check = compared(f, 'one', 'two/', status=3)
        # with any key less or any more it would not: shown on one change of each sort
        few = json.loads(json.dumps(found))
        for document in few['documents']:
            document['changes'] = list({c['what']: c for c in document['changes']}.values())
        accepted = ['/'.join(where) for worse, where in schema_test.spoilt(few) if check.is_valid(worse)]
        assert not accepted, accepted
        assert (found['before'], found['after']) == ('one', 'two/'), found
        assert found['summary'] == {'worse': 2, 'gone': 1, 'better': 0, 'different': 0, 'new': 1, 'same': 1}, found
        documents = {d['name']: d for d in found['documents']}
        assert {n: d['result'] for n, d in documents.items()} == {'a.pdf': 'gone', 'sub/b.pdf': 'worse', 'c.pdf': 'same', 'd.pdf': 'new',
                                                                 'e.pdf': 'worse'}, documents
        assert (documents['sub/b.pdf']['before'], documents['sub/b.pdf']['after']) == ('one/sub/b.pdf', 'two/sub/b.pdf')
        assert [(c['result'], c['what'], c['before']) for c in documents['e.pdf']['changes']] == [('worse', 'error', None)]
        changes = {(c['what'], c['id']): c for c in documents['sub/b.pdf']['changes']}
        assert (changes['verdict', None]['before'], changes['verdict', None]['after']) == ('pass', 'risk'), changes
        assert changes['score', None]['result'] == 'worse' and changes['score', None]['before'] > changes['score', None]['after']
        assert changes['reading', 'line']['before'] > changes['reading', 'line']['after'], changes
        columns = changes['finding', 'multi-column']
        assert (columns['before'], columns['after'], columns['result']) == (None, 'error', 'worse'), columns
        assert columns['message'].startswith('Text stands in 2 columns') and columns['fingerprint'], columns
        assert changes['contact', 'email']['result'] == 'different', changes
        # with as many at a time as you like
        assert compared(f, '--jobs=1', 'one', 'two/', status=3)[0] == compared(f, '-j', '4', 'one', 'two/', status=3)[0] == found
        # two documents, and what is only told
        pair, _ = compared(f, '--fail-on=never', 'one/c.pdf', 'two/sub/b.pdf', status=0)
        assert [(d['name'], d['before'], d['result']) for d in pair['documents']] == [('two/sub/b.pdf', 'one/c.pdf', 'worse')], pair


def comparisons_are_written_for_pull_requests():
    report = {'document': {'name': ''}, 'verdict': 'pass', 'score': 90, 'findings': [], 'sections': [], 'readings': [],
              'contact': {'name': None, 'email': None, 'links': []}}
    names = ['a|b.pdf', '<img src=x>.pdf', '@everyone #1.pdf', 'plain.pdf'] + [f'{i:04}-{"x" * 60}.pdf' for i in range(500)]
    with Folder() as f:
        for side in 'ab':
            f.write(f'{side}.jsonl', ''.join(json.dumps({**report, 'document': {'name': f'out/{name}'}, 'score': 90 - i % 50 * (side == 'b'),
                                                         'contact': {'name': name if side == 'a' else None}}) + '\n'
                                             for i, name in enumerate(names)))
        out = f.run('compare', '--format=markdown', 'a.jsonl', 'b.jsonl', status=1).stdout
        assert len(out) < 65536 and \
            out.startswith('### atscheck compare\n\n<code>a.jsonl</code> → <code>b.jsonl</code>: 504 worse, 0 better'), out[:300]
        # the worst first, and how many there is no room for
        assert '| <code>0045-' in out.splitlines()[6] and re.search(r'^\d+ more documents, none worse', out, re.M), out[:1500]
        f.write('a.jsonl', '\n'.join((f.root / 'a.jsonl').read_text().splitlines()[:4]))
        f.write('b.jsonl', '\n'.join((f.root / 'b.jsonl').read_text().splitlines()[:4]))
        out = f.run('compare', '-f', 'markdown', '--fail-on=never', 'a.jsonl', 'b.jsonl', '-o', 'comment.md', status=0)
        out = (f.root / 'comment.md').read_text()
        rows = [line for line in out.splitlines() if line.startswith('| <code>')]
        assert len(rows) == 4 and all(row.count('|') == 5 for row in rows), rows
        assert '<img' not in out and '@' not in out and '#1.pdf' not in out and '- **worse** name not found' in out, out
        same = f.run('compare', '-f', 'markdown', 'a.jsonl', 'a.jsonl', status=0).stdout
        assert '4 the same' in same and '|' not in same, same


def comparisons_fit_the_terminal():
    with Folder() as f:
        coloured = f.run('compare', '--color=always', 'table.pdf', 'templates/two.pdf', status=1).stdout
        plain = f.run('compare', 'table.pdf', 'templates/two.pdf', status=1).stdout
        assert '\x1b[31mworse   \x1b[0mverdict: pass → risk\n' in coloured and '\x1b[32mbetter  \x1b[0mgone warning table' in coloured
        assert re.sub(r'\x1b\[\d*m', '', coloured) == plain and max(map(len, plain.splitlines())) > 100


def contact_that_is_lost_is_worse():
    report = {'schema': 'x', 'document': {'name': 'a.pdf'}, 'verdict': 'pass', 'score': 90, 'findings': [], 'sections': [],
              'readings': [{'parser': 'line', 'score': 80}], 'contact': {'name': 'Ann', 'email': 'ann@example.com', 'links': []}}
    finding = {'id': 'table', 'severity': 'note', 'message': 'A table.\u001b[31m', 'fingerprint': '0123456789abcdef:1'}
    changes = (({'contact': {'name': 'Ann', 'email': None, 'links': []}}, 1, 'worse   e-mail address not found: was “ann@example.com”'),
               ({'contact': {'name': 'Ann B', 'email': 'ann@example.com', 'links': []}}, 0, '        name: “Ann” → “Ann B”'),
               ({'contact': {**report['contact'], 'links': ['x.example.com']}}, 0, 'better  link found: “x.example.com”'),
               ({'score': 89.6}, 0, None), ({'score': 89.4}, 1, 'worse   score: 90.0 → 89.4'),
               ({'verdict': 'fail'}, 1, 'worse   verdict: pass → fail'),
               ({'readings': [{'parser': 'line', 'score': None}]}, 0, None),
               ({'readings': [{'parser': 'line', 'score': 70}]}, 1, 'worse   what reaches line: 80.0 % → 70.0 %'),
               ({'findings': [finding]}, 0, '        new note table: A table.\ufffd[31m'),
               ({'findings': [{**finding, 'severity': 'warning'}]}, 1, 'worse   new warning table: A table.\ufffd[31m'),
               ({'error': {'code': 'damaged', 'message': 'broken'}}, 1, 'worse   cannot be checked: broken'),
               ({'sections': 7, 'findings': {'a': 1}, 'contact': 'x', 'readings': [[], 'y']}, 1, 'worse   name not found: was “Ann”'))
    with Folder() as f:
        f.write('a.json', json.dumps(report))
        for change, status, line in changes:
            f.write('b.json', json.dumps({**report, **change}))
            out = f.run('compare', 'a.json', 'b.json', status=status).stdout
            assert (line is None) == ('the same' in out and '1 the same' in out), (change, out)
            assert line is None or '  ' + line + '\n' in out, (change, out)
        f.write('b.json', json.dumps({**report, 'findings': [{**finding, 'severity': 'warning'}]}))
        f.run('compare', '--fail-on=error', 'a.json', 'b.json', status=0)


def nonsense_is_not_compared():
    with Folder() as f:
        f.write('bad.json', '[' * 100000)
        f.write('text.jsonl', 'hello\n')
        # brackets where the parser sees them, and who knows JSON alone does not
        f.write('comment.json', '/*"*/' + '[' * 500000)
        f.write('quote.json', '\'"\'' + '[' * 500000)
        for path in ('bad.json', 'comment.json', 'quote.json', 'text.jsonl', 'nosuch.json', 'nosuch.pdf'):
            assert 'atscheck: ' in f.run('compare', path, path, status=3).stderr
        for arguments in (('compare',), ('compare', 'a'), ('compare', 'a', 'b', 'c'), ('compare', '--fail-on=often', 'a', 'b'),
                          ('compare', '--format=csv', 'a', 'b'), ('compare', '--jobs=0', 'a', 'b'), ('compare', '--color=red', 'a', 'b')):
            f.run(*arguments, status=2)


# --- examples

def commands(name):
    """The commands of an example that call the program, as its shell gets them."""
    text = (EXAMPLES / name).read_text()
    lines = re.findall(r'^ *(?:- |run: |- run: )(atscheck .*)$', text, re.M)
    try:
        import yaml
    except ImportError:
        return lines
    def walk(node):
        if isinstance(node, dict):
            for key, value in node.items():
                if key in ('run', 'script'):
                    yield from value if isinstance(value, list) else [value]
                else:
                    yield from walk(value)
        elif isinstance(node, list):
            for item in node:
                yield from walk(item)
    parsed = [line for line in walk(yaml.safe_load(text)) if line.startswith('atscheck ')]
    assert parsed == lines, (parsed, lines)
    return lines


def in_shell(folder, command, status):
    (folder.root / 'bin').mkdir(exist_ok=True)
    if not (folder.root / 'bin/atscheck').exists():
        (folder.root / 'bin/atscheck').symlink_to(ATSCHECK)
    environment = {**os.environ, 'PATH': f'{folder.root}/bin:' + os.environ['PATH'], 'RESUMES': 'templates',
                   'GITHUB_STEP_SUMMARY': str(folder.root / 'summary.md')}
    run = subprocess.run(['sh', '-c', command], cwd=folder.root, env=environment, capture_output=True, text=True, timeout=60)
    assert run.returncode == status, (command, run.returncode, run.stdout, run.stderr)
    return run.stdout


def the_workflow_for_github_works():
    annotate, summarise, scan = commands('github-workflow.yml')
    with Folder() as f:
        assert '::error file=templates/two.pdf,title=' in in_shell(f, annotate, 1)
        in_shell(f, summarise, 0)
        assert '<code>templates/two.pdf</code>' in (f.root / 'summary.md').read_text()
        in_shell(f, scan, 0)
        assert json.loads((f.root / 'atscheck.sarif').read_text())['version'] == '2.1.0'


def the_job_for_gitlab_works():
    with Folder() as f:
        lines = commands('gitlab-ci.yml')
        assert len(lines) == 2, lines
        in_shell(f, '\n'.join(lines) + '\ntest -s atscheck.xml && exit "${status:-0}"', 1)
        assert 'test -s atscheck.xml && exit "${status:-0}"' in (EXAMPLES / 'gitlab-ci.yml').read_text()
        assert ET.parse(f.root / 'atscheck.xml').getroot().find('testsuite').get('name') == 'templates/two.pdf'
        assert json.loads((f.root / 'atscheck.jsonl').read_text())['document']['name'] == 'templates/two.pdf'
        # a file that cannot be checked fails the job, but costs none of its reports
        f.write('templates/damaged.pdf', 'no PDF')
        (f.root / 'atscheck.xml').unlink()
        in_shell(f, 'set -e\n' + '\n'.join(lines) + '\ntest -s atscheck.xml && exit "${status:-0}"', 3)
        assert len(ET.parse(f.root / 'atscheck.xml').getroot().findall('testsuite')) == 2


def the_hook_refuses_bad_commits():
    if shutil.which('git') is None:
        return
    with Folder() as f:
        def git(*words, status):
            line = ' '.join(words)
            in_shell(f, f'GIT_CONFIG_GLOBAL=/dev/null git -c user.name=A -c user.email=a@example.com {line}', status)
        git('init -q', status=0)
        shutil.copy(EXAMPLES / 'pre-commit', f.root / '.git/hooks/pre-commit')
        f.write('notes.txt', 'x')
        git('add notes.txt', status=0)
        git('commit -qm notes', status=0)
        git('add table.pdf', status=0)
        git('commit -qm table', status=0)
        git('add templates', status=0)
        git('commit -qm two', status=1)


def the_hook_of_the_framework_takes_files():
    entry = re.search(r'entry: (.*)', (EXAMPLES / 'pre-commit-config.yaml').read_text())[1]
    with Folder() as f:
        in_shell(f, entry + ' table.pdf', 0)
        in_shell(f, entry + ' table.pdf templates/two.pdf', 1)


TESTS = [nearest_settings_hold, a_glob_chooses_documents, the_later_rule_wins, the_command_line_wins, each_document_has_its_bar,
         options_have_defaults,
         mistakes_are_told_with_their_line, mistakes_further_down_are_told_too, what_is_ignored_for_nothing_is_told,
         a_baseline_accepts_what_there_is, copies_have_findings_of_their_own,
         a_baseline_is_sorted_and_stable, what_is_gone_is_told, a_baseline_may_be_a_setting,
         nonsense_is_no_baseline, a_pair_is_compared, what_is_not_there_is_not_compared, releases_are_compared,
         comparisons_are_written_for_programs, comparisons_are_written_for_pull_requests, comparisons_fit_the_terminal,
         contact_that_is_lost_is_worse,
         nonsense_is_not_compared, the_workflow_for_github_works, the_job_for_gitlab_works, the_hook_refuses_bad_commits,
         the_hook_of_the_framework_takes_files]


def main():
    failed = 0
    print(f'1..{len(TESTS)}')
    for i, test in enumerate(TESTS, 1):
        name = test.__name__.replace('_', ' ')
        start = time.monotonic()
        try:
            test()
            print('ok', i, name, f'# {time.monotonic() - start:.1f} s')
        except Exception as error:  # a failure of whatever kind is one
            failed += 1
            print('not ok', i, name, '#', type(error).__name__, ascii(str(error))[:1500])
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
