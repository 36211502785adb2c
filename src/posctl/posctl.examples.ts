import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './run.js';

/** A command line that is running. */
export interface Running {
  readonly said: { out: string; err: string };
  readonly done: Promise<number>;
  interrupt(): void;
}

const LOOKS_MAX = 1_200;
const LOOK_EVERY_MS = 25;

/** Starts a command line in this process. */
export function start(args: readonly string[], environment: Readonly<Record<string, string>>): Running {
  const said = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) });
  const interruption = new AbortController();
  const done = run(args, { out: sink('out'), err: sink('err'), environment, signal: interruption.signal });
  return { said, done, interrupt: () => interruption.abort() };
}

/** Runs a command line to its end. */
export async function posctl(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number; out: string; err: string }> {
  const { said, done } = start(args, environment);
  const code = await done;
  return { code, ...said };
}

/** Waits for something to become true. @throws Error when it does not. */
export async function until(isTrue: () => boolean, what: string): Promise<void> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    if (isTrue()) return;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`waited in vain for ${what}`);
}
