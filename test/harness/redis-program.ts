import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { aptInstall, execute, fetchOnce, runs } from './fetching.js';

/** How to run redis-server on this machine. */
export interface RedisProgram {
  readonly program: string;
  readonly environment: NodeJS.ProcessEnv;
}

const UNPACKED = path.resolve('.data/tools/redis');
/** Only what a bare system may lack; those that a newer Debian names otherwise are left out by apt itself. */
const PACKAGES = [
  'redis-server',
  'redis-tools',
  'libjemalloc2',
  'liblzf1',
  'liblua5.1-0',
  'lua-cjson',
  'lua-bitop',
  'libatomic1',
];
const HOW =
  'The tests need Redis 7. Set TEST_REDIS_URL to a server that they may use, or start Docker, or install redis-server ' +
  '(Debian, Ubuntu: apt-get install redis-server; macOS: brew install redis).';

/** The installed one; else Debian's packages, unpacked; else installed by root. @throws Error that says what to install. */
export async function findRedisProgram(): Promise<RedisProgram> {
  const installed = { program: 'redis-server', environment: process.env };
  if (await works(installed)) return installed;
  const unpacked = await unpackedProgram();
  if (unpacked !== undefined) return unpacked;
  if ((await aptInstall(['redis-server'])) && (await works(installed))) return installed;
  throw new Error(HOW);
}

async function works({ program, environment }: RedisProgram): Promise<boolean> {
  return runs(program, ['--version'], environment);
}

async function unpackedProgram(): Promise<RedisProgram | undefined> {
  try {
    await fetchOnce(UNPACKED, unpackDebianPackages);
  } catch (error) {
    process.stderr.write(`Debian's redis-server cannot be unpacked here: ${String(error)}\n`);
    return undefined;
  }
  const libraries = ['usr/lib', 'lib'].map((folder) => path.join(UNPACKED, folder)).flatMap(foldersIn);
  const found = {
    program: path.join(UNPACKED, 'usr/bin/redis-server'),
    environment: { ...process.env, LD_LIBRARY_PATH: libraries.join(':') },
  };
  return (await works(found)) ? found : undefined;
}

async function unpackDebianPackages(folder: string): Promise<void> {
  if (!(await runs('dpkg', ['--version']))) throw new Error('there is no dpkg');
  if (!(await runs('apt-cache', ['show', 'redis-tools'])) && process.getuid?.() === 0)
    await execute('apt-get', ['update']);
  for (const name of PACKAGES) {
    if (await runs('apt-cache', ['show', name])) await execute('apt-get', ['download', name], { cwd: folder });
  }
  const archives = readdirSync(folder).filter((name) => name.endsWith('.deb'));
  for (const archive of archives) {
    await execute('dpkg', ['-x', archive, '.'], { cwd: folder });
    rmSync(path.join(folder, archive));
  }
  if (!existsSync(path.join(folder, 'usr/bin/redis-server'))) throw new Error('the packages hold no redis-server');
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...names.map(({ name }) => path.join(folder, name))];
}
