import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Tests and `make` both begin there. */
const ROOT = process.cwd();
const BUILT = join(ROOT, 'dist/web/till/service-worker.js');
const LOCK = join(ROOT, 'dist/.till-build');
const SOURCES = ['web', 'sdk/src', 'src/kernel', 'src/modules', 'package-lock.json'];
const PATIENCE_MS = 120_000;
const LOOK_MS = 200;

/** Builds the till unless it is built from the sources as they are; one process at a time. @throws Error with the bundler's words. */
export async function builtTill(): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!isFresh()) {
    if (!taken()) {
      if (Date.now() > until) throw new Error(`another process has been building for too long: remove ${LOCK}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      continue;
    }
    try {
      build();
    } finally {
      rmdirSync(LOCK);
    }
  }
}

function build(): void {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '-c', 'web/pos/vite.config.mjs'], {
    cwd: ROOT,
    env,
  });
  if (status !== 0) throw new Error(`the till was not built: ${String(stderr)}`);
}

function taken(): boolean {
  try {
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    mkdirSync(LOCK);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isFresh(): boolean {
  if (!existsSync(BUILT)) return false;
  const builtAt = statSync(BUILT).mtimeMs;
  return SOURCES.every((source) => newest(join(ROOT, source)) <= builtAt);
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter(
    ({ name }) => /\.(?:tsx?|mjs|js|css|html|svg|png|webmanifest)$/.test(name) && !name.endsWith('.test.ts'),
  );
  return files.reduce((latest, { parentPath, name }) => Math.max(latest, statSync(join(parentPath, name)).mtimeMs), 0);
}
