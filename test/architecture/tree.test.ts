import path from 'node:path';
import { filesBelow, foldersBelow, sourcesBelow } from './source-files.js';

const LONGEST_FILE = 300;
const JUNK_DRAWERS = new Set(['utils', 'helpers', 'common', 'shared', 'misc', 'lib', 'services', 'managers']);

// A word that all modules share is a decision: whoever adds a file to the kernel adds it here, and a reviewer asks why.
const KERNEL = [
  'allocation.ts',
  'business-time.ts',
  'context.ts',
  'currencies.ts',
  'decimal.ts',
  'decision.ts',
  'ids.ts',
  'money.ts',
  'outbox.ts',
  'read-value.ts',
  'refusal.ts',
  'rounding.ts',
  'schedule.ts',
  'transaction.ts',
];

test('there is no junk drawer: a homeless function is a missing word', () => {
  const names = [
    ...foldersBelow('src', 'test', 'bench', 'sdk/src', 'web'),
    ...filesBelow('src', 'test', 'bench', 'sdk/src', 'web'),
  ];
  const drawers = names.filter((name) => JUNK_DRAWERS.has(path.basename(name).replace(/\..*$/, '')));
  expect(drawers).toEqual([]);
});

test(`no file is longer than ${LONGEST_FILE} lines`, () => {
  const long = sourcesBelow('src', 'test', 'bench')
    .map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST_FILE);
  expect(long).toEqual([]);
});

test('the kernel holds the agreed files and no others', () => {
  expect(
    filesBelow('src/kernel')
      .filter((file) => !/\.(test|examples)\.ts$/.test(file))
      .sort(),
  ).toEqual(KERNEL.map((file) => `src/kernel/${file}`).sort());
});

test.each(modules())('the module %s has its page, its front door and its wiring', (module) => {
  const files = filesBelow(module);
  expect(files).toEqual(
    expect.arrayContaining(['README.md', 'index.ts', 'module.ts'].map((file) => `${module}/${file}`)),
  );
});

test('modules consist of the agreed parts', () => {
  const parts =
    /^src\/modules\/[^/]+\/(README\.md|index\.ts|module\.ts|(domain|application|ports)\/.+|adapters\/[^/]+\/.+)$/;
  expect(filesBelow('src/modules').filter((file) => !parts.test(file))).toEqual([]);
});

function modules(): string[] {
  return foldersBelow('src/modules').filter((folder) => folder.split('/').length === 3);
}
