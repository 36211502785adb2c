import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** How to start a program so that PostgreSQL, which refuses to run as root, accepts its user. */
export interface Launcher {
  readonly spawn: (command: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
  /** Hands a folder made by this process to the user the program runs as. */
  readonly adopt: (folder: string) => void;
}

const ROOT = 0;
const NOBODY = 65534;
const NAMESPACE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/** Chooses the user for the data in `dataDir`: who owns it already, else ourselves, else (as root) an unprivileged one. */
export function launcherFor(dataDir: string): Launcher {
  const self = process.getuid?.();
  if (self === undefined) return asOurselves; // Windows
  const owner = lstatSync(dataDir, { throwIfNoEntry: false });
  if (self !== ROOT) {
    if (owner === undefined || owner.uid === self) return hasName() || !namespacesWork() ? asOurselves : inNamespace;
    throw new EmbeddedPostgresError(
      'foreign_owner',
      `${dataDir} belongs to user ${owner.uid}, this is user ${self}: start as that user, or move the folder away`,
    );
  }
  if (owner !== undefined && owner.uid !== ROOT) return asUser(owner.uid, owner.gid);
  return namespacesWork() ? inNamespace : asUser(NOBODY, NOBODY);
}

/** As root: makes sure that the unprivileged user can walk to `file`, because PostgreSQL's own message would not name the folder. */
export async function assertReachable(launcher: Launcher, file: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (process.getuid?.() !== ROOT) return;
  const code = await exitCode(launcher.spawn('test', ['-r', file], { env, stdio: 'ignore' }));
  if (code === 0) return;
  throw new EmbeddedPostgresError(
    'not_reachable',
    `PostgreSQL does not run as root, and the user it runs as may not enter a folder on the way to ${file}: ` +
      'move the project below a folder that others may enter (chmod o+x), or start as an ordinary user',
  );
}

/** The exit code of a child; 127 when it could not be started at all. */
export function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code));
  });
}

const asOurselves: Launcher = {
  spawn: (command, args, options) => spawn(command, args, options),
  adopt: () => undefined,
};

/** We become `nobody` inside a user namespace: the files stay ours, so folders with mode 0700 stay open to PostgreSQL. */
const inNamespace: Launcher = {
  spawn: (command, args, options) => spawn('unshare', [...NAMESPACE, command, ...args], options),
  adopt: () => undefined,
};

function asUser(uid: number, gid: number): Launcher {
  return {
    spawn: (command, args, options) => spawn(command, args, { ...options, uid, gid }),
    adopt: (folder) => chownAll(folder, uid, gid),
  };
}

/** initdb refuses a user without an entry in the password file; containers like to start under such numbers. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function namespacesWork(): boolean {
  return process.platform === 'linux' && spawnSync('unshare', [...NAMESPACE, 'true'], { stdio: 'ignore' }).status === 0;
}

function chownAll(file: string, uid: number, gid: number): void {
  const stat = lstatSync(file);
  if (stat.uid !== uid) chownSync(file, uid, gid);
  if (stat.isDirectory()) for (const name of readdirSync(file)) chownAll(path.join(file, name), uid, gid);
}
