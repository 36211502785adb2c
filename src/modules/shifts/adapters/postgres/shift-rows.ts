import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import type { Break, Shift, ShiftEdit, ShiftId, ShiftTimes } from '../../domain/shift.js';

/** Time off, as jsonb keeps it. */
export interface BreakJson {
  from: string;
  to: string | null;
}

interface TimesJson {
  job: string;
  clockedInAt: string;
  clockedOutAt: string | null;
  breaks: BreakJson[];
  declaredTips: number | null;
}

interface EditJson {
  at: string;
  by: string;
  reason: string;
  before: TimesJson;
  after: TimesJson;
}

export interface ShiftRow {
  id: string;
  outlet_id: string;
  person_id: string;
  job: string;
  device_id: string | null;
  status: Shift['status'];
  clocked_in_at: Date;
  clocked_out_at: Date | null;
  business_date: string;
  breaks: BreakJson[];
  currency: string;
  declared_tips: number | null;
  edits: EditJson[];
  overdue_at: Date | null;
  overdue_told_at: Date | null;
  event_sequence: number;
  version: number;
}

// prettier-ignore
export const SHIFT_COLUMNS = [
  'id', 'outlet_id', 'person_id', 'job', 'device_id', 'status', 'clocked_in_at', 'clocked_out_at', 'business_date', 'breaks',
  'currency', 'declared_tips', 'edits', 'overdue_at', 'overdue_told_at', 'event_sequence', 'version',
] as const;

/** The shift that a row tells of. */
export function toShift(row: ShiftRow): Shift {
  const { currency } = row;
  return {
    ...{ id: row.id as ShiftId, outletId: row.outlet_id as OutletId, personId: row.person_id, job: row.job },
    ...{ deviceId: row.device_id, status: row.status, businessDate: row.business_date, currency },
    ...{ clockedInAt: row.clocked_in_at, clockedOutAt: row.clocked_out_at },
    breaks: row.breaks.map(toBreak),
    declaredTips: row.declared_tips === null ? null : money(row.declared_tips, currency),
    edits: row.edits.map((edit) => toEdit(edit, currency)),
    ...{ overdueAt: row.overdue_at, overdueToldAt: row.overdue_told_at },
    ...{ eventSequence: row.event_sequence, version: row.version },
  } as Shift;
}

/** The columns of a shift. */
export function fromShift(shift: Shift): ShiftRow {
  return {
    ...{ id: shift.id, outlet_id: shift.outletId, person_id: shift.personId, job: shift.job },
    ...{ device_id: shift.deviceId, status: shift.status, business_date: shift.businessDate },
    ...{ clocked_in_at: shift.clockedInAt, clocked_out_at: shift.clockedOutAt },
    breaks: shift.breaks.map(fromBreak),
    ...{ currency: shift.currency, declared_tips: shift.declaredTips?.amount ?? null },
    edits: shift.edits.map(fromEdit),
    ...{ overdue_at: shift.overdueAt, overdue_told_at: shift.overdueToldAt },
    ...{ event_sequence: shift.eventSequence, version: shift.version },
  };
}

function toBreak({ from, to }: BreakJson): Break {
  return { from: new Date(from), to: to === null ? null : new Date(to) };
}

function fromBreak({ from, to }: Break): BreakJson {
  return { from: from.toISOString(), to: to?.toISOString() ?? null };
}

function toEdit({ at, before, after, by, reason }: EditJson, currency: string): ShiftEdit {
  return { at: new Date(at), by, reason, before: toTimes(before, currency), after: toTimes(after, currency) };
}

function fromEdit({ at, before, after, by, reason }: ShiftEdit): EditJson {
  return { at: at.toISOString(), by, reason, before: fromTimes(before), after: fromTimes(after) };
}

function toTimes({ job, clockedInAt, clockedOutAt, breaks, declaredTips }: TimesJson, currency: string): ShiftTimes {
  return {
    job,
    clockedInAt: new Date(clockedInAt),
    clockedOutAt: clockedOutAt === null ? null : new Date(clockedOutAt),
    breaks: breaks.map(toBreak),
    declaredTips: declaredTips === null ? null : money(declaredTips, currency),
  };
}

function fromTimes({ job, clockedInAt, clockedOutAt, breaks, declaredTips }: ShiftTimes): TimesJson {
  return {
    job,
    clockedInAt: clockedInAt.toISOString(),
    clockedOutAt: clockedOutAt?.toISOString() ?? null,
    breaks: breaks.map(fromBreak),
    declaredTips: declaredTips?.amount ?? null,
  };
}
