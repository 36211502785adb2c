import type { Tx } from '../../../kernel/transaction.js';
import { daysAfter, daysToCount, startOf } from '../domain/usage.js';
import type { UsageRepository } from '../ports/usage-repository.js';
import type { Meters } from './meters.js';

const EVER = new Date(0);

/** Writes down what a business used on each whole day that was not counted yet, and the last days again. Joins its caller's transaction. */
export class CountUsage {
  constructor(
    private readonly usage: UsageRepository,
    private readonly meters: Meters,
  ) {}

  async execute(tx: Tx, at: Date, isReported: boolean): Promise<void> {
    const [first, ...further] = daysToCount(at, await this.usage.lastDay(tx));
    if (first === undefined) return;
    const things = await this.meters.all(tx, at);
    let stored =
      (await this.usage.storedBefore(tx, first)) ?? (await this.meters.count(tx, 'orders', EVER, startOf(first)));
    for (const day of [first, ...further]) {
      const orders = await this.meters.count(tx, 'orders', startOf(day), startOf(daysAfter(day, 1)));
      stored += orders;
      await this.usage.put(tx, { day, orders, ...things, storedOrders: stored, takenAt: at }, isReported);
    }
  }
}
