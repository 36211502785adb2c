import type { AuditEntry, Outcome } from '../../domain/entry.js';

export interface EntryRow {
  readonly number: number;
  readonly event_id: string;
  readonly at: Date;
  readonly recorded_at: Date;
  readonly actor: string;
  readonly outlet_id: string | null;
  readonly device_id: string | null;
  readonly action: string;
  readonly target: string;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly approved_by: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly request_id: string;
  readonly payload: string;
  readonly previous_hash: string;
  readonly hash: string;
}

export interface AuditTables {
  audit_entries: EntryRow;
  audit_heads: { readonly number: number; readonly hash: string };
}

/** The entry that a row tells of. */
export function toEntry(row: EntryRow): AuditEntry {
  const { number, at, actor, action, target, outcome, reason, before, after, payload, hash } = row;
  return {
    ...{ number, at, actor, action, target, outcome, reason, before, after, payload, hash },
    ...{ eventId: row.event_id, recordedAt: row.recorded_at, outletId: row.outlet_id, deviceId: row.device_id },
    ...{ approvedBy: row.approved_by, requestId: row.request_id, previousHash: row.previous_hash },
  };
}
