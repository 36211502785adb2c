import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { HubRefusal } from '../domain/hub-refusal.js';
import { REPLICA_TABLES } from '../domain/replica-tables.js';
import type { RelayedEntry } from '../domain/relayed-entry.js';
import type { Manifest, ReplicaPage } from '../ports/cloud.js';
import type { HubDevices } from '../ports/hub-devices.js';
import type { ReplicaSource } from '../ports/replica-source.js';

const HISTORY_MS = 7 * 86_400_000;

/** In the cloud: what hubs copy. */
export class ReplicaReading {
  constructor(
    private readonly transactor: Transactor,
    private readonly devices: HubDevices,
    private readonly source: ReplicaSource,
  ) {}

  /** How everything stands, in one round trip. @throws Refusal `hub_required`. */
  manifest(context: RequestContext): Promise<Manifest> {
    return this.asHub(context, async (tx, outletId) => {
      const since = new Date(context.at.getTime() - HISTORY_MS);
      const tables = await this.source.digests(tx, outletId);
      return { tables, devices: await this.source.heads(tx, outletId, since) };
    });
  }

  /** @throws Refusal `hub_required`, `replica_table_unknown`, `cursor_invalid`. */
  page(context: RequestContext, name: string, after: string | null): Promise<ReplicaPage> {
    const table = REPLICA_TABLES.find((one) => one.table === name);
    if (table === undefined) throw new Refusal<HubRefusal>('replica_table_unknown', { table: name });
    return this.asHub(context, (tx, outletId) => this.source.page(tx, table, outletId, after));
  }

  /** @throws Refusal `hub_required`. */
  entries(context: RequestContext, deviceId: string, from: number, to: number): Promise<readonly RelayedEntry[]> {
    return this.asHub(context, (tx, outletId) => this.source.entries(tx, outletId, deviceId, from, to));
  }

  private asHub<Result>(context: RequestContext, read: (tx: Tx, outletId: string) => Promise<Result>): Promise<Result> {
    return this.transactor.read(context, async (tx) => read(tx, await this.devices.outletOfHub(tx, context.principal)));
  }
}
