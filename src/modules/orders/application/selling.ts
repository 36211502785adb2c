import { wallClockOf, type WallClock } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Channel } from '../domain/channel.js';
import type { Member, Members } from '../ports/members.js';
import type { SalesOutlet } from '../ports/sales-outlets.js';

/** Who buys, as far as prices depend on it. */
export interface Customer extends Member {
  /** `null`: a stranger. */
  readonly id: string | null;
}

/** Where, how, when and to whom something is sold. */
export interface Selling {
  readonly outlet: SalesOutlet;
  readonly channel: Channel;
  readonly customer: Customer;
  /** When lines are added and promotions are asked for, and what the outlet's clock shows then. */
  readonly at: Date;
  readonly clock: WallClock;
  /** Whether the caller may set prices (DOMAIN P9). */
  readonly mayOverride: boolean;
  /** False for a quote: counted items are looked at and not taken. */
  readonly take: boolean;
}

const NOBODY: Member = { groups: [], entitlements: [] };

/** Finds out on what terms somebody buys. Only a named customer costs a question. */
export class Sellings {
  constructor(private readonly members: Members) {}

  /** @param take false for a quote. */
  async of(
    tx: Tx,
    { principal }: RequestContext,
    outlet: SalesOutlet,
    { channel, customerId: id }: { readonly channel: Channel; readonly customerId: string | null },
    at: Date,
    take: boolean,
    mayOverride: boolean = principal.permissions.has('orders:override_price'),
  ): Promise<Selling> {
    const { groups, entitlements } = (id === null ? undefined : await this.members.member(tx, id)) ?? NOBODY;
    const clock = wallClockOf(at, outlet.timeZone);
    return { outlet, channel, customer: { id, groups, entitlements }, at, clock, mayOverride, take };
  }
}
