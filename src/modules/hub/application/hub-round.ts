import type { RequestContext } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { UplinkDown, type Cloud } from '../ports/cloud.js';
import type { HubStore } from '../ports/hub-store.js';
import type { FetchEntries } from './fetch-entries.js';
import type { PullReplica } from './pull-replica.js';
import type { RelayEntries } from './relay-entries.js';

export interface RoundParts {
  readonly tenant: { readonly id: TenantId; readonly slug: string };
  readonly transactor: Transactor;
  readonly store: HubStore;
  readonly cloud: Pick<Cloud, 'manifest'>;
  readonly replica: PullReplica;
  readonly relay: RelayEntries;
  readonly fetching: FetchEntries;
  /** In ms since the epoch. */
  readonly now: () => number;
}

/** What one round did. */
export interface RoundReport {
  readonly relayed: number;
  readonly copied: readonly string[];
  readonly fetched: number;
}

/** One exchange with the cloud: asks how things stand, hands on, copies, fetches. */
export class HubRound {
  constructor(private readonly parts: RoundParts) {}

  /** @throws UplinkDown, once it is written down; UplinkRefused. */
  async execute(): Promise<RoundReport> {
    const { transactor, store } = this.parts;
    try {
      const report = await this.exchange();
      await transactor.run(this.context(), async (tx) => {
        await store.saveUplink(tx, 'up', new Date(this.parts.now()));
        await store.saveReplicaAt(tx, new Date(this.parts.now()));
      });
      return report;
    } catch (error) {
      if (error instanceof UplinkDown)
        await transactor.run(this.context(), (tx) => store.saveUplink(tx, 'down', new Date(this.parts.now())));
      throw error;
    }
  }

  /** True once everything has been copied. */
  async hasCopy(): Promise<boolean> {
    const { transactor, store } = this.parts;
    const state = await transactor.read(this.context(), (tx) => store.state(tx));
    return (state?.replicaAt ?? null) !== null;
  }

  /** True while something waits that the cloud has not been handed. */
  async hasWork(): Promise<boolean> {
    const { transactor, store } = this.parts;
    return (await transactor.read(this.context(), (tx) => store.due(tx))).length > 0;
  }

  private async exchange(): Promise<RoundReport> {
    const { transactor, store, cloud, replica, relay, fetching } = this.parts;
    const manifest = await cloud.manifest();
    const relayed = await relay.execute(this.context());
    const known = await transactor.read(this.context(), (tx) => store.digests(tx));
    const copied = await replica.execute(manifest, known);
    const fetched = await fetching.execute(this.context(), manifest);
    return { relayed, copied, fetched };
  }

  private context(): RequestContext {
    const { tenant, now } = this.parts;
    const principal = { kind: 'system', id: 'hub', permissions: new Set(['sync:relay']), test: false } as const;
    return { tenantId: tenant.id, tenantSlug: tenant.slug, principal, requestId: 'hub', at: new Date(now()) };
  }
}
