import type { Tx } from '../../../../kernel/transaction.js';
import type { LicensingFacade, UsageMeter } from '../../../licensing/index.js';
import type { FigureSource, LicenceFigures } from '../../ports/business-activity.js';

/** Which plan a business has, until when, and what it has of the things that plans count. */
export class LicensedFigures implements FigureSource<LicenceFigures> {
  constructor(
    private readonly licensing: LicensingFacade,
    private readonly meters: readonly UsageMeter[],
  ) {}

  async figures(tx: Tx, at: Date): Promise<LicenceFigures> {
    const { plan, status, paidUntil } = await this.licensing.forClients(tx);
    const devices = await this.count(tx, 'devices', at);
    return { plan, licenceStatus: status, planEndsAt: paidUntil, devices, staff: await this.count(tx, 'staff', at) };
  }

  private async count(tx: Tx, thing: UsageMeter['thing'], at: Date): Promise<number | null> {
    const meters = this.meters.filter((meter) => meter.thing === thing);
    let sum: number | null = null;
    for (const meter of meters) sum = (sum ?? 0) + (await meter.count(tx, at, at));
    return sum;
  }
}
