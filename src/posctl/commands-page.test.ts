import { readFileSync } from 'node:fs';
import { COMMANDS } from './commands.js';

const ROWS = readFileSync('docs/posctl.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split(' | ')[0] ?? '');

test.each(COMMANDS.map(({ name }) => name))('docs/posctl.md tells of %s', (name) => {
  const [noun = '', verb = ''] = name.split(' ');
  const words = ROWS.filter((row) => new RegExp(`\\b${noun}\\b`).test(row)).join(' ');
  expect(words).toMatch(new RegExp(`\\b${verb}\\b`));
});
