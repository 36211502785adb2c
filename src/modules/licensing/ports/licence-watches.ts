import type { TenantId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** When a licence is looked at. */
export interface LicenceWatch {
  readonly nextLookAt: Date;
  /** Null where there is no subscription service. */
  readonly nextSyncAt: Date | null;
  /** Times that the service did not answer in a row. */
  readonly syncTries: number;
}

/** Keeps them, one for each business. */
export interface LicenceWatches {
  /** Locks it until the transaction ends. The first time it is due at once. */
  lock(tx: Tx, at: Date): Promise<LicenceWatch>;
  save(tx: Tx, watch: LicenceWatch): Promise<void>;
}

/** A business whose turn it is. */
export interface DueLicence {
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
}

/** Finds them among all businesses. */
export interface DueLicences {
  /** Longest due first. Two may find the same: whoever comes second finds that it is done. */
  find(at: Date, limit: number): Promise<readonly DueLicence[]>;
}
