import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { HubRefusal } from '../domain/hub-refusal.js';
import type { HubStatus } from '../domain/hub-status.js';
import type { HubStore } from '../ports/hub-store.js';
import type { HubDatabase, HubMachine } from '../ports/hub-surroundings.js';

/** What a hub is linked to. */
export type HubIdentity = Pick<HubStatus, 'cloud' | 'tenant' | 'device' | 'outlet'>;

export interface StatusParts {
  readonly transactor: Transactor;
  readonly store: Pick<HubStore, 'state' | 'due'>;
  readonly database: HubDatabase;
  readonly machine: HubMachine;
}

/** Says how the hub stands. */
export class ReadHubStatus {
  constructor(
    private readonly parts: StatusParts,
    /** `null`: this service is no hub. */
    private readonly identity: HubIdentity | null,
  ) {}

  /** @throws Refusal `no_hub`. */
  async execute(context: Pick<RequestContext, 'tenantId'>): Promise<HubStatus> {
    const { identity } = this;
    if (identity === null) throw new Refusal<HubRefusal>('no_hub');
    const { transactor, store, database, machine } = this.parts;
    const read = await transactor.read(context, async (tx) => ({
      state: await store.state(tx),
      due: await store.due(tx),
      figures: await database.figures(tx),
    }));
    const { state, due, figures } = read;
    return {
      ...identity,
      ...{ uplink: state?.uplink ?? 'unknown', uplinkSince: state?.uplinkSince ?? null },
      replica: { catalog: figures.catalog, pricing: figures.pricing, checkedAt: state?.replicaAt ?? null },
      waiting: due.map(({ deviceId, waiting }) => ({ deviceId, entries: waiting })),
      ...{ lastRelayAt: state?.relayedAt ?? null, disk: await machine.disk(), databaseBytes: figures.bytes },
      certificateEndsAt: machine.certificateEndsAt(),
    };
  }
}
