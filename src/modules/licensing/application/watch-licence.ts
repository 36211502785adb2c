import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { dueReminder, remind } from '../domain/reminders.js';
import { DAY_MS, nextTurn, type Subscription } from '../domain/subscription.js';
import { dayOf, daysAfter, startOf } from '../domain/usage.js';
import type { LicenceWatch, LicenceWatches } from '../ports/licence-watches.js';
import type { Recall } from '../ports/recall.js';
import type { SubscriptionRepository } from '../ports/subscription-repository.js';
import type { CountUsage } from './count-usage.js';
import type { LicenceKeeper } from './licence-keeper.js';

/** Looked at so often while something may be due. */
const HOUR_MS = 3_600_000;
const POSTPONED_MS = 5 * 60_000;
/** Businesses are not all counted in the second after midnight. */
const SPREAD_MS = 20 * 60_000;

/**
 * Looks at the licence of one business: moves it on with time, reminds, counts what was used. All of it in one transaction, once,
 * however many look at once.
 */
export class WatchLicence {
  constructor(
    private readonly transactor: Transactor,
    private readonly keeper: LicenceKeeper,
    private readonly subscriptions: SubscriptionRepository,
    private readonly watches: LicenceWatches,
    private readonly usage: CountUsage,
    private readonly outbox: Outbox,
    private readonly recall: Recall,
  ) {}

  /** @returns false when it was not its turn any more. */
  async execute(context: RequestContext): Promise<boolean> {
    const { at } = context;
    const looked = await this.transactor.run(context, async (tx) => {
      const watch = await this.watches.lock(tx, at);
      if (watch.nextLookAt > at) return undefined;
      const kept = await this.keeper.passTime(tx, at);
      const licence = await this.reminded(tx, kept.licence, at);
      await this.usage.execute(tx, at, licence.source === 'remote');
      await this.watches.save(tx, { ...watch, nextLookAt: nextLook(watch, licence, context) });
      return kept;
    });
    if (looked?.standingChanged === true) this.recall.licence(context.tenantId);
    return looked !== undefined;
  }

  /** Lets others have their turn before one that failed. */
  async postpone(context: RequestContext): Promise<void> {
    await this.transactor.run(context, async (tx) => {
      const watch = await this.watches.lock(tx, context.at);
      await this.watches.save(tx, { ...watch, nextLookAt: new Date(context.at.getTime() + POSTPONED_MS) });
    });
  }

  private async reminded(tx: Tx, licence: Subscription, at: Date): Promise<Subscription> {
    const reminder = dueReminder(licence, at);
    if (reminder === undefined || !(await this.subscriptions.addReminder(tx, reminder, at))) return licence;
    const { state, events } = remind(licence, reminder);
    await this.subscriptions.save(tx, state, at);
    this.outbox.append(tx, events);
    return state;
  }
}

function nextLook({ nextSyncAt }: LicenceWatch, licence: Subscription, { at, tenantId }: RequestContext): Date {
  const midnight = startOf(daysAfter(dayOf(at), 1)).getTime() + spreadOf(tenantId);
  const turn = nextTurn(licence, at);
  const soon = licence.paidUntil !== null || licence.version === 0 ? at.getTime() + HOUR_MS : at.getTime() + DAY_MS;
  const times = [
    midnight,
    soon,
    ...(turn === null ? [] : [turn.getTime()]),
    ...(nextSyncAt ? [nextSyncAt.getTime()] : []),
  ];
  return new Date(Math.min(...times));
}

function spreadOf(tenantId: string): number {
  return (Number.parseInt(tenantId.slice(-6), 16) % (SPREAD_MS / 1_000)) * 1_000;
}
