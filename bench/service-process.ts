import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Shop } from './shop.js';

/** Connections to the database of a service that is measured. */
export const POOL = 10;

/** Starts the compiled service on a shop's database and waits until it is ready. */
export async function startService(shop: Shop, port: number): Promise<ChildProcess> {
  const env = {
    ...process.env,
    DATABASE_URL: shop.ownerUrl,
    PORT: String(port),
    DATABASE_POOL_SIZE: String(POOL),
    HOST: '127.0.0.1',
    // Out of reach, yet counted.
    ...{ RATE_LIMIT_PER_MINUTE: '100000000', CALLER_RATE_LIMIT_PER_MINUTE: '100000000' },
  };
  const child = fork('dist/main.js', ['api'], {
    env: { ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error('the service did not start');
    if (await answers(`http://127.0.0.1:${port}/readyz`)) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the service did not become ready');
}

/** Ends a process that was started for measuring. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false; // not listening yet
  }
}
