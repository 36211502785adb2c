import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { closureDue } from '../domain/day-events.js';
import { dueBefore, nextLook, type DayPolicy } from '../domain/day-policy.js';
import type { DayRefusal } from '../domain/day-refusal.js';
import { DAYS_AT_ONCE_MAX, isClosed } from '../domain/days-to-close.js';
import type { ZReport } from '../domain/z-report.js';
import type { DayBooks } from '../ports/day-books.js';
import type { DayOutlet, DayOutlets } from '../ports/day-outlets.js';
import type { DayPolicies } from '../ports/day-policies.js';
import type { DueOutlet } from '../ports/due-outlets.js';
import type { ZReportRepository } from '../ports/z-report-repository.js';
import type { CloseDay } from './close-day.js';

const ACTOR = 'business-days';
const ALREADY_CLOSED: DayRefusal = 'day_already_closed';
/** While a closure is overdue, somebody looks again after this: it may have come, and another be overdue. */
const OVERDUE_LOOK_MS = 5 * 60_000;

/** Closes days whose time is past, or says that they should be, as the outlet's policy is. */
export class LookAfterDays {
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: DayOutlets,
    private readonly policies: DayPolicies,
    private readonly books: DayBooks,
    private readonly reports: Pick<ZReportRepository, 'lockDays'>,
    private readonly closeDay: Pick<CloseDay, 'closeIn'>,
    private readonly outbox: Outbox,
  ) {}

  /** Looks again under the policy's lock: whoever else looks at it meanwhile passes it over. @returns the reports made. */
  async execute({ tenantId, tenantSlug, outletId }: DueOutlet, at: Date): Promise<readonly ZReport[]> {
    const principal = { kind: 'system', id: ACTOR, permissions: new Set<string>(), test: false } as const;
    const context: RequestContext = { tenantId, tenantSlug, principal, requestId: ACTOR, at };
    try {
      return await this.look(context, outletId);
    } catch (error) {
      if (error instanceof Refusal && error.code === ALREADY_CLOSED) return []; // somebody did it by hand meanwhile
      throw error;
    }
  }

  private look(context: RequestContext, outletId: OutletId): Promise<readonly ZReport[]> {
    const { at } = context;
    return this.transactor.run(context, async (tx) => {
      const policy = await this.policies.lock(tx, outletId, { skipLocked: true });
      const outlet = await this.outlets.outlet(tx, outletId);
      if (policy === undefined || policy.closure === 'off' || outlet === undefined) return [];
      const before = dueBefore(policy, outlet, at);
      const due = await this.books.daysWithBusiness(tx, outletId, outlet.closedThrough, before, DAYS_AT_ONCE_MAX);
      if (policy.closure === 'automatic') return this.close(tx, context, policy, outlet, due);
      await this.require(tx, policy, outlet, due[0], at);
      return [];
    });
  }

  private async close(
    tx: Tx,
    context: RequestContext,
    policy: DayPolicy,
    outlet: DayOutlet,
    due: readonly string[],
  ): Promise<readonly ZReport[]> {
    const { at } = context;
    const last = due.at(-1);
    // As many as may be closed at once: there are more, so somebody looks again at once.
    await this.policies.save(tx, policy, due.length < DAYS_AT_ONCE_MAX ? nextLook(policy, outlet, at) : at);
    if (last === undefined) return [];
    const command = { outletId: outlet.id, date: last, reason: null, acceptOpenSessions: true };
    return this.closeDay.closeIn(tx, context, command);
  }

  private async require(
    tx: Tx,
    policy: DayPolicy,
    outlet: DayOutlet,
    overdue: string | undefined,
    at: Date,
  ): Promise<void> {
    const isNew = overdue !== undefined && outlet.closureDue !== overdue;
    const numbered = isNew ? { ...policy, eventSequence: policy.eventSequence + 1 } : policy;
    const again = overdue === undefined ? nextLook(policy, outlet, at) : new Date(at.getTime() + OVERDUE_LOOK_MS);
    // Under the lock of the days: one that is closed meanwhile must not stop sales for ever.
    const closedThrough = isNew ? await this.reports.lockDays(tx, outlet.id) : null;
    if (!isNew || isClosed(overdue, closedThrough)) return this.policies.save(tx, policy, again);
    await this.policies.save(tx, numbered, again);
    await this.outlets.setClosureDue(tx, outlet.id, overdue);
    this.outbox.append(tx, [closureDue(numbered, overdue)]);
  }
}
