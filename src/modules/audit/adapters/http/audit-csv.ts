import { csvLine, csvText } from '../../../../platform/http/csv.js';
import { canonicalJson } from '../../domain/canonical-json.js';
import type { AuditEntry } from '../../domain/entry.js';

const HEADER = [
  ...['number', 'at', 'actor', 'action', 'target', 'outlet_id', 'outcome', 'reason', 'approved_by'],
  ...['before', 'after', 'request_id', 'recorded_at', 'event_id', 'hash'],
];

export const CSV_HEADER = csvLine(HEADER);

/** An entry as a line of CSV. */
export function entryLine(entry: AuditEntry): string {
  const fields = [
    ...[String(entry.number), entry.at.toISOString(), entry.actor, entry.action, entry.target, entry.outletId ?? ''],
    ...[entry.outcome, entry.reason ?? '', entry.approvedBy ?? '', jsonText(entry.before), jsonText(entry.after)],
    ...[entry.requestId, entry.recordedAt.toISOString(), entry.eventId, entry.hash],
  ];
  return csvLine(fields.map(csvText));
}

function jsonText(value: unknown): string {
  return value === null ? '' : canonicalJson(value);
}
