import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import { LicensingFacade, UsageMeter } from '../../../licensing/index.js';
import type { OutletAllowance } from '../../ports/outlet-allowance.js';

const OPEN = 'select count(*)::int as count from outlets where active';

/** Counts the outlets that are open. */
export class OutletMeter extends UsageMeter {
  readonly thing = 'outlets';

  async count(tx: Tx): Promise<number> {
    const [row] = await runPrepared<{ count: number }>(tx, 'outlets_open', OPEN, []);
    return row?.count ?? 0;
  }
}

/** Asks the licence whether one more may be open. */
export class LicensedOutlets implements OutletAllowance {
  constructor(
    private readonly licensing: LicensingFacade,
    private readonly meter: OutletMeter,
  ) {}

  oneMoreOpen(tx: Tx): Promise<void> {
    // The one that is asked about is there already.
    return this.licensing.reserve(tx, 'outlets', async () => (await this.meter.count(tx)) - 1);
  }
}
