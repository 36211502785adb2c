import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { ShiftsFacade } from '../../../shifts/index.js';
import type { WorkedTime, WorkedTimes } from '../../ports/neighbours.js';

/** Time worked, as the shifts say. */
export class RecordedTimes implements WorkedTimes {
  constructor(private readonly shifts: ShiftsFacade) {}

  workedOn(tx: Tx, outletId: OutletId, businessDate: string, at: Date): Promise<readonly WorkedTime[]> {
    return this.shifts.workedOn(tx, outletId, businessDate, at);
  }
}
