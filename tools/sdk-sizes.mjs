// What a page loads of the SDK's main entrance, in bytes of gzip: with it, all files that it imports at once.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT = 25_000;
const loaded = new Set();

function load(file) {
  if (loaded.has(file)) return;
  loaded.add(file);
  const text = readFileSync(file, 'utf8');
  const imports = text.matchAll(/(?:import|export)(?:[^"';]*from)?\s*["'](\.[^"']+)["']/g);
  for (const [, name] of imports) load(path.join(path.dirname(file), name));
}

load('sdk/dist/index.js');
const bytes = [...loaded].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
console.log(`@pos-service/sdk: ${bytes} bytes of gzip in ${loaded.size} files, at most ${LIMIT}`);
process.exit(bytes > LIMIT ? 1 : 0);
