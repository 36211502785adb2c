import type { TenantId } from '../../../kernel/ids.js';
import type { DueTenant } from '../ports/sync-turns.js';
import { SyncSchedule } from './sync-schedule.js';

const tenant = (n: number): DueTenant => ({ tenantId: `t${n}` as TenantId, slug: `t${n}` });

/** A schedule of which everything is known: who is due, who is in hand, and what failed. */
function scheduleOf(due: DueTenant[], { configured = true, concurrency = 2 } = {}) {
  const source = { configured, suspended: false };
  const inHand: string[] = [];
  const ended: string[] = [];
  const failures: string[] = [];
  const held = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  let asked = 0;
  const turns = {
    due: async (limit: number) => {
      asked += 1;
      return due.splice(0, limit);
    },
  };
  const turn = {
    execute: async ({ slug }: DueTenant): Promise<void> => {
      inHand.push(slug);
      try {
        await new Promise<void>((resolve, reject) => held.set(slug, { resolve, reject }));
      } finally {
        inHand.splice(inHand.indexOf(slug), 1);
        ended.push(slug);
      }
    },
  };
  const observer = {
    ended: () => undefined,
    looked: () => undefined,
    failed: (_: string, error: unknown) => void failures.push((error as Error).message),
  };
  const schedule = new SyncSchedule(turns, turn, source, observer, { lookMs: 1, concurrency });
  return { schedule, source, inHand, ended, failures, held, asked: () => asked };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let looks = 0; looks < 10_000; looks += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error('it does not come');
}

test('a few at once; who ends makes room for the next, and stopping waits for those in hand', async () => {
  const { schedule, inHand, ended, held } = scheduleOf([1, 2, 3].map(tenant));
  schedule.start();
  await until(() => inHand.length === 2);
  expect(inHand).toEqual(['t1', 't2']);
  held.get('t1')?.resolve();
  await until(() => inHand.includes('t3'));
  const stopped = schedule.stop();
  held.get('t2')?.resolve();
  held.get('t3')?.resolve();
  await stopped;
  expect(ended.sort()).toEqual(['t1', 't2', 't3']);
});

test('while the breaker is open nobody is asked', async () => {
  const { schedule, source, inHand, held, asked } = scheduleOf([tenant(1)]);
  source.suspended = true;
  schedule.start();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([asked(), inHand]).toEqual([0, []]);
  source.suspended = false;
  await until(() => inHand.length === 1);
  held.get('t1')?.resolve();
  await schedule.stop();
});

test('what goes wrong with one is told, and keeps nobody else waiting', async () => {
  const { schedule, inHand, ended, failures, held } = scheduleOf([1, 2].map(tenant), { concurrency: 1 });
  schedule.start();
  await until(() => inHand.includes('t1'));
  held.get('t1')?.reject(new Error('no database'));
  await until(() => inHand.includes('t2'));
  held.get('t2')?.resolve();
  await schedule.stop();
  expect([failures, ended]).toEqual([['no database'], ['t1', 't2']]);
});

test('without a source there is nothing to do', async () => {
  const { schedule, asked } = scheduleOf([tenant(1)], { configured: false });
  schedule.start();
  await schedule.stop();
  expect(asked()).toBe(0);
});
