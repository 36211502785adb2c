import type { RequestContext } from '../../../kernel/context.js';
import type { RunningSync } from '../domain/catalog-sync.js';
import type { RunSync, SyncCircumstances } from './run-sync.js';
import { SyncRunner } from './sync-runner.js';

test('runs go on until they end or the service stops, and only so many at once', async () => {
  const ends: ((error?: Error) => void)[] = [];
  const circumstances: SyncCircumstances[] = [];
  const failures: unknown[] = [];
  const run: Pick<RunSync, 'execute'> = {
    execute: (_, __, given) => {
      circumstances.push(given);
      return new Promise((resolve, reject) => ends.push((error) => (error === undefined ? resolve() : reject(error))));
    },
  };
  const observer = {
    ended: () => undefined,
    looked: () => undefined,
    failed: (_: string, error: unknown) => void failures.push(error),
  };
  const runner = new SyncRunner(run as RunSync, observer);
  for (let count = 0; count < 8; count += 1) {
    expect(runner.isFull).toBe(false);
    runner.goOn({} as RequestContext, {} as RunningSync);
  }
  expect(runner.isFull).toBe(true);
  ends[0]?.(new Error('no database'));
  await new Promise((resolve) => setImmediate(resolve));
  expect([runner.isFull, failures]).toEqual([false, [new Error('no database')]]);
  expect(circumstances[1]?.isStopping()).toBe(false);
  const closed = runner.close();
  expect(circumstances[1]?.isStopping()).toBe(true);
  for (const end of ends) end();
  await closed;
});
