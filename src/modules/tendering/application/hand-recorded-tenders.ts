import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import { builtInTender } from '../domain/built-in-tenders.js';
import type { TenderRules } from '../domain/tender.js';
import { TenderingFacade, type KnownCharge } from './tendering-facade.js';

/** Every tender is recorded by hand. */
export class HandRecordedTenders extends TenderingFacade {
  constructor(private readonly accepted: (tx: Tx, outletId: OutletId) => Promise<readonly string[]>) {
    super();
  }

  async rules(tx: Tx, outletId: OutletId): Promise<ReadonlyMap<string, TenderRules>> {
    return new Map((await this.accepted(tx, outletId)).map((code) => [code, builtInTender(code)]));
  }

  assertReachable(): void {}
  known(): Promise<KnownCharge | undefined> {
    return Promise.resolve(undefined);
  }
  begin(): void {}
  send(): Promise<void> {
    return Promise.resolve();
  }
  cancel(): Promise<boolean> {
    return Promise.resolve(false);
  }
  beginRefund(): void {}
  sendRefund(): Promise<void> {
    return Promise.resolve();
  }
}
