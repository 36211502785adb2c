import type { Tx } from '../../../../kernel/transaction.js';
import type { DrawerCopies } from '../../../drawers/index.js';
import type { DrawerPolicyRecord, DrawerRecord } from '../../domain/snapshot.js';
import type { SyncPlace, WholeSource } from '../../ports/master-data.js';

/** The drawers of the outlet. */
export class DrawerSection implements WholeSource<'drawers'> {
  readonly section = 'drawers';
  readonly marks = ['places'] as const;

  constructor(private readonly copies: DrawerCopies) {}

  async read(tx: Tx, { outletId }: SyncPlace): Promise<readonly DrawerRecord[]> {
    const drawers = await this.copies.drawers(tx, outletId);
    return drawers.map(({ id, name, deviceId, active }) => ({ id, name, deviceId, active }));
  }
}

/** How they are run. Policies go with the revision of outlets. */
export class DrawerPolicySection implements WholeSource<'drawerPolicy'> {
  readonly section = 'drawerPolicy';
  readonly marks = ['outlets'] as const;

  constructor(private readonly copies: DrawerCopies) {}

  async read(tx: Tx, { outletId }: SyncPlace): Promise<readonly DrawerPolicyRecord[]> {
    const policy = await this.copies.policy(tx, outletId);
    const { sessionRequired, varianceLimit, cashLimit, denominations, blindCount, floatDefault } = policy;
    return [{ sessionRequired, varianceLimit, cashLimit, denominations, blindCount, floatDefault }];
  }
}
