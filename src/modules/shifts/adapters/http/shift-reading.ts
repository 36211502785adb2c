import type { OutletId } from '../../../../kernel/ids.js';
import type { Money } from '../../../../kernel/money.js';
import { calendarDaysFrom } from '../../../../platform/http/calendar-day.js';
import { badValue, moneyFrom, timeFrom } from '../../../../platform/http/values.js';
import type { ClockInWish } from '../../application/clock-in-person.js';
import type { ShiftChanges } from '../../domain/shift-correction.js';
import type { Shift, ShiftId } from '../../domain/shift.js';
import type { ShiftQuery } from '../../ports/shift-views.js';
import type { ClockInRequest, CorrectShiftRequest, DeclaredTips } from './shift-dtos.js';

/** Reads who begins to work where. */
export function clockInFrom({ id, outletId, personId, job, deviceId }: ClockInRequest): ClockInWish {
  return {
    id: id as ShiftId | undefined,
    outletId: outletId as OutletId,
    personId,
    job,
    deviceId: deviceId ?? null,
  };
}

/** Reads what is put right. @throws Refusal `validation_failed` for times that do not exist. */
export function correctionFrom(body: CorrectShiftRequest): { readonly changes: ShiftChanges; readonly reason: string } {
  const { job, clockedInAt, clockedOutAt, breaks, reason } = body;
  const declaredTips = declaredFrom(body.declaredTips);
  const changes: ShiftChanges = {
    ...(job !== undefined && { job }),
    ...(clockedInAt !== undefined && { clockedInAt: timeFrom(clockedInAt, '/clockedInAt') }),
    ...(clockedOutAt !== undefined && { clockedOutAt: timeFrom(clockedOutAt, '/clockedOutAt') }),
    ...(breaks !== undefined && {
      breaks: breaks.map(({ from, to }, index) => ({
        from: timeFrom(from, `/breaks/${index}/from`),
        to: to == null ? null : timeFrom(to, `/breaks/${index}/to`),
      })),
    }),
    ...(declaredTips !== undefined && { declaredTips }),
  };
  return { changes, reason };
}

/** Reads what was said of tips; `undefined` when nothing was. @throws Refusal `unknown_currency`. */
export function declaredFrom(tips: DeclaredTips | null | undefined): Money | null | undefined {
  return tips == null ? tips : moneyFrom(tips, '/declaredTips');
}

interface Filter {
  readonly outletId?: OutletId | undefined;
  readonly personId?: string | undefined;
  readonly status?: Shift['status'] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Reads which shifts are asked for. @throws Refusal `validation_failed`. */
export function queryFrom(filter: Filter): Omit<ShiftQuery, 'outletIds' | 'limit' | 'after'> {
  const { from, to, personId } = filter;
  calendarDaysFrom(from, to);
  assertPerson(personId);
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** @throws Refusal `validation_failed` for a text that no person is named by. */
export function assertPerson(personId: string | undefined): void {
  if (personId !== undefined && (personId.includes('\0') || !personId.isWellFormed()))
    throw badValue('/query/personId', 'must be text');
}
