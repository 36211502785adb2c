import type { RequestContext } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { EntryRecord, EntryRecordId } from '../domain/entry-record.js';
import { counted, isGapDue } from '../domain/sync-device.js';
import { deviceEvent } from '../domain/sync-events.js';
import type { DueSync, DueSyncs } from '../ports/due-syncs.js';
import type { EntryQueue, SyncDevices } from '../ports/entry-queue.js';
import type { RetryHeld } from './retry-held.js';

const EACH_MAX = 200;

export interface LookAfterPorts {
  readonly transactor: Transactor;
  readonly due: DueSyncs;
  readonly queue: EntryQueue;
  readonly devices: SyncDevices;
  readonly retry: RetryHeld;
  readonly outbox: Outbox;
}

/** What is done for queues while nobody asks: held entries are tried again, gaps that last are told of. */
export class LookAfterQueues {
  constructor(private readonly ports: LookAfterPorts) {}

  /** One round, bounded. One tenant's failure keeps no other's from its turn. @returns how much was done. */
  async round(now: Date): Promise<number> {
    const { due } = this.ports;
    const entries = byTenant(await due.entries(now, EACH_MAX));
    const gaps = byTenant(await due.gaps(now, EACH_MAX));
    const failures: unknown[] = [];
    let done = 0;
    const attempt = async (work: Promise<number>): Promise<void> => {
      try {
        done += await work;
      } catch (error) {
        failures.push(error);
      }
    };
    for (const [tenantId, ids] of entries) await attempt(this.retryEntries(tenantId, ids, now));
    for (const [tenantId, ids] of gaps) await attempt(this.tellGaps(tenantId, ids, now));
    if (failures.length > 0) throw new AggregateError(failures, 'queues of devices could not be looked after');
    return done;
  }

  private async retryEntries(tenantId: TenantId, ids: readonly string[], at: Date): Promise<number> {
    const { transactor, queue, retry } = this.ports;
    const context = contextOf(tenantId, at);
    const records = await transactor.read(context, async (tx) => {
      const found: EntryRecord[] = [];
      for (const id of ids) {
        const record = await queue.find(tx, id as EntryRecordId);
        if (record !== undefined) found.push(record);
      }
      return found.sort((one, other) => one.sequence - other.sequence);
    });
    const settled = await retry.these(context, records);
    for (const deviceId of new Set(records.map((record) => record.deviceId)))
      await retry.after(context, deviceId, settled);
    return settled.length;
  }

  private async tellGaps(tenantId: TenantId, ids: readonly string[], at: Date): Promise<number> {
    const { transactor, devices, outbox } = this.ports;
    const context = contextOf(tenantId, at);
    let told = 0;
    for (const id of ids) {
      await transactor.run(context, async (tx) => {
        const found = await devices.find(tx, id);
        if (found === undefined) return;
        const device = await devices.lock(tx, id, found.outletId);
        if (!isGapDue(device, at)) return;
        const known = counted({ ...device, gapToldAt: at });
        devices.save(tx, known);
        outbox.append(tx, [deviceEvent('pos.sync.gap_found', known)]);
        told += 1;
      });
    }
    return told;
  }
}

function contextOf(tenantId: TenantId, at: Date): RequestContext {
  const principal = { kind: 'system', id: 'offline-sync', permissions: new Set<string>(), test: false } as const;
  return { tenantId, tenantSlug: '', principal, requestId: 'offline-sync', at };
}

function byTenant(due: readonly DueSync[]): ReadonlyMap<TenantId, readonly string[]> {
  const found = new Map<TenantId, string[]>();
  for (const { tenantId, id } of due) found.set(tenantId, [...(found.get(tenantId) ?? []), id]);
  return found;
}
