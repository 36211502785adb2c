import type { TenantId } from '../../../../kernel/ids.js';
import type { ApiKeyId } from '../../domain/api-key.js';
import type { DecidedRenewal, Renewal, RenewalId } from '../../domain/api-key-renewal.js';

export interface RenewalRow {
  tenant_id: TenantId;
  id: string;
  api_key_id: string;
  status: Renewal['status'];
  wanted_until: Date | null;
  reason: string;
  asked_by: string;
  asked_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  note: string | null;
  granted_until: Date | null;
}

/** A row as the domain knows it. */
export function toRenewal(row: RenewalRow): Renewal {
  const { status, decided_by: decidedBy, decided_at: decidedAt } = row;
  const asked = {
    ...{ id: row.id as RenewalId, apiKeyId: row.api_key_id as ApiKeyId, wantedUntil: row.wanted_until },
    ...{ reason: row.reason, askedBy: row.asked_by, askedAt: row.asked_at },
  };
  if (status === 'asked') return { ...asked, status };
  if (decidedBy === null || decidedAt === null) throw new Error(`the decided renewal ${row.id} names nobody`);
  const decided: Omit<DecidedRenewal, keyof typeof asked> = {
    ...{ status, decidedBy, decidedAt, note: row.note, grantedUntil: row.granted_until },
  };
  return { ...asked, ...decided };
}
