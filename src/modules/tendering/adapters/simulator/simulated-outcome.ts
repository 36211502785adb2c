import type { Money } from '../../../../kernel/money.js';

/** What becomes of money that the simulator is asked to move. */
export interface SimulatedOutcome {
  /** `silent`: it never answers. */
  readonly outcome: 'captured' | 'declined' | 'silent';
  /** How long it works on it. */
  readonly afterMs: number;
  /** True: it takes the money a second time, and tells so later. */
  readonly twice: boolean;
}

const MOBILE_MS = 2_000;
const SLOW_MS = 20_000;

/**
 * The magic amounts (docs/guides/take-a-card-payment.md), by the last two digits of minor units: 01 is declined, 02 takes 20 s, 03
 * never answers, 04 is captured twice. All others are captured: a card at once, mobile money when the customer has typed a code.
 */
export function simulatedOutcome({ amount }: Money, isMobileMoney: boolean): SimulatedOutcome {
  const afterMs = isMobileMoney ? MOBILE_MS : 0;
  switch (amount % 100) {
    case 1:
      return { outcome: 'declined', afterMs, twice: false };
    case 2:
      return { outcome: 'captured', afterMs: SLOW_MS, twice: false };
    case 3:
      return { outcome: 'silent', afterMs: 0, twice: false };
    case 4:
      return { outcome: 'captured', afterMs, twice: true };
    default:
      return { outcome: 'captured', afterMs, twice: false };
  }
}
