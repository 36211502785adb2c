import { readFile, writeFile } from 'node:fs/promises';

/** Writes the rows of a CSV file in another order, the same for the same seed. */
export async function shuffle(from: string, to: string, seed: number): Promise<void> {
  const [header = '', ...rows] = (await readFile(from, 'utf8')).trimEnd().split('\n');
  const random = mulberry32(seed);
  for (let last = rows.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [rows[last], rows[other]] = [rows[other] ?? '', rows[last] ?? ''];
  }
  await writeFile(to, `${[header, ...rows].join('\n')}\n`);
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
