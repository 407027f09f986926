#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A resume that uses only the usual section titles gets no finding about headings: made of every title that the lists of
src/resume/lexicon hold, in every language, one title of each section to a resume. Prints TAP; for the tests.

    headings-test.py ATSCHECK LIST.txt...
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import xml.sax.saxutils
import zipfile

HEADINGS = {'no-headings', 'nonstandard-heading', 'ambiguous-heading', 'compound-heading', 'missing-section', 'empty-section',
            'duplicate-section', 'heading-shares-line', 'misfiled-text'}
JOB = ['Data Engineer, Acme Corporation, March 2019 – June 2023', 'Moved the nightly billing jobs to a stream of events.',
       'Cut the cost of the warehouse by a third in one year.']
# what stands under each section; the order is that of a resume
CONTENT = {
    'contact': ['ann.sample@example.com, +1 202 555 0143, Springfield'],
    'summary': ['Engineer of data with nine years in billing and logistics, at home in small teams.'],
    'objective': ['To build the data platform of a company that ships things on time.'],
    'experience': JOB,
    'education': ['M.Sc. Computer Science, Sample University, 2014 – 2016'],
    'skills': ['Python, SQL, PostgreSQL, Kafka, Airflow, Docker, Linux'],
    'projects': ['Ledger checker, 2021: compares double entries, four hundred stars.'],
    'certifications': ['Certified Cloud Architect, 2021'],
    'training': ['Leading small teams, a course of five days, 2020'],
    'awards': ['Prize of the city for open data, 2018'],
    'publications': ['On the order of events in logs, Journal of Samples, 2017'],
    'volunteer': ['Mentor at the code club of the library, 2017 – 2019'],
    'affiliations': ['Member of the Society of Data Engineers'],
    'languages': ['English, fluent; Spanish, good'],
    'interests': ['Rowing, chess and old maps'],
    'references': ['Bob Example, Acme Corporation, on request'],
    'status': ['Citizen; no visa needed'],
    'additional': ['Driving licence of class B'],
}
PACKAGE = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
}
W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'


def titles(path):
    """section -> its usual titles"""
    found, group = {}, None
    for line in pathlib.Path(path).read_text(encoding='utf-8').splitlines():
        line = line.strip()
        if line.startswith('['):
            group = line.strip('[]')
        elif line and not line.startswith('#') and group in CONTENT:
            found.setdefault(group, []).append(line)
    return found


def paragraph(text, size=20, bold=False):
    look = f'<w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/></w:rPr>'
    return f'<w:p><w:r>{look}<w:t xml:space="preserve">{xml.sax.saxutils.escape(text)}</w:t></w:r></w:p>'


def write(path, chosen):
    """a resume with these titles, section -> title"""
    body = [paragraph('Ann Sample', 44, True), paragraph('ann.sample@example.com | +1 202 555 0143 | Springfield')]
    for section in CONTENT:
        if section in chosen:
            body.append(paragraph(chosen[section], 28, True))
            body += map(paragraph, CONTENT[section])
    with zipfile.ZipFile(path, 'w') as package:
        for name, text in PACKAGE.items():
            package.writestr(name, text)
        package.writestr('word/document.xml', f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body></w:document>')


def resumes(found):
    """as many as the longest list has titles, so that each title is used; short lists begin again"""
    for i in range(max(map(len, found.values()))):
        yield {section: names[i % len(names)] for section, names in found.items()}


def reports(atscheck, folder):
    run = subprocess.run([atscheck, '--format=jsonl', '--fail-on=never', folder], stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def complaints(report, chosen):
    for finding in report['findings']:
        if finding['id'] in HEADINGS:
            yield f'{finding["id"]}: {finding["message"]}'
    seen = {section['heading']: section for section in report['sections']}
    for section, title in chosen.items():
        if title not in seen:
            yield f'“{title}” is not taken for a heading'
        elif seen[title]['kind'] != section or not seen[title]['standard']:
            yield f'“{title}” is filed under {seen[title]["kind"]} and not under {section}'


def check(atscheck, path):
    found = titles(path)
    with tempfile.TemporaryDirectory() as folder:
        wanted = {}
        for i, chosen in enumerate(resumes(found)):
            wanted[f'{i:03}.docx'] = chosen
            write(pathlib.Path(folder, f'{i:03}.docx'), chosen)
        got = reports(atscheck, folder)
        said = sorted({said for report in got for said in complaints(report, wanted[pathlib.Path(report['document']['name']).name])})
        if len(got) != len(wanted):
            said.append(f'{len(got)} reports on {len(wanted)} resumes')
    return said


def main():
    atscheck, *lists = sys.argv[1:]
    lists = [path for path in lists if titles(path)]
    print(f'1..{len(lists)}')
    failed = 0
    for number, path in enumerate(lists, 1):
        said = check(atscheck, path)
        failed += 1 if said else 0
        print('not ok' if said else 'ok', number, '-', pathlib.Path(path).name)
        for line in said:
            print('#', line)
    sys.exit(1 if failed else 0)


main()
