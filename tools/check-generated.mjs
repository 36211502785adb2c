// Fails when regenerating changes what is committed. It compares file contents, not with git: local edits that are not
// committed yet are as good as committed ones, and it works in an unpacked archive too.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const places = [
  'openapi',
  'src/app/generated',
  'docs/errors',
  'docs/configuration.md',
  'migrations/schema.sql',
  'sdk/src/contract/types.ts',
];

const before = contents();
const { status } = spawnSync('make', ['--no-print-directory', 'generated'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const after = contents();

const stale = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
if (stale.length > 0) {
  console.error('These generated files are out of date. Run `make generated` and commit them:');
  for (const file of stale.sort()) console.error(`  ${file}`);
  process.exit(1);
}

/** The files of all places with a digest of each. */
function contents() {
  return new Map(
    places.flatMap(filesOf).map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

function filesOf(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
