import type { Tx } from '../../../kernel/transaction.js';
import { LIMITED_THINGS, type LimitedThing } from '../domain/limited-thing.js';
import type { UsageMeter } from './licensing-facade.js';

/** The beginning of all orders. */
const EVER = new Date(0);

/** All meters together: integrations, for one, are webhooks and connections to payment companies. */
export class Meters {
  /** @param bound asked late: the modules that bind meters use this one. */
  constructor(private readonly bound: () => readonly UsageMeter[]) {}

  /** How many there are; 0 of what nobody counts. */
  async count(tx: Tx, thing: UsageMeter['thing'], from = EVER, to = from): Promise<number> {
    let sum = 0;
    for (const meter of this.bound()) if (meter.thing === thing) sum += await meter.count(tx, from, to);
    return sum;
  }

  /** Everything that plans limit. */
  async all(tx: Tx, at: Date): Promise<Readonly<Record<LimitedThing, number>>> {
    const counts = { outlets: 0, devices: 0, staff: 0, integrations: 0 };
    for (const thing of LIMITED_THINGS) counts[thing] = await this.count(tx, thing, EVER, at);
    return counts;
  }
}
