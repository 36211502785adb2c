import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import { workedMinutes } from '../domain/shift.js';
import type { ShiftViews } from '../ports/shift-views.js';

/** What somebody worked at one job. */
export interface WorkedShift {
  readonly shiftId: string;
  readonly personId: string;
  readonly job: string;
  /** Whole minutes without breaks; up to now while it goes on. */
  readonly minutes: number;
  readonly ended: boolean;
  readonly declaredTips: Money | null;
}

/** What other modules may ask about shifts, within their own transaction. */
export abstract class ShiftsFacade {
  /** The shifts of an outlet's trading day, by person and clock-in. @param at the end of those that go on. */
  abstract workedOn(tx: Tx, outletId: OutletId, businessDate: string, at: Date): Promise<readonly WorkedShift[]>;
}

/** Answers from the tables. */
export class RecordedShifts extends ShiftsFacade {
  constructor(private readonly views: ShiftViews) {
    super();
  }

  async workedOn(tx: Tx, outletId: OutletId, businessDate: string, at: Date): Promise<readonly WorkedShift[]> {
    const shifts = await this.views.ofDay(tx, outletId, businessDate);
    return shifts.map((shift) => {
      const { id: shiftId, personId, job, declaredTips, status } = shift;
      return { shiftId, personId, job, declaredTips, ended: status === 'ended', minutes: workedMinutes(shift, at) };
    });
  }
}
