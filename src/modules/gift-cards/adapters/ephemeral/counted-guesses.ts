import { Refusal } from '../../../../kernel/refusal.js';
import type { WindowCounters } from '../../../../platform/ephemeral/ports.js';
import type { GiftCardRefusal } from '../../domain/gift-card.js';
import type { Guesser, GuessLimit } from '../../ports/guess-limit.js';

/** Codes that lead nowhere, of one caller in a minute. A person at a till mistypes a few; a program that tries finds nothing. */
export const MISSES_MAX = 20;
const WINDOW_MS = 60_000;

/** Counts over all instances; where the shared counters are away, each instance counts for itself. */
export class CountedGuesses implements GuessLimit {
  constructor(private readonly counters: WindowCounters) {}

  async assertMayTry(guesser: Guesser): Promise<void> {
    const { count, resetMs } = await this.counters.add(keyOf(guesser), 0, WINDOW_MS);
    if (count < MISSES_MAX) return;
    const retryAfterSeconds = Math.max(1, Math.ceil(resetMs / 1_000));
    throw new Refusal<GiftCardRefusal>('gift_card_too_many_attempts', { retryAfterSeconds });
  }

  async missed(guesser: Guesser): Promise<void> {
    await this.counters.add(keyOf(guesser), 1, WINDOW_MS);
  }
}

function keyOf({ tenantId, principal }: Guesser): string {
  return `gift-card-misses:${tenantId}:${principal.kind}:${principal.id}`;
}
