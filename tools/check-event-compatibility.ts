// Fails when the contracts of events or routes would break somebody who was written by their last committed version. That is
// HEAD where the working tree differs from it, else the commit before the last that touched them; EVENTS_BASE names another.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isAccepted } from './accepted-breaks.js';
import { compareRoutes, type Routes } from './compare-routes.js';
import { compareSchemas, type Break, type Schema } from './compare-schemas.js';

const SCHEMAS = 'openapi/schemas/events';
const ROUTES = 'openapi/pos.json';
const NO_COMMIT = /^0+$/;

/** What git prints, or undefined where it fails: no repository, no such commit, no git. */
function git(...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  return status === 0 ? stdout : undefined;
}

function commitOf(name: string): string | undefined {
  return git('rev-parse', '--verify', '--quiet', `${name}^{commit}`)?.trim();
}

function baseCommit(): string | undefined {
  const named = process.env['EVENTS_BASE'] ?? '';
  if (named !== '' && !NO_COMMIT.test(named)) {
    const commit = commitOf(named);
    if (commit === undefined) throw new Error(`EVENTS_BASE: there is no commit ${named} here`);
    return commit;
  }
  if (git('status', '--porcelain', '--', SCHEMAS, ROUTES) !== '') return commitOf('HEAD');
  const last = git('log', '-1', '--format=%H', '--', SCHEMAS, ROUTES)?.trim() ?? '';
  return last === '' ? undefined : commitOf(`${last}^`);
}

function eventKey(file: string): string {
  return path
    .relative(SCHEMAS, file)
    .replaceAll(path.sep, '/')
    .replace(/\.json$/, '');
}

function committedSchemas(commit: string): Map<string, Schema> {
  const files = (git('ls-tree', '-r', '--name-only', commit, '--', SCHEMAS) ?? '').split('\n').filter(Boolean);
  return new Map(files.map((file) => [eventKey(file), JSON.parse(git('show', `${commit}:${file}`) ?? '{}') as Schema]));
}

function presentSchemas(): Map<string, Schema> {
  if (!existsSync(SCHEMAS)) return new Map();
  const entries = readdirSync(SCHEMAS, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return new Map(files.map((file) => [eventKey(file), JSON.parse(readFileSync(file, 'utf8')) as Schema]));
}

function routeBreaks(commit: string): Break[] {
  const committed = git('show', `${commit}:${ROUTES}`);
  if (committed === undefined) return [];
  return compareRoutes(JSON.parse(committed) as Routes, JSON.parse(readFileSync(ROUTES, 'utf8')) as Routes);
}

function check(): number {
  const commit = baseCommit();
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  if (commit === undefined) {
    say('  There is no earlier version of the contracts to compare with.');
    return 0;
  }
  const before = committedSchemas(commit);
  if (before.size === 0) say(`  ${commit.slice(0, 10)} has no event schemas yet: nothing to compare those with.`);
  const found = [...compareSchemas(before, presentSchemas()), ...routeBreaks(commit)];
  const breaks = found.filter((one) => !isAccepted(one));
  if (breaks.length === 0) return 0;
  say(`Since ${commit.slice(0, 10)} these contracts break those who rely on them:`);
  for (const { contract, pointer, what } of breaks) say(`  ${contract}${pointer === '' ? '' : ` ${pointer}`} ${what}`);
  say('Within a version we only add. A changed meaning is a new event, or a new route: docs/guides/add-an-event.md.');
  return 1;
}

process.exitCode = check();
