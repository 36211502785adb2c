import type { CurrencyCode, Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { OpenedBusiness } from '../../application/open-business.js';
import type { RegisterBusinessCommand } from '../../application/register-business.js';
import type { Registration, RegistrationId } from '../../domain/registration.js';

/**
 * The name of a business in paths: small letters, digits and "-". It cannot be changed later.
 * @minLength 1
 * @maxLength 63
 * @example "acme"
 */
export type BusinessSlug = string;

/**
 * A region of the vendor's, such as those that administrators act for.
 * @minLength 1
 * @maxLength 40
 * @example "east-africa"
 */
export type BusinessRegion = string;

/**
 * Why, for whoever asks later.
 * @minLength 1
 * @maxLength 500
 */
export type BusinessReason = string;

export type IndustryDto = 'cafe' | 'restaurant' | 'retail' | 'salon' | 'pharmacy' | 'kiosk' | 'web';
export type RegistrationStatusDto = 'requested' | 'verified' | 'provisioning' | 'active' | 'expired' | 'rejected';

/** Whom the business belongs to; gone from here when the registration has ended. */
export interface BusinessOwnerDto {
  /**
   * @maxLength 200
   * @example "Amina Yusuf"
   */
  name: string;
  /**
   * @maxLength 254
   * @example "amina@example.com"
   */
  email?: string | null;
  /**
   * With its country.
   * @maxLength 20
   * @example "+254712345678"
   */
  phone?: string | null;
}

/** A business that wants in. */
export interface RegisterBusinessRequest {
  id?: Uuid;
  /**
   * @maxLength 200
   * @example "Acme Street Food"
   */
  name: string;
  slug: BusinessSlug;
  currency: CurrencyCode;
  /**
   * ISO 3166.
   * @pattern ^[A-Z]{2}$ must be two capital letters
   * @example "KE"
   */
  country?: string | null;
  region?: BusinessRegion | null;
  /**
   * @maxLength 60
   * @example "Africa/Nairobi"
   */
  timeZone?: string | null;
  industry?: IndustryDto | null;
  /**
   * Code of the plan to begin with; the installation's own choice when left out.
   * @maxLength 60
   * @example "standard"
   */
  plan?: string | null;
  owner: BusinessOwnerDto;
  /** How the code is sent. */
  channel: 'email' | 'sms';
  /**
   * What the owner is written to in.
   * @maxLength 35
   * @example "en"
   */
  language?: string;
}

export interface VerifyRegistrationRequest {
  /** @pattern ^\d{6}$ must be six digits */
  code: string;
}

export interface BusinessReasonRequest {
  reason: BusinessReason;
}

/** A registration. The owner's contact is masked. */
export interface RegistrationResponse {
  id: Uuid;
  name: string;
  slug: string;
  currency: CurrencyCode;
  country: string | null;
  region: string | null;
  timeZone: string | null;
  industry: IndustryDto | null;
  plan: string | null;
  contact: string | null;
  channel: 'email' | 'sms' | null;
  language: string;
  /** Who told of it: the portal, or the registry of businesses. */
  source: 'portal' | 'auth';
  status: RegistrationStatusDto;
  /** How the last code went out. `by_hand`: none is sent, an administrator confirms. */
  codeDelivery: 'by_hand' | 'sending' | 'sent' | 'failed';
  /** Until when the last code can be entered. */
  codeExpiresAt: Timestamp | null;
  /** @isInt */
  codeTriesLeft: number;
  /** @isInt */
  codesSent: number;
  /** The business that it becomes. */
  businessId: Uuid;
  /** What has been done to make it. */
  stepsDone: string[];
  /** Why making it stopped; it goes on by itself. */
  failure: string | null;
  apiKeyMadeAt: Timestamp | null;
  requestedBy: string;
  requestedAt: Timestamp;
  /** Nobody has verified it by then: it is over. */
  expiresAt: Timestamp;
  verifiedBy: string | null;
  verifiedAt: Timestamp | null;
  endedAt: Timestamp | null;
  reason: string | null;
  /** @isInt */
  version: number;
}

/** What the owner is asked to choose a password with, where it cannot be sent to them. */
export interface OwnerInvitationDto {
  delivery: 'sent' | 'failed' | 'none';
  /** Shown this once, where there is no notifications service. */
  token: string | null;
}

/** A business that was made. Its secrets are shown this once. */
export interface OpenedBusinessResponse {
  registration: RegistrationResponse;
  /** `null`: it was not made yet; ask for it when the registration is `active`. */
  apiKey: string | null;
  invitation: OwnerInvitationDto | null;
}

/** Reads a registration. */
export function commandFrom(body: RegisterBusinessRequest): RegisterBusinessCommand {
  const { id, name, slug, currency, country = null, region = null, timeZone = null, industry = null } = body;
  const { plan = null, owner, channel, language = 'en' } = body;
  return {
    ...{ id: id as RegistrationId | undefined, name, slug, currency, country, region, timeZone, industry, plan },
    ...{ channel, language, owner: { name: owner.name, email: owner.email ?? null, phone: owner.phone ?? null } },
  };
}

/** Shows a registration: never its code, and of its owner what is left to see. */
export function toRegistrationResponse(registration: Registration): RegistrationResponse {
  const { id, name, slug, currency, country, region, timeZone, industry, plan, contact, channel } = registration;
  const { language, source, status, code, delivery, codesSent, businessId, stepsDone, failure } = registration;
  const { requestedBy, verifiedBy, reason, version } = registration;
  return {
    ...{ id, name, slug, currency, country, region, timeZone, industry, plan, contact, channel, language, source },
    ...{ status, codeDelivery: delivery, codeExpiresAt: code?.expiresAt.toISOString() ?? null },
    ...{ codeTriesLeft: code?.triesLeft ?? 0, codesSent, businessId, stepsDone: [...stepsDone], failure },
    ...{ apiKeyMadeAt: registration.apiKeyMadeAt?.toISOString() ?? null, requestedBy, verifiedBy, reason, version },
    requestedAt: registration.requestedAt.toISOString(),
    expiresAt: registration.expiresAt.toISOString(),
    verifiedAt: registration.verifiedAt?.toISOString() ?? null,
    endedAt: registration.endedAt?.toISOString() ?? null,
  };
}

/** Shows what was made, with its secrets. */
export function toOpenedResponse({ registration, apiKey, invitation }: OpenedBusiness): OpenedBusinessResponse {
  return { registration: toRegistrationResponse(registration), apiKey, invitation: invitation && { ...invitation } };
}
