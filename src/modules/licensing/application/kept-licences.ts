import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { FEATURES } from '../domain/feature.js';
import type { LicensingRefusal } from '../domain/licensing-refusal.js';
import type { LimitedThing } from '../domain/limited-thing.js';
import {
  entitlementsAt,
  ordersUntil,
  statusAt,
  type Subscription,
  type SubscriptionStatus,
} from '../domain/subscription.js';
import { UNLIMITED_TERMS } from '../domain/plan.js';
import { LicensingFacade, type LicenceForClients } from './licensing-facade.js';
import type { LicenceKeeper } from './licence-keeper.js';
import type { Meters } from './meters.js';

/** Licences as this service keeps them. */
export class KeptLicences extends LicensingFacade {
  constructor(
    private readonly keeper: LicenceKeeper,
    private readonly meters: Meters,
    private readonly now: () => Date,
  ) {
    super();
  }

  async reserve(tx: Tx, thing: LimitedThing, inUse?: () => Promise<number>): Promise<void> {
    const at = this.now();
    if (limitOf(await this.keeper.current(tx, at), thing, at) === null) return;
    const licence = await this.keeper.locked(tx, at);
    const limit = limitOf(licence, thing, at);
    if (limit === null) return;
    const count = await (inUse?.() ?? this.meters.count(tx, thing));
    if (count < limit) return;
    const facts = { thing, limit, inUse: count, plan: licence.terms.code };
    throw new Refusal<LicensingRefusal>('entitlement_exceeded', facts);
  }

  async forClients(tx: Tx): Promise<LicenceForClients> {
    const at = this.now();
    return toldToClients(await this.keeper.current(tx, at), at);
  }

  assertNewOrders({ licence, at }: RequestContext): void {
    if (licence === undefined) return;
    const { plan, ordersUntil: until, revokedAt } = licence;
    if (revokedAt !== null) throw new Refusal<'licence_revoked'>('licence_revoked');
    if (until !== null && at >= until)
      throw new Refusal<LicensingRefusal>('licence_expired', { plan, ordersUntil: until.toISOString() });
  }
}

/** What clients are told of a licence. */
export function toldToClients(licence: Subscription, at: Date): LicenceForClients {
  const { terms, version, flags, paidUntil } = licence;
  const { features } = entitlementsAt(licence, at, FEATURES);
  const isUnlimited = version === 0 && terms.code === UNLIMITED_TERMS.code;
  return {
    plan: isUnlimited ? null : terms.code,
    status: isUnlimited ? 'unlimited' : FOR_CLIENTS[statusAt(licence, at)],
    features: Object.fromEntries(FEATURES.map((feature) => [feature, features?.has(feature) ?? true])),
    ...{ flags, paidUntil, ordersUntil: ordersUntil(licence) },
  };
}

const FOR_CLIENTS: Readonly<Record<SubscriptionStatus, LicenceForClients['status']>> = {
  ...({ trial: 'active', active: 'active', cancelled: 'active' } as const),
  ...({ past_due: 'grace', grace: 'grace', expired: 'expired', revoked: 'revoked' } as const),
};

function limitOf(licence: Subscription, thing: LimitedThing, at: Date): number | null {
  return entitlementsAt(licence, at, FEATURES).limits[thing];
}
