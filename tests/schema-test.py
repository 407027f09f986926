#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""schema-test.py SCHEMA SAMPLES: holds what the JSON writers write against the JSON Schema, and the schema against itself:
each key taken away, or one put in, must be refused. Speaks TAP."""
import copy
import json
import subprocess
import sys

import jsonschema


def validator(path):
    with open(path, encoding='utf-8') as f:
        schema = json.load(f)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def shapes(program):
    """Objects of each shape, a list a shape; duplicate keys are an error, since they would hide what was written."""
    def once(pairs):
        keys = [k for k, _ in pairs]
        assert len(keys) == len(set(keys)), f'a key twice among {keys}'
        return dict(pairs)
    out = subprocess.run([program], capture_output=True, check=True).stdout.decode('utf-8')
    for text in out.split('\0')[:-1]:
        try:
            yield [json.loads(text, object_pairs_hook=once)]
        except json.JSONDecodeError:
            yield [json.loads(line, object_pairs_hook=once) for line in text.splitlines()]


def spoilt(value, path=()):
    """Copies of the object with one key less or one more, at every place."""
    if isinstance(value, dict):
        if path[-1:] not in (('outcomes',), ('not_judged',), ('in',)):
            yield {**value, 'no-such-key': 1}, path
            for key in value:
                yield {k: v for k, v in value.items() if k != key}, path + (key,)
        for key in value:
            for worse, where in spoilt(value[key], path + (key,)):
                yield {**value, key: worse}, where
    elif isinstance(value, list):
        for i, item in enumerate(value):
            for worse, where in spoilt(item, path + (str(i),)):
                changed = copy.copy(value)
                changed[i] = worse
                yield changed, where


def main():
    check = validator(sys.argv[1])
    results = []
    for number, objects in enumerate(shapes(sys.argv[2])):
        for thing in objects:
            errors = [e.message[:200] for e in check.iter_errors(thing)]
            results.append((f'shape {number} is valid', errors))
        accepted = ['/'.join(where) for worse, where in spoilt(objects[0]) if check.is_valid(worse)]
        results.append((f'shape {number} spoilt is refused', accepted))
    print(f'1..{len(results)}')
    for i, (name, wrong) in enumerate(results, 1):
        print('not ok' if wrong else 'ok', i, name, '' if not wrong else '# ' + '; '.join(wrong))
    return 1 if any(wrong for _, wrong in results) else 0


if __name__ == '__main__':
    sys.exit(main())
