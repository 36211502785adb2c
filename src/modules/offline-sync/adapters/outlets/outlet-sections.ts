import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { describeOutlet, type OutletsFacade } from '../../../outlets/index.js';
import type { BusinessRecord, OutletRecord } from '../../domain/snapshot.js';
import type { OutletCurrency, SyncOutlets, SyncPlace, WholeSource } from '../../ports/master-data.js';

/** The business, as the outlets module has it. */
export class BusinessSection implements WholeSource<'business'> {
  readonly section = 'business';
  readonly marks = ['outlets'] as const;

  constructor(private readonly outlets: Pick<OutletsFacade, 'tenant'>) {}

  async read(tx: Tx): Promise<readonly BusinessRecord[]> {
    const { id, slug, name, currency, minorDigits } = await this.outlets.tenant(tx);
    return [{ id, slug, name, currency, minorDigits: { ...minorDigits } }];
  }
}

/** The outlet, with its taxes. */
export class OutletSection implements WholeSource<'outlet'> {
  readonly section = 'outlet';
  readonly marks = ['outlets'] as const;

  constructor(private readonly outlets: Pick<OutletsFacade, 'outlet'>) {}

  async read(tx: Tx, { outletId }: SyncPlace): Promise<readonly OutletRecord[]> {
    const outlet = await this.outlets.outlet(tx, outletId);
    if (outlet === undefined) return [];
    const { version: _, ...described } = describeOutlet(outlet);
    return [{ ...described, closedThrough: outlet.closedThrough, closureDue: outlet.closureDue }];
  }
}

/** Outlets for whom a copy can be made. */
export class KnownOutlets implements SyncOutlets, OutletCurrency {
  constructor(private readonly outlets: Pick<OutletsFacade, 'outlet'>) {}

  async exists(tx: Tx, id: OutletId): Promise<boolean> {
    return (await this.outlets.outlet(tx, id)) !== undefined;
  }
  async of(tx: Tx, id: OutletId): Promise<string | undefined> {
    return (await this.outlets.outlet(tx, id))?.currency;
  }
}
