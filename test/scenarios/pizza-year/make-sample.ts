import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expectedOf, type Expected, type PublishedDays } from './expected.js';
import { column, DEFAULT_SOURCE, shape } from './shape.js';

const EVERY = 71; // 301 orders, from all months and hours
const SAMPLE = path.resolve('test/scenarios/pizza-year/sample');

/** Writes the sample that the repository carries, after proving on the whole year that the adding up is right. */
async function makeSample(source: string): Promise<void> {
  const published = JSON.parse(await readFile(path.join(source, 'expected.json'), 'utf8')) as Expected & PublishedDays;
  const whole = await expectedOf(source);
  for (const key of Object.keys(whole) as (keyof Expected)[]) {
    if (JSON.stringify(whole[key]) !== JSON.stringify(published[key]))
      throw new Error(`${key} differs from expected.json`);
  }
  await shape(source, SAMPLE, { every: EVERY });
  await writePart(source, 'january.csv', '2015-01-'); // enough writers at once to try the events on
  await writeBusiestDay(source, published);
  const sampled = await expectedOf(source, (_, index) => index % EVERY === 0);
  await writeFile(path.join(SAMPLE, 'expected.json'), `${JSON.stringify(sampled, null, 2)}\n`);
}

/** The orders of the dates that begin so, in full. */
async function writePart(source: string, file: string, dates: string): Promise<void> {
  const whole = await shape(source, '.data/pizza-sample');
  const [header, ...rows] = (await readFile(whole.sales, 'utf8')).split('\n');
  const part = rows.filter((row) => row.split(',')[1]?.startsWith(dates));
  await writeFile(path.join(SAMPLE, file), `${[header, ...part].join('\n')}\n`);
}

/** The busiest day in full, and what its report must say, held against what the data set says of that day. */
async function writeBusiestDay(source: string, published: PublishedDays): Promise<void> {
  const [date, orders] = published.busiest_day;
  const [best, revenue] = published.best_revenue_day;
  const day = await expectedOf(source, (order) => column(order, 'date') === date);
  if (best !== date || day.orders !== orders || day.revenue !== revenue)
    throw new Error(`${date} differs from expected.json`);
  await writePart(source, 'busiest-day.csv', date);
  await writeFile(path.join(SAMPLE, 'busiest-day.json'), `${JSON.stringify(day, null, 2)}\n`);
}

void makeSample(process.argv[2] ?? DEFAULT_SOURCE);
