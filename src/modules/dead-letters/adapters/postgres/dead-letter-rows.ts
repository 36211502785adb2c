import type { DeadLetter, DeadLetterId, DeadLetterStatus } from '../../domain/dead-letter.js';

interface DeadLetterRow {
  tenant_id: string;
  id: string;
  sink: string;
  event_id: string;
  type: string;
  aggregate: string;
  aggregate_id: string;
  sequence: number;
  outlet_id: string | null;
  reason: string;
  attempts: number;
  dead_at: Date;
  status: string;
  redrives: number;
  queued_by: string | null;
  redriven_at: Date | null;
}

/** The table as this module sees it; rows are made by the dispatcher. */
export interface DeadLetterTables {
  outbox_dead_letters: DeadLetterRow;
}

export const SHOWN = [
  ...(['id', 'sink', 'event_id', 'type', 'aggregate', 'aggregate_id', 'sequence', 'outlet_id', 'reason'] as const),
  ...(['attempts', 'dead_at', 'status', 'redrives', 'queued_by', 'redriven_at'] as const),
] as const;

/** A row as the domain sees it. */
export function toDeadLetter(row: Pick<DeadLetterRow, (typeof SHOWN)[number]>): DeadLetter {
  return {
    id: row.id as DeadLetterId,
    sink: row.sink,
    eventId: row.event_id,
    type: row.type,
    subject: `${row.aggregate}/${row.aggregate_id}`,
    sequence: row.sequence,
    outletId: row.outlet_id,
    reason: row.reason,
    attempts: row.attempts,
    deadAt: row.dead_at,
    status: row.status as DeadLetterStatus,
    redrives: row.redrives,
    queuedBy: row.queued_by,
    redrivenAt: row.redriven_at,
  };
}
