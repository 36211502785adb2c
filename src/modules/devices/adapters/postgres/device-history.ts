import type { DomainEvent, Outbox } from '../../../../kernel/outbox.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { InsertShape } from '../../../../platform/postgres/deferred-inserts.js';
import { appendRows, contextOf } from '../../../../platform/postgres/transaction.js';

interface HappeningRow {
  tenant_id: string;
  device_id: string;
  sequence: number;
  type: string;
  at: Date;
  actor: string;
  reason: string | null;
}

const HAPPENINGS: InsertShape<HappeningRow> = {
  table: 'device_happenings',
  columns: ['tenant_id', 'device_id', 'sequence', 'type', 'at', 'actor', 'reason'],
};

/** Keeps what happened to devices for their timeline, beside telling of it: events are kept for some days only. */
export class HistoryKeepingOutbox implements Outbox {
  constructor(private readonly outbox: Outbox) {}

  append(tx: Tx, events: readonly DomainEvent[]): void {
    this.outbox.append(tx, events);
    const { tenantId, principal, at } = contextOf(tx);
    const rows = events
      .filter(({ aggregate }) => aggregate === 'devices')
      .map(({ aggregateId, sequence, type, data }) => ({
        ...{ tenant_id: tenantId, device_id: aggregateId, sequence, type, at },
        actor: `${principal.kind}:${principal.id}`,
        reason: reasonIn(data),
      }));
    appendRows(tx, HAPPENINGS, rows);
  }
}

function reasonIn(data: object): string | null {
  return 'reason' in data && typeof data.reason === 'string' ? data.reason : null;
}
