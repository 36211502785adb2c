import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expectedOf, type Expected } from './expected.js';
import { DEFAULT_SOURCE, shape } from './shape.js';

const EVERY = 71; // 301 orders, from all months and hours
const SAMPLE = path.resolve('test/scenarios/pizza-year/sample');

/** Writes the sample that the repository carries, after proving on the whole year that the adding up is right. */
async function makeSample(source: string): Promise<void> {
  const published = JSON.parse(await readFile(path.join(source, 'expected.json'), 'utf8')) as Expected;
  const whole = await expectedOf(source);
  for (const key of Object.keys(whole) as (keyof Expected)[]) {
    if (JSON.stringify(whole[key]) !== JSON.stringify(published[key]))
      throw new Error(`${key} differs from expected.json`);
  }
  await shape(source, SAMPLE, { every: EVERY });
  await writeJanuary(source);
  await writeFile(path.join(SAMPLE, 'expected.json'), `${JSON.stringify(await expectedOf(source, EVERY), null, 2)}\n`);
}

/** The first month in full: enough writers at once to try the events on. */
async function writeJanuary(source: string): Promise<void> {
  const whole = await shape(source, '.data/pizza-sample');
  const [header, ...rows] = (await readFile(whole.sales, 'utf8')).split('\n');
  const january = rows.filter((row) => /^\d+,2015-01-/.test(row));
  await writeFile(path.join(SAMPLE, 'january.csv'), `${[header, ...january].join('\n')}\n`);
}

void makeSample(process.argv[2] ?? DEFAULT_SOURCE);
