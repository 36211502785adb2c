import type { Tx } from '../../../../kernel/transaction.js';
import { UsageMeter, type LicensingFacade } from '../../../licensing/index.js';
import type { StaffPlan } from '../../ports/staff-plan.js';
import type { StaffRepository } from '../../ports/staff-repository.js';

/** The plan of the business, as licensing keeps it. */
export class LicensedStaff implements StaffPlan {
  constructor(private readonly licensing: LicensingFacade) {}

  reserve(tx: Tx, inUse: () => Promise<number>): Promise<void> {
    return this.licensing.reserve(tx, 'staff', inUse);
  }
}

/** Counts who works here; those who left do not count. */
export class StaffMeter extends UsageMeter {
  readonly thing = 'staff';

  constructor(private readonly staff: Pick<StaffRepository, 'countActive'>) {
    super();
  }

  count(tx: Tx): Promise<number> {
    return this.staff.countActive(tx);
  }
}
