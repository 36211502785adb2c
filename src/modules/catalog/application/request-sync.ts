import type { Tx } from '../../../kernel/transaction.js';
import type { CatalogueSource } from '../ports/catalogue-source.js';
import type { SyncStates } from '../ports/sync-repository.js';

/** Takes note, within the transaction of the event that tells of it, that the source has something new. */
export class RequestSync {
  constructor(
    private readonly states: SyncStates,
    private readonly source: Pick<CatalogueSource, 'configured'>,
  ) {}

  /** Where no source is configured nothing happens. */
  async execute(tx: Tx): Promise<void> {
    if (this.source.configured) await this.states.request(tx);
  }
}
