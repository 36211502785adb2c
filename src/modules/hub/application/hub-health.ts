import type { Transactor } from '../../../kernel/transaction.js';
import type { TenantId } from '../../../kernel/ids.js';
import type { HubStore } from '../ports/hub-store.js';

/** How the uplink is, for /readyz: a hub without one sells on, so it is degraded and never down. */
export class HubHealth {
  readonly name = 'uplink';

  constructor(
    private readonly transactor: Transactor,
    private readonly store: Pick<HubStore, 'state'>,
    private readonly tenantId: TenantId,
  ) {}

  /** `up`, or `degraded`. */
  async state(): Promise<string> {
    const state = await this.transactor.read({ tenantId: this.tenantId }, (tx) => this.store.state(tx));
    return state?.uplink === 'up' ? 'up' : 'degraded';
  }
}
