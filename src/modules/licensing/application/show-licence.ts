import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { TenantId } from '../../../kernel/ids.js';
import { FEATURES } from '../domain/feature.js';
import { linesOf } from '../domain/invoice.js';
import type { LimitedThing } from '../domain/limited-thing.js';
import type { Money } from '../../../kernel/money.js';
import {
  DAY_MS,
  entitlementsAt,
  ordersUntil,
  statusAt,
  type Subscription,
  type SubscriptionStatus,
} from '../domain/subscription.js';
import { dayOf, monthAfter, monthOf, startOf } from '../domain/usage.js';
import type { LicenceKeeper } from './licence-keeper.js';
import type { Meters } from './meters.js';

/** A licence with what is used of it. */
export interface ShownLicence {
  readonly licence: Subscription;
  readonly status: SubscriptionStatus;
  readonly ordersUntil: Date | null;
  readonly features: ReadonlySet<string> | null;
  readonly entitlements: readonly {
    readonly thing: LimitedThing;
    readonly used: number;
    readonly limit: number | null;
  }[];
  /** Of the calendar month, by UTC. */
  readonly month: {
    readonly from: string;
    readonly orders: number;
    readonly included: number | null;
    readonly overage: Money;
  };
  /** The subscription service has not been heard for a day or more; it changes nothing. */
  readonly stale: boolean;
}

/** After so long without a word. */
const STALE_MS = DAY_MS;

/** Shows the licence of a business. Counts what is used, so it is for people and not for every request. */
export class ShowLicence {
  constructor(
    private readonly transactor: Pick<Transactor, 'read'>,
    private readonly keeper: LicenceKeeper,
    private readonly meters: Meters,
  ) {}

  execute(businessId: TenantId, at: Date): Promise<ShownLicence> {
    return this.transactor.read({ tenantId: businessId }, (tx) => this.shown(tx, at));
  }

  private async shown(tx: Tx, at: Date): Promise<ShownLicence> {
    const licence = await this.keeper.current(tx, at);
    const { features, limits } = entitlementsAt(licence, at, FEATURES);
    const used = await this.meters.all(tx, at);
    const things = Object.keys(used) as LimitedThing[];
    const { source, lastHeardAt } = licence;
    return {
      ...{ licence, status: statusAt(licence, at), ordersUntil: ordersUntil(licence), features },
      entitlements: things.map((thing) => ({ thing, used: used[thing], limit: limits[thing] })),
      month: await this.month(tx, licence, at),
      stale: source === 'remote' && (lastHeardAt === null || at.getTime() - lastHeardAt.getTime() >= STALE_MS),
    };
  }

  private async month(tx: Tx, { terms }: Subscription, at: Date): Promise<ShownLicence['month']> {
    const from = monthOf(dayOf(at));
    const orders = await this.meters.count(tx, 'orders', startOf(from), startOf(monthAfter(from, 1)));
    const most = { outlets: 0, devices: 0, staff: 0, integrations: 0 };
    const overage = linesOf(terms, { orders, most, days: 0 }).find(({ kind }) => kind === 'overage');
    const total = overage?.total ?? { amount: 0, currency: terms.currency };
    return { from, orders, included: terms.ordersIncluded, overage: total };
  }
}
