import type { PaymentClock } from '../ports/payment-clock.js';

/** What a call answers, or `undefined` when it takes longer. The call goes on. */
export async function withinTime<Result>(
  clock: PaymentClock,
  call: Promise<Result>,
  ms: number,
): Promise<Result | undefined> {
  const timer = clock.timer(Math.max(0, ms));
  try {
    return await Promise.race([call, timer.rings.then(() => undefined)]);
  } finally {
    timer.stop();
  }
}
