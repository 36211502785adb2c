import type { TenantId } from '../../../../kernel/ids.js';
import type {
  CodeDelivery,
  Industry,
  KeptCode,
  Owner,
  Registration,
  RegistrationId,
  RegistrationStatus,
  Step,
} from '../../domain/registration.js';

export interface RegistrationRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly time_zone: string | null;
  readonly industry: Industry | null;
  readonly plan: string | null;
  readonly language: string;
  readonly owner_name: string | null;
  readonly owner_email: string | null;
  readonly owner_phone: string | null;
  readonly contact: string | null;
  readonly channel: 'email' | 'sms' | null;
  readonly source: Registration['source'];
  readonly status: RegistrationStatus;
  readonly code_hash: string | null;
  readonly code_key: string | null;
  readonly code_expires_at: Date | null;
  readonly tries_left: number;
  readonly codes_sent: number;
  readonly code_sent_at: Date | null;
  readonly delivery: CodeDelivery;
  readonly business_id: string;
  readonly owner_id: string;
  readonly api_key_id: string;
  readonly steps_done: readonly string[];
  readonly api_key_made_at: Date | null;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly expires_at: Date;
  readonly verified_by: string | null;
  readonly verified_at: Date | null;
  readonly ended_at: Date | null;
  readonly reason: string | null;
  readonly failure: string | null;
  readonly next_try_at: Date | null;
  readonly tries: number;
  readonly version: number;
  readonly event_sequence: number;
}

// prettier-ignore
export const REGISTRATION_COLUMNS = [
  'id', 'slug', 'name', 'currency', 'country', 'region', 'time_zone', 'industry', 'plan', 'language', 'owner_name',
  'owner_email', 'owner_phone', 'contact', 'channel', 'source', 'status', 'code_hash', 'code_key', 'code_expires_at',
  'tries_left', 'codes_sent', 'code_sent_at', 'delivery', 'business_id', 'owner_id', 'api_key_id', 'steps_done',
  'api_key_made_at', 'requested_by', 'requested_at', 'expires_at', 'verified_by', 'verified_at', 'ended_at', 'reason',
  'failure', 'next_try_at', 'tries', 'version', 'event_sequence',
] as const;

/** The registration that a row tells of. */
export function toRegistration(row: RegistrationRow): Registration {
  return {
    ...{ id: row.id as RegistrationId, slug: row.slug, name: row.name, currency: row.currency, country: row.country },
    ...{ region: row.region, timeZone: row.time_zone, industry: row.industry, plan: row.plan, language: row.language },
    ...{ owner: ownerOf(row), contact: row.contact, channel: row.channel, source: row.source, status: row.status },
    ...{ code: codeOf(row), codesSent: row.codes_sent, codeSentAt: row.code_sent_at, delivery: row.delivery },
    ...{ businessId: row.business_id as TenantId, ownerId: row.owner_id, apiKeyId: row.api_key_id },
    ...{ stepsDone: row.steps_done as Step[], apiKeyMadeAt: row.api_key_made_at, requestedBy: row.requested_by },
    ...{ requestedAt: row.requested_at, expiresAt: row.expires_at, verifiedBy: row.verified_by },
    ...{ verifiedAt: row.verified_at, endedAt: row.ended_at, reason: row.reason, failure: row.failure },
    ...{ nextTryAt: row.next_try_at, tries: row.tries, version: row.version, eventSequence: row.event_sequence },
  };
}

/** The row of a registration. */
export function fromRegistration(registration: Registration): RegistrationRow {
  const { id, slug, name, currency, country, region, industry, plan, language, owner, contact, code } = registration;
  const { channel, source, status, delivery, reason, failure, tries, version } = registration;
  return {
    ...{ id, slug, name, currency, country, region, industry, plan, language, contact, channel, source, status },
    ...{ delivery, reason, failure, tries, version, time_zone: registration.timeZone },
    ...{ owner_name: owner?.name ?? null, owner_email: owner?.email ?? null, owner_phone: owner?.phone ?? null },
    ...{ code_hash: code?.hash ?? null, code_key: code?.key ?? null, code_expires_at: code?.expiresAt ?? null },
    ...{ tries_left: code?.triesLeft ?? 0, codes_sent: registration.codesSent, code_sent_at: registration.codeSentAt },
    ...{ business_id: registration.businessId, owner_id: registration.ownerId, api_key_id: registration.apiKeyId },
    ...{ steps_done: registration.stepsDone, api_key_made_at: registration.apiKeyMadeAt },
    ...{ requested_by: registration.requestedBy, requested_at: registration.requestedAt },
    ...{ expires_at: registration.expiresAt, verified_by: registration.verifiedBy },
    ...{ verified_at: registration.verifiedAt, ended_at: registration.endedAt },
    ...{ next_try_at: registration.nextTryAt, event_sequence: registration.eventSequence },
  };
}

function ownerOf({ owner_name: name, owner_email: email, owner_phone: phone }: RegistrationRow): Owner | null {
  return name === null ? null : { name, email, phone };
}

function codeOf({ code_hash: hash, code_key: key, code_expires_at: expiresAt, tries_left }: RegistrationRow) {
  if (hash === null || key === null || expiresAt === null) return null;
  return { hash, key, expiresAt, triesLeft: tries_left } satisfies KeptCode;
}
