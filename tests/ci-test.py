#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""ci-test.py ATSCHECK FIXTURES: what builds rely on: settings in .atscheck.conf, and baselines. Speaks TAP."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ATSCHECK, FIXTURES = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
TWO_COLUMNS, TABLE = FIXTURES / 'showcase/sidebar.pdf', FIXTURES / 'checks/table/bad.pdf'


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


def options_have_defaults():
    with Folder() as f:
        f.write('.atscheck.conf', '[options]\nrecursive=true\nexclude=table*;nothing\nfail-on=error\nquiet=false\njobs=1\n')
        found, _ = f.found('.', status=1)
        assert list(found) == ['./templates/two.pdf'], found


def mistakes_are_told_with_their_line():
    with Folder() as f:
        for text, line, words in (
                ('\n[opts]\n', 2, 'no section [opts]'),
                ('[options]\n# x\nfail-onn=error\n', 3, 'did you mean fail-on?'),
                ('[options]\noutput=x\n', 2, 'no option output'),
                ('[options]\nrecursive=maybe\n', 2, 'true or false'),
                ('[ignore]\nphoto=\n', 2, 'say why photo is ignored'),
                ('[ignore]\nphotos=x\n', 2, 'did you mean photo?'),
                ('[severity]\nphoto=bad\n', 2, 'error, warning or note'),
                ('[files "*"]\nphoto=x\n', 2, 'ignore.CHECK=REASON'),
                ('[files *]\nignore.photo=x\n', 1, 'no section [files *]')):
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
        # one document alone says nothing of what holds for all
        assert f.run('table.pdf').stderr == ''


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


TESTS = [nearest_settings_hold, a_glob_chooses_documents, the_later_rule_wins, the_command_line_wins, options_have_defaults,
         mistakes_are_told_with_their_line, mistakes_further_down_are_told_too, what_is_ignored_for_nothing_is_told,
         a_baseline_accepts_what_there_is, a_baseline_is_sorted_and_stable, what_is_gone_is_told, a_baseline_may_be_a_setting,
         nonsense_is_no_baseline]


def main():
    failed = 0
    print(f'1..{len(TESTS)}')
    for i, test in enumerate(TESTS, 1):
        name = test.__name__.replace('_', ' ')
        try:
            test()
            print('ok', i, name)
        except Exception as error:  # a failure of whatever kind is one
            failed += 1
            print('not ok', i, name, '#', type(error).__name__, ascii(str(error))[:1500])
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
