import { businessTimeOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { defaultPolicy, dueBefore } from '../domain/day-policy.js';
import type { DayRefusal } from '../domain/day-refusal.js';
import { isClosed } from '../domain/days-to-close.js';
import { daysBetween } from '../domain/report-scope.js';
import type { DayOutlets } from '../ports/day-outlets.js';
import type { DayPolicies } from '../ports/day-policies.js';
import type { ZReportViews } from '../ports/z-report-views.js';
import { knownOutlet } from './known-outlet.js';

/** A business day of an outlet. `due`: its time is past by the outlet's policy, and it is not closed. */
export interface DayStatus {
  readonly businessDate: string;
  readonly status: 'open' | 'closed' | 'due';
  readonly zReportId: string | null;
}

/** The most days of one answer. */
export const DAYS_SHOWN_MAX = 366;

/** Shows which days of an outlet are closed. */
export class ShowDays {
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: DayOutlets,
    private readonly policies: DayPolicies,
    private readonly views: ZReportViews,
  ) {}

  /**
   * @returns days with business or a report, and the running one if it is in the period; `from` and `to` both count.
   * @throws Refusal `outlet_not_found`, `days_period_invalid`.
   */
  execute(context: RequestContext, outletId: OutletId, from: string, to: string): Promise<readonly DayStatus[]> {
    const days = daysBetween(from, to) + 1;
    if (days < 1 || days > DAYS_SHOWN_MAX) {
      const field = { pointer: '/query/to', message: `must be from and at most ${DAYS_SHOWN_MAX} days` };
      throw new Refusal<DayRefusal>('days_period_invalid', { from, to, daysMax: DAYS_SHOWN_MAX }, [field]);
    }
    return this.transactor.read(context, async (tx) => {
      const outlet = await knownOutlet(this.outlets, tx, context, outletId);
      const policy = (await this.policies.find(tx, outletId)) ?? defaultPolicy(outletId);
      const running = businessTimeOf(context.at, outlet.timeZone, outlet.dayCutMinutes).businessDate;
      const due = dueBefore(policy, outlet, context.at);
      const known = await this.views.days(tx, outletId, from, to);
      const isNew = running >= from && running <= to && !known.some(({ businessDate }) => businessDate === running);
      const all = isNew ? [...known, { businessDate: running, zReportId: null }] : [...known];
      return all
        .sort((a, b) => (a.businessDate < b.businessDate ? -1 : 1))
        .map((day) => ({ ...day, status: statusOf(day.businessDate, outlet.closedThrough, due) }));
    });
  }
}

function statusOf(day: string, closedThrough: string | null, dueBeforeDay: string): DayStatus['status'] {
  if (isClosed(day, closedThrough)) return 'closed';
  return day < dueBeforeDay ? 'due' : 'open';
}
