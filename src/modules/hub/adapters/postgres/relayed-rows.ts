import type { RelayedEntry } from '../../domain/relayed-entry.js';

// Read only: the table is of offline-sync (its README names this reader).
export const RELAYED_COLUMNS = `id, entry_id, sequence, device_at, kind, body, actor, approver, depends_on, previous_hash, hash, signature`;

export interface RelayedRow {
  readonly id: string;
  readonly entry_id: string;
  readonly sequence: number;
  readonly device_at: Date;
  readonly kind: string;
  readonly body: RelayedEntry['body'];
  readonly actor: RelayedEntry['actor'];
  readonly approver: RelayedEntry['approver'];
  readonly depends_on: readonly string[];
  readonly previous_hash: string;
  readonly hash: string;
  readonly signature: string;
}

/** The entry as the device sealed it. */
export function toRelayed(row: RelayedRow): RelayedEntry {
  const { sequence, kind, body, hash, signature } = row;
  return {
    ...{ id: row.entry_id, sequence, at: row.device_at.toISOString(), kind, body },
    ...{ actor: row.actor, approver: row.approver, dependsOn: row.depends_on },
    ...{ previousHash: row.previous_hash, hash, signature },
  };
}
