import type { RequestContext } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { badValue } from '../../../../kernel/read-value.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { OfflineShiftAct, OfflineShifts, ShiftId } from '../../../shifts/index.js';
import { BodyReading } from '../../domain/body-reading.js';
import type { EntryAct, EntryHandler, Handled } from '../../ports/entry-handler.js';

/** Where nobody says what they work as. */
const JOB = 'staff';
const JOB_FORM = /^[a-z][a-z0-9_]{0,39}$/;

/** What people did with the clocks of devices. */
export class ShiftEntries implements EntryHandler {
  readonly kinds: ReadonlySet<string> = new Set(['shift.clock_in', 'shift.clock_out']);
  readonly waits: ReadonlySet<string> = new Set();
  readonly waitsForGap: ReadonlySet<string> = new Set(['shift_not_found', 'shift_already_open']);
  readonly races: ReadonlySet<string> = new Set();

  constructor(private readonly shifts: OfflineShifts) {}

  async handle(tx: Tx, context: RequestContext, act: EntryAct): Promise<Handled> {
    await this.shifts.record(tx, { ...context, at: act.at }, readShiftAct(act));
    return { conflicts: [], order: null };
  }
}

/** Reads what was done. @throws Refusal `validation_failed`. */
export function readShiftAct({ kind, body, deviceId }: Pick<EntryAct, 'kind' | 'body' | 'deviceId'>): OfflineShiftAct {
  const read = new BodyReading(body);
  const shiftId = read.id('shiftId') as ShiftId;
  if (kind === 'shift.clock_out') return { act: 'clock_out', shiftId, declaredTips: read.someMoney('declaredTips') };
  const outletId = read.id('outletId') as OutletId;
  const job = read.someText('job') ?? JOB;
  if (!JOB_FORM.test(job)) throw badValue('/job', 'must be a word of lower-case letters, digits and underscores');
  return { act: 'clock_in', wish: { id: shiftId, outletId, personId: undefined, job, deviceId } };
}
