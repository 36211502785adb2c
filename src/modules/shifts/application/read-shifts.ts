import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { cashierRows, idleCashier, type CashierRow } from '../domain/cashier-report.js';
import type { Shift, ShiftId, ShiftRefusal } from '../domain/shift.js';
import type { ShiftQuery, ShiftViews } from '../ports/shift-views.js';
import { assertMaySee } from './shift-access.js';

const YEARS_MAX_MS = 366 * 86_400_000;

/** A shift and what its person did in it. */
export interface ShiftReport {
  readonly shift: Shift;
  readonly figures: CashierRow;
  /** When it was made: the shift may be going on. */
  readonly at: Date;
}

export interface CashiersWish {
  readonly outletId: OutletId | undefined;
  readonly personId: string | undefined;
  /** Trading days, `to` exclusive. */
  readonly from: string;
  readonly to: string;
}

/** Answers what callers ask about shifts. Reports change nothing. */
export class ReadShifts {
  constructor(
    private readonly transactor: Transactor,
    private readonly views: ShiftViews,
  ) {}

  /** @throws Refusal `shift_not_found`. */
  shift(context: RequestContext, id: ShiftId): Promise<Shift> {
    return this.transactor.read(context, async (tx) => {
      const shift = await this.views.shift(tx, id);
      assertMaySee(context, shift);
      return shift;
    });
  }

  /** The shifts of the caller's outlets. */
  list(context: RequestContext, query: Omit<ShiftQuery, 'outletIds'>): Promise<readonly Shift[]> {
    const outletIds = outletsOf(context);
    return this.transactor.read(context, (tx) => this.views.shifts(tx, { ...query, outletIds }));
  }

  /** The caller's own shifts, wherever they were. */
  mine(context: RequestContext, query: Omit<ShiftQuery, 'outletIds' | 'personId'>): Promise<readonly Shift[]> {
    const personId = context.principal.id;
    return this.transactor.read(context, (tx) => this.views.shifts(tx, { ...query, personId, outletIds: null }));
  }

  /** What the person did in the shift, up to now. @throws Refusal `shift_not_found`. */
  report(context: RequestContext, id: ShiftId): Promise<ShiftReport> {
    const { at } = context;
    return this.transactor.read(context, async (tx) => {
      const shift = await this.views.shift(tx, id);
      assertMaySee(context, shift);
      const { personId, outletId, clockedInAt, clockedOutAt, currency } = shift;
      const period = { kind: 'time', from: clockedInAt, to: clockedOutAt ?? at } as const;
      const facts = await this.views.cashiers(tx, { outletIds: [outletId], personId, period, at });
      const figures = cashierRows(facts).find((row) => row.currency === currency);
      return { shift, figures: figures ?? idleCashier(personId, currency), at };
    });
  }

  /** What people did on the days. @throws Refusal `shift_period_invalid`, `shift_outlet_not_found`. */
  cashiers(context: RequestContext, { outletId, personId, from, to }: CashiersWish): Promise<readonly CashierRow[]> {
    if (from >= to || Date.parse(to) - Date.parse(from) > YEARS_MAX_MS) {
      const field = { pointer: '/query/to', message: 'must be after from, by a year at most' };
      throw new Refusal<ShiftRefusal>('shift_period_invalid', { from, to }, [field]);
    }
    if (outletId !== undefined && !mayActFor(context.principal, outletId))
      throw new Refusal<ShiftRefusal>('shift_outlet_not_found', { outletId });
    const outletIds = outletId === undefined ? outletsOf(context) : [outletId];
    const scope = {
      outletIds,
      personId: personId ?? null,
      period: { kind: 'days', from, to },
      at: context.at,
    } as const;
    return this.transactor.read(context, async (tx) => cashierRows(await this.views.cashiers(tx, scope)));
  }
}

function outletsOf({ principal }: RequestContext): readonly string[] | null {
  return principal.outlets === undefined ? null : [...principal.outlets];
}
