import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { FLAGS } from '../domain/flag.js';
import { licenceEvent } from '../domain/licence-events.js';
import type { LicensingRefusal } from '../domain/licensing-refusal.js';
import type { PlanRequestId } from '../domain/plan-request.js';
import { setFlags } from '../domain/subscription-lifecycle.js';
import type { Subscription } from '../domain/subscription.js';
import type { Recall } from '../ports/recall.js';
import type { LicenceKeeper } from './licence-keeper.js';
import type { PlanBook } from './plan-book.js';

/** A request on its way to the vendor. */
export interface AskedPlan {
  readonly id: PlanRequestId;
  readonly plan: string;
  readonly note: string | null;
  readonly requestedAt: Date;
}

/** What a business does to its own licence. */
export class OwnLicence {
  constructor(
    private readonly transactor: Transactor,
    private readonly keeper: LicenceKeeper,
    private readonly plans: PlanBook,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly recall: Recall,
  ) {}

  /** Sets switches; those left out stay. @throws Refusal `licence_flag_unknown`, or of the version check. */
  async setFlags(
    context: RequestContext,
    flags: Readonly<Record<string, boolean>>,
    checkVersion: (version: number) => void,
  ): Promise<Subscription> {
    const known: readonly string[] = FLAGS;
    const unknown = Object.keys(flags).filter((flag) => !known.includes(flag));
    if (unknown.length > 0) throw flagsUnknown(unknown);
    const licence = await this.transactor.run(context, async (tx) => {
      const kept = await this.keeper.change(tx, context.at, (present) => {
        checkVersion(present.version);
        const same = Object.entries(flags).every(([flag, on]) => (present.flags[flag] ?? false) === on);
        return same ? { state: present, events: [] } : setFlags(present, flags, context.at);
      });
      return kept.licence;
    });
    this.recall.licence(context.tenantId);
    return licence;
  }

  /** Asks the vendor for another plan. @throws Refusal `plan_not_found`, `plan_archived`, `plan_request_same`. */
  async request(context: RequestContext, plan: string, note: string | null): Promise<AskedPlan> {
    const { terms } = await this.plans.onSaleBy(plan);
    return this.transactor.run(context, async (tx) => {
      const licence = await this.keeper.current(tx, context.at);
      if (licence.terms.code === terms.code) throw new Refusal<LicensingRefusal>('plan_request_same', { plan });
      const id = this.ids.next<'plan-request'>();
      const event = licenceEvent(
        'pos.licence.plan_requested',
        { businessId: id as unknown as typeof licence.businessId, eventSequence: 1 },
        { request: { id, plan, note } },
      );
      this.outbox.append(tx, [{ ...event, aggregate: 'licence_requests' }]);
      return { id, plan, note, requestedAt: context.at };
    });
  }
}

function flagsUnknown(unknown: readonly string[]): Refusal<LicensingRefusal> {
  const fields = unknown.map((flag) => ({ pointer: `/flags/${flag}`, message: `must be one of ${FLAGS.join(', ')}` }));
  return new Refusal('licence_flag_unknown', { flags: FLAGS.join(', ') }, fields);
}
