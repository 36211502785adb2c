import type { TenantId } from '../../../kernel/ids.js';
import type { Intent, IntentId } from '../domain/intent.js';
import { IntentSender } from './intent-sender.js';
import type { Sent } from './send-intent.js';

const SETTINGS = { concurrency: 4, idleMs: 1 };
const clock = { now: () => new Date(0), random: () => 0 };

/** A sender of as many intents as are asked for, whose ledger answers as told. */
function sender(answers: (boolean | Error)[]) {
  const [limits, told]: [number[], string[]] = [[], []];
  const due = {
    claim: (limit: number) => {
      limits.push(limit);
      const taken = answers
        .slice(0, limit)
        .map((_, n) => ({ tenantId: 't' as TenantId, tenantSlug: 't', id: `${n}` as IntentId }));
      return Promise.resolve(taken);
    },
  };
  const execute = (): Promise<Sent> => {
    const answered = answers.shift() ?? true;
    if (answered instanceof Error) return Promise.reject(answered);
    return Promise.resolve({ intent: { error: 'silence' } as Intent, answered });
  };
  const observer = {
    unanswered: (_: unknown, error: string | null) => told.push(error ?? ''),
    failed: (what: string) => told.push(what),
  };
  return { limits, told, running: new IntentSender(due, { execute }, observer, SETTINGS, clock) };
}

test('while there is no answer one at a time is tried, until there is one', async () => {
  const { running, limits, told } = sender([false, false, false, false, false, true, true, true]);
  for (let round = 0; round < 4; round += 1) await running.round();
  expect(limits).toEqual([4, 1, 1, 4]);
  expect(told).toEqual(Array(5).fill('silence'));
});

test('one that is answered shows that the ledger is there', async () => {
  const { running, limits } = sender([false, true, false, false, true]);
  await running.round();
  await running.round();
  expect(limits).toEqual([4, 4]);
});

test('a failure of ours is told, and stops nothing', async () => {
  const { running, told } = sender([new Error('the database is away'), true]);
  expect(await running.round()).toBe(2);
  expect(told).toEqual([expect.stringContaining('could not be sent')]);
});

test('it begins, ends, and ends soon', async () => {
  const { running } = sender([]);
  running.start();
  running.start();
  await running.stop();
});
