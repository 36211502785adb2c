import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { filesBelow } from './source-files.js';

const root = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter((file) => existsSync(path.join(root, file))),
  ...filesBelow('docs', 'src').filter((file) => file.endsWith('.md')),
];

test.each(pages)('the links of %s lead somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\((?<target>[^)#\s]+)[^)]*\)/g)].map(
    ({ groups }) => groups?.['target'] ?? '',
  );
  const local = links.filter((link) => !/^[a-z]+:/.test(link));
  expect(local.filter((link) => !existsSync(path.join(root, path.dirname(page), link)))).toEqual([]);
});

test.each(filesBelow('.github/workflows'))('%s starts without permissions and pins its actions by digest', (file) => {
  const text = read(file);
  expect(parse(text)).toMatchObject({ permissions: {} });
  const actions = [...text.matchAll(/uses: (?<action>\S+)/g)].map(({ groups }) => groups?.['action'] ?? '');
  expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
});

test('every target of the Makefile that a person may want is listed by help', () => {
  const makefile = read('Makefile');
  const targets = [...makefile.matchAll(/^\.PHONY: (?<name>\S+)$/gm)].map(({ groups }) => groups?.['name'] ?? '');
  const listed = new Set([...makefile.matchAll(/^(?<name>[a-z-]+):.*## /gm)].map(({ groups }) => groups?.['name']));
  expect(targets.filter((target) => !listed.has(target))).toEqual(['generated-code']); // a step of others
});
