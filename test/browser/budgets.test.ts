import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_TILL, builtFile, entranceScripts, firstScripts, packed } from './first-load.js';
import { builtTill } from './till-build.js';

// What a till downloads (UX.md §10). Sizes are asserted; times are measured by `make till-budgets`.

const SCRIPT_MAX = 150_000;
const STYLE_MAX = 25_000;
/** People are on the screen with these, while the program that sells is read behind them. */
const ENTRANCE_MAX = 50_000;
jest.setTimeout(240_000);

beforeAll(() => builtTill());

test('the scripts of the first load are at most 150 kB packed, all styles 25 kB', () => {
  const scripts = firstScripts();
  expect(scripts.size).toBeGreaterThan(1);
  expect(packed(scripts)).toBeLessThanOrEqual(SCRIPT_MAX);
  expect([...scripts].some((name) => name.includes('/opened-'))).toBe(true);
  expect(packed(entranceScripts())).toBeLessThanOrEqual(ENTRANCE_MAX);
  const styles = readdirSync(join(BUILT_TILL, 'assets')).filter((name) => name.endsWith('.css'));
  expect(packed(styles.map((name) => `assets/${name}`))).toBeLessThanOrEqual(STYLE_MAX);
});

test('a till speaks one language, and asks no other host for anything', () => {
  const first = [...firstScripts()].join(' ');
  for (const language of ['fr', 'sw']) expect(first).not.toContain(`all.${language}`);
  const page = builtFile('index.html').toString();
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  const styles = readdirSync(join(BUILT_TILL, 'assets')).filter((name) => name.endsWith('.css'));
  for (const name of styles)
    expect(builtFile(`assets/${name}`).toString()).not.toMatch(/url\(["']?https?:|@font-face|@import/);
});
