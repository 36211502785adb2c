import type { OutletId } from '../../../../kernel/ids.js';
import type { EntryPerson, JsonObject } from '../../domain/entry.js';
import type { EntryOrder, EntryRecord, EntryRecordId, EntryStatus, SyncTrigger } from '../../domain/entry-record.js';

export interface EntryRow {
  readonly id: string;
  readonly entry_id: string;
  readonly device_id: string;
  readonly outlet_id: string;
  readonly sequence: number;
  readonly in_chain: boolean;
  readonly kind: string;
  readonly subject_id: string | null;
  readonly session_id: string | null;
  readonly body: JsonObject;
  readonly actor: EntryPerson;
  readonly approver: EntryPerson | null;
  readonly depends_on: readonly string[];
  readonly previous_hash: string;
  readonly hash: string;
  readonly signature: string;
  readonly fingerprint: string;
  readonly device_at: Date;
  readonly received_at: Date;
  readonly skew_ms: number | null;
  readonly happened_at: Date;
  readonly business_date: string;
  readonly relayed_by: string | null;
  readonly trigger: SyncTrigger;
  readonly status: EntryStatus;
  readonly code: string | null;
  readonly detail: string | null;
  readonly facts: JsonObject;
  readonly waits_for: readonly string[];
  readonly result: EntryOrder | null;
  readonly tries: number;
  readonly next_try_at: Date | null;
  readonly version: number;
}

// prettier-ignore
export const ENTRY_COLUMNS = [
  'id', 'entry_id', 'device_id', 'outlet_id', 'sequence', 'in_chain', 'kind', 'subject_id', 'session_id', 'body', 'actor',
  'approver', 'depends_on', 'previous_hash', 'hash', 'signature', 'fingerprint', 'device_at', 'received_at', 'skew_ms',
  'happened_at', 'business_date', 'relayed_by', 'trigger', 'status', 'code', 'detail', 'facts', 'waits_for', 'result', 'tries',
  'next_try_at', 'version',
] as const;

/** The entry that a row tells of. */
export function toEntry(row: EntryRow): EntryRecord {
  return {
    ...{ id: row.id as EntryRecordId, entryId: row.entry_id, deviceId: row.device_id, kind: row.kind },
    ...{ outletId: row.outlet_id as OutletId, sequence: row.sequence, inChain: row.in_chain },
    ...{ subjectId: row.subject_id, sessionId: row.session_id, body: row.body, actor: row.actor },
    ...{ approver: row.approver, dependsOn: row.depends_on, previousHash: row.previous_hash, hash: row.hash },
    ...{ signature: row.signature, fingerprint: row.fingerprint, deviceAt: row.device_at },
    ...{ receivedAt: row.received_at, skewMs: row.skew_ms, happenedAt: row.happened_at },
    ...{ businessDate: row.business_date, relayedBy: row.relayed_by, trigger: row.trigger, status: row.status },
    ...{ code: row.code, detail: row.detail, facts: row.facts, waitsFor: row.waits_for, order: row.result },
    ...{ tries: row.tries, nextTryAt: row.next_try_at, version: row.version },
  };
}

/** The values of an entry's row, in the order of `ENTRY_COLUMNS`. */
export function entryValues(entry: EntryRecord): readonly unknown[] {
  const { id, entryId, deviceId, outletId, sequence, inChain, kind, subjectId, sessionId } = entry;
  const { previousHash, hash, signature, fingerprint, deviceAt, receivedAt, skewMs, happenedAt } = entry;
  return [
    ...[id, entryId, deviceId, outletId, sequence, inChain, kind, subjectId, sessionId],
    ...[json(entry.body), json(entry.actor), json(entry.approver), entry.dependsOn],
    ...[previousHash, hash, signature, fingerprint, deviceAt, receivedAt, skewMs, happenedAt, entry.businessDate],
    ...[entry.relayedBy, entry.trigger, entry.status, entry.code, shortened(entry.detail), json(entry.facts)],
    ...[entry.waitsFor, json(entry.order), entry.tries, entry.nextTryAt, entry.version],
  ];
}

const DETAIL_MAX = 2_000;

function shortened(detail: string | null): string | null {
  return detail?.slice(0, DETAIL_MAX) ?? null;
}

function json(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
