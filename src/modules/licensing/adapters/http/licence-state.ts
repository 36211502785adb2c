import type { Timestamp } from '../../../../platform/http/values.js';
import { ordersUntil, type Subscription } from '../../domain/subscription.js';
import type { LicenceFlagsDto, LicenceOverrideDto } from './licence-dtos.js';

/** A licence after a change; `GET` shows what is used of it, too. */
export interface LicenceStateResponse {
  plan: string;
  status: 'trial' | 'active' | 'past_due' | 'grace' | 'expired' | 'revoked' | 'cancelled';
  since: Timestamp;
  paidUntil: Timestamp | null;
  graceUntil: Timestamp | null;
  /** From then on no new orders; null: no end is known. */
  ordersUntil: Timestamp | null;
  revokedAt: Timestamp | null;
  cancelledAt: Timestamp | null;
  overrides: LicenceOverrideDto[];
  flags: LicenceFlagsDto;
  source: 'local' | 'remote';
  /** @isInt */
  version: number;
}

/** Shows a licence after a change. */
export function toLicenceState(licence: Subscription): LicenceStateResponse {
  const { terms, status, since, paidUntil, graceUntil, revoked, cancelled, overrides, flags, source, version } =
    licence;
  const text = (time: Date | null | undefined): string | null => time?.toISOString() ?? null;
  return {
    ...{ plan: terms.code, status, since: since.toISOString(), paidUntil: text(paidUntil) },
    ...{ graceUntil: text(graceUntil), ordersUntil: text(ordersUntil(licence)) },
    ...{ revokedAt: text(revoked?.at), cancelledAt: text(cancelled?.at) },
    overrides: overrides.map(({ name, value, reason, endsAt }) => ({ name, value, reason, endsAt: text(endsAt) })),
    ...{ flags: { ...flags }, source, version },
  };
}
