import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const OUTPUT_MAX = 64 * 1024 * 1024;
const TIMEOUT_MS = 10 * 60_000; // a registry that does not answer must not hold a run for ever

/** Runs a program. @returns what it wrote, both streams. @throws Error when it is not there or fails. */
export async function execute(
  program: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const { stdout, stderr } = await run(program, [...args], {
    ...(cwd !== undefined && { cwd }),
    env: env ?? process.env,
    maxBuffer: OUTPUT_MAX,
    timeout: TIMEOUT_MS,
  });
  return `${stdout}${stderr}`;
}

/** Whether a program is there and says its version. */
export async function runs(program: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    await execute(program, args, env === undefined ? {} : { env });
    return true;
  } catch {
    return false; // not there, or not for this machine: the caller has another way
  }
}

/** Installs packages as root on Debian and its children. @returns whether that is possible here and went well. */
export async function aptInstall(packages: readonly string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !(await runs('apt-get', ['--version']))) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '--yes', '--no-install-recommends', ...packages];
  if (await runs('apt-get', install, env)) return true;
  return (await runs('apt-get', ['update'], env)) && (await runs('apt-get', install, env));
}

/** Fills a folder that is either whole or not there, also when two runs fetch at once or one is killed. */
export async function fetchOnce(folder: string, fill: (unfinished: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  mkdirSync(path.dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-unfinished-`);
  try {
    await fill(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // else the other run was faster
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
