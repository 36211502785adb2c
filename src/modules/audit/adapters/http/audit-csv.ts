import { canonicalJson } from '../../domain/canonical-json.js';
import type { AuditEntry } from '../../domain/entry.js';

export const CSV_MEDIA_TYPE = 'text/csv; charset=utf-8; header=present';

const HEADER = [
  ...['number', 'at', 'actor', 'action', 'target', 'outlet_id', 'outcome', 'reason', 'approved_by'],
  ...['before', 'after', 'request_id', 'recorded_at', 'event_id', 'hash'],
];

export const CSV_HEADER = lineOf(HEADER);

/** An entry as a line of CSV (RFC 4180). */
export function csvLine(entry: AuditEntry): string {
  return lineOf([
    ...[String(entry.number), entry.at.toISOString(), entry.actor, entry.action, entry.target, entry.outletId ?? ''],
    ...[entry.outcome, entry.reason ?? '', entry.approvedBy ?? '', jsonText(entry.before), jsonText(entry.after)],
    ...[entry.requestId, entry.recordedAt.toISOString(), entry.eventId, entry.hash],
  ]);
}

function jsonText(value: unknown): string {
  return value === null ? '' : canonicalJson(value);
}

function lineOf(fields: readonly string[]): string {
  return `${fields.map(csvText).join(',')}\r\n`;
}

// Spreadsheets run what begins like a formula; an apostrophe in front makes them show it instead (OWASP "CSV injection").
function csvText(text: string): string {
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
