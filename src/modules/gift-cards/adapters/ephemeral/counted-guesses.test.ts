import type { TenantId } from '../../../../kernel/ids.js';
import { InProcessCounters } from '../../../../platform/ephemeral/in-process-counters.js';
import type { Guesser } from '../../ports/guess-limit.js';
import { CountedGuesses, MISSES_MAX } from './counted-guesses.js';

const guesser = (tenantId = 't', id = 'till'): Guesser => ({
  tenantId: tenantId as TenantId,
  principal: { kind: 'user', id },
});
let now = 0;
const guesses = (): CountedGuesses => new CountedGuesses(new InProcessCounters(() => now));

test('so many codes that lead nowhere, and no more are looked at until the minute is over', async () => {
  const limit = guesses();
  for (let n = 0; n < MISSES_MAX; n += 1) {
    await limit.assertMayTry(guesser());
    await limit.missed(guesser());
    now += 1_000;
  }
  const refused = limit.assertMayTry(guesser());
  await expect(refused).rejects.toMatchObject({
    code: 'gift_card_too_many_attempts',
    facts: { retryAfterSeconds: 40 },
  });
  now += 39_999;
  await expect(limit.assertMayTry(guesser())).rejects.toThrow('gift_card_too_many_attempts');
  now += 1;
  await limit.assertMayTry(guesser());
});

test('codes that lead somewhere do not count, and nobody counts for another', async () => {
  const limit = guesses();
  for (let n = 0; n < 3 * MISSES_MAX; n += 1) await limit.assertMayTry(guesser());
  for (let n = 0; n < MISSES_MAX; n += 1) await limit.missed(guesser());
  await limit.assertMayTry(guesser('t', 'other'));
  await limit.assertMayTry(guesser('u'));
});
