import { readFileSync, writeFileSync } from 'node:fs';

const REPORT = 'docs/performance.md';

/** Puts what was measured between its marks of docs/performance.md. */
export function publish(text: string, mark: string): void {
  const [begin, end] = [`<!-- ${mark}:begin -->`, `<!-- ${mark}:end -->`];
  const page = readFileSync(REPORT, 'utf8');
  const [before, after] = [page.split(begin)[0], page.split(end)[1]];
  if (before === undefined || after === undefined) throw new Error(`${REPORT} has lost its ${begin} … ${end} marks`);
  writeFileSync(REPORT, `${before}${begin}\n\n${text}\n\n${end}${after}`);
}
