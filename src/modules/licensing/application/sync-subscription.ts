import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { LicenceWatches } from '../ports/licence-watches.js';
import type { SubscriptionService } from '../ports/subscription-service.js';
import type { UsageRepository } from '../ports/usage-repository.js';
import type { HearSubscription } from './hear-subscription.js';

const FIRST_WAIT_MS = 60_000;
const REPORTS_MAX = 31;

/**
 * Asks the subscription service how the licence of a business stands, and reports what was used. Nobody is called within a
 * transaction. A service that does not answer changes nothing: its last word holds.
 */
export class SyncSubscription {
  /** @param service absent: licences are kept here. @param everyMs between two questions. */
  constructor(
    private readonly transactor: Transactor,
    private readonly watches: LicenceWatches,
    private readonly usage: UsageRepository,
    private readonly hearing: HearSubscription,
    private readonly service: SubscriptionService | undefined,
    private readonly everyMs: number,
  ) {}

  /** @returns false when the service did not answer. */
  async execute(context: RequestContext): Promise<boolean> {
    const { service } = this;
    if (service === undefined || !(await this.isDue(context))) return true;
    const heard = await service.ask(context.tenantSlug);
    if (heard.kind === 'word') await this.hearing.execute(context, heard.word);
    await this.asked(context, heard.kind !== 'silent');
    if (heard.kind === 'silent') return false;
    return this.report(context, service);
  }

  private async isDue(context: RequestContext): Promise<boolean> {
    const { nextSyncAt } = await this.transactor.run(context, (tx) => this.watches.lock(tx, context.at));
    return nextSyncAt === null || nextSyncAt <= context.at;
  }

  private async asked(context: RequestContext, answered: boolean): Promise<void> {
    await this.transactor.run(context, async (tx) => {
      const watch = await this.watches.lock(tx, context.at);
      const syncTries = answered ? 0 : watch.syncTries + 1;
      const backoff = Math.min(this.everyMs, FIRST_WAIT_MS * 2 ** Math.min(watch.syncTries, 16));
      const nextSyncAt = new Date(context.at.getTime() + (answered ? this.everyMs : backoff));
      const nextLookAt = nextSyncAt < watch.nextLookAt ? nextSyncAt : watch.nextLookAt;
      await this.watches.save(tx, { nextLookAt, nextSyncAt, syncTries });
    });
  }

  private async report(context: RequestContext, service: SubscriptionService): Promise<boolean> {
    const waiting = await this.transactor.read(context, (tx) => this.usage.unreported(tx, REPORTS_MAX));
    for (const snapshot of waiting) {
      const key = `usage-${context.tenantId}-${snapshot.day}-${snapshot.takenAt.getTime()}`;
      const reported = await service.report(context.tenantSlug, key, snapshot);
      const outcome = ({ taken: 'sent', refused: 'refused', silent: 'pending' } as const)[reported.kind];
      const error = reported.kind === 'taken' ? null : reported.kind === 'refused' ? reported.code : reported.error;
      await this.transactor.run(context, (tx) => this.usage.reported(tx, snapshot, outcome, error));
      if (reported.kind === 'silent') return false;
    }
    return true;
  }
}
