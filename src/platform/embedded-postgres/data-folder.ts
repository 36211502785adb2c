import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
} from 'node:fs';
import path from 'node:path';
import { findBinaries, type Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { assertReachable, exitCode, type Launcher } from './unprivileged.js';

/** PostgreSQL reads the locale and the time zone of its environment: the data must not depend on who started it first. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
}

/** The PostgreSQL that can open the folder; throws when the folder holds something else than a database cluster. */
export function binariesFor(dataDir: string): Binaries {
  if (isEmpty(dataDir)) return findBinaries();
  const file = path.join(dataDir, 'PG_VERSION');
  if (!existsSync(file)) throw damaged(dataDir, 'PG_VERSION is missing');
  const major = Number(readFileSync(file, 'utf8').trim());
  if (!Number.isInteger(major) || major <= 0) throw damaged(dataDir, 'PG_VERSION is not a version');
  return findBinaries(major);
}

/** Creates the cluster once. It is built beside its place and moved there when whole: an interrupted start leaves no half folder. */
export async function initialise(dataDir: string, binaries: Binaries, launcher: Launcher): Promise<void> {
  if (!isEmpty(dataDir)) return;
  const draft = `${dataDir}.new-${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  try {
    launcher.adopt(draft);
    await assertReachable(launcher, binaries.initdb, serverEnvironment());
    await assertReachable(launcher, draft, serverEnvironment());
    await runInitdb(draft, binaries, launcher);
    if (existsSync(dataDir)) rmdirSync(dataDir);
    renameSync(draft, dataDir);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function runInitdb(folder: string, binaries: Binaries, launcher: Launcher): Promise<void> {
  const log = `${folder}.log`;
  const output = openSync(log, 'w');
  const args = ['-D', folder, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  try {
    const code = await exitCode(
      launcher.spawn(binaries.initdb, args, { env: serverEnvironment(), stdio: ['ignore', output, output] }),
    );
    if (code !== 0) {
      const said = readFileSync(log, 'utf8').trim();
      throw new EmbeddedPostgresError(
        'start_failed',
        `initdb ended with code ${code}: ${said || 'it could not be started'}`,
      );
    }
  } finally {
    closeSync(output);
    rmSync(log, { force: true });
  }
}

/** The one advice for data that PostgreSQL cannot use. */
export function damaged(dataDir: string, why: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'damaged_data',
    `PostgreSQL cannot use the data in ${dataDir}: ${why}. Move the folder away, or run \`make clean-data\` to start empty`,
  );
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}
