import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const PRELOAD = pathToFileURL(path.resolve('test/faults/events/skewed-clock.mjs')).href;
const DAY_MS = 86_400_000;
const PROGRAM = `
  const now = new Date();
  console.log(JSON.stringify({
    now: Date.now(), made: now.getTime(), said: Date.parse(Date()), kept: new Date(5).getTime(),
    isDate: now instanceof Date, utc: Date.UTC(1970, 0, 2), text: now.toISOString(),
  }));`;

test.each([-DAY_MS, DAY_MS])('a process that preloads it lives %p ms off, and all else of dates is true', (shiftMs) => {
  const env = { ...process.env, POS_TEST_CLOCK_SHIFT_MS: String(shiftMs) };
  const output = execFileSync(process.execPath, ['--import', PRELOAD, '--eval', PROGRAM], { env, encoding: 'utf8' });
  const seen = JSON.parse(output) as Record<string, number>;
  for (const moment of [seen['now'], seen['made'], seen['said'], Date.parse(String(seen['text']))]) {
    expect(Math.round(((moment ?? 0) - Date.now()) / DAY_MS)).toBe(Math.sign(shiftMs));
  }
  expect(seen).toMatchObject({ kept: 5, isDate: true, utc: DAY_MS });
});
