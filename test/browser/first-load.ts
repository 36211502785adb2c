import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Where the built till lies. */
export const BUILT_TILL = join(process.cwd(), 'dist/web/till');

/** A file of the built till. */
export function builtFile(file: string): Buffer {
  return readFileSync(join(BUILT_TILL, file));
}

/** Bytes of files as they are sent, packed. */
export function packed(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(builtFile(file), { level: 9 }).length, 0);
}

/** What the page fetches by itself until it sells: its entrance, and the program behind it. */
const PROGRAM = /import\(\s*["'`](\.[^"'`]*\/opened-[^"'`]+\.js)["'`]\s*\)/g;

/** The page's scripts with all that they import until it sells; what a screen fetches when it is opened is not among them. */
export function firstScripts(): ReadonlySet<string> {
  const found = new Set<string>(entranceScripts());
  for (const file of [...found])
    for (const [, name] of builtFile(file).toString().matchAll(PROGRAM)) load(found, beside(file, name));
  return found;
}

/** The page's scripts with all that they import at once: with them, people are on the screen. */
export function entranceScripts(): ReadonlySet<string> {
  const page = builtFile('index.html').toString();
  const found = new Set<string>();
  for (const [, name] of page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)) load(found, name ?? '');
  return found;
}

function load(found: Set<string>, file: string): void {
  if (found.has(file)) return;
  found.add(file);
  const text = builtFile(file).toString();
  for (const [, name] of text.matchAll(/(?:\bimport|\bfrom)\s*["'](\.[^"']+\.js)["']/g))
    load(found, beside(file, name));
}

function beside(file: string, name: string | undefined): string {
  return normalize(join(dirname(file), name ?? ''));
}
