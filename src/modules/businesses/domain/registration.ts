import type { Id, TenantId } from '../../../kernel/ids.js';

export type RegistrationId = Id<'business-registration'>;

export const INDUSTRIES = ['cafe', 'restaurant', 'retail', 'salon', 'pharmacy', 'kiosk', 'web'] as const;
export type Industry = (typeof INDUSTRIES)[number];

/** What is done to make a business, in this order. Each can be done again: it then finds its work done. */
export const STEPS = ['tenant', 'owner', 'plan', 'listing', 'invitation'] as const;
export type Step = (typeof STEPS)[number];

export type RegistrationStatus = 'requested' | 'verified' | 'provisioning' | 'active' | 'expired' | 'rejected';
/** How the last code went out. `by_hand`: nobody sends codes here, an administrator confirms. */
export type CodeDelivery = 'by_hand' | 'sending' | 'sent' | 'failed';

/** Whom the business belongs to. */
export interface Owner {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** A code that can be entered now, as it is kept: hashed with a key that is not in the database. */
export interface KeptCode {
  readonly hash: string;
  readonly key: string;
  readonly expiresAt: Date;
  readonly triesLeft: number;
}

/** What a business says of itself when it wants in. */
export interface RegistrationWish {
  readonly id: RegistrationId;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly timeZone: string | null;
  readonly industry: Industry | null;
  /** Code of the plan to begin with; `null`: what the installation gives to those who chose none. */
  readonly plan: string | null;
  readonly owner: Owner | null;
  readonly channel: 'email' | 'sms' | null;
  /** Of what the owner is written to, such as `en` or `sw`. */
  readonly language: string;
}

/** A business that wants in, and how far it has come. */
export interface Registration extends RegistrationWish {
  /** The portal, or the registry of businesses, which has verified it already. */
  readonly source: 'portal' | 'auth';
  readonly status: RegistrationStatus;
  /** The owner's contact, masked: it stays when the owner's data has gone. */
  readonly contact: string | null;
  readonly code: KeptCode | null;
  readonly codesSent: number;
  readonly codeSentAt: Date | null;
  readonly delivery: CodeDelivery;
  /** Ids of what will be made, fixed at the beginning so that making it again makes the same. */
  readonly businessId: TenantId;
  readonly ownerId: string;
  readonly apiKeyId: string;
  readonly stepsDone: readonly Step[];
  /** When the first API key was made; `null`: not yet. */
  readonly apiKeyMadeAt: Date | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  /** Nobody has verified it by then: it is over. */
  readonly expiresAt: Date;
  readonly verifiedBy: string | null;
  readonly verifiedAt: Date | null;
  readonly endedAt: Date | null;
  /** Why it was rejected, or confirmed by hand. */
  readonly reason: string | null;
  /** Why the last try to make the business stopped: a word. */
  readonly failure: string | null;
  /** When it is worth a look; `null`: never. */
  readonly nextTryAt: Date | null;
  readonly tries: number;
  readonly version: number;
  readonly eventSequence: number;
}

export type RegistrationRefusal =
  | 'registration_not_found'
  | 'registration_invalid'
  | 'registration_id_taken'
  | 'registration_not_open'
  | 'slug_not_available'
  | 'region_not_allowed'
  | 'code_wrong'
  | 'code_not_usable'
  | 'code_sent_recently'
  | 'codes_used_up'
  | 'codes_not_sent_here'
  | 'first_key_not_due'
  | 'first_key_made';

export const CODE_MINUTES = 30;
export const CODE_TRIES = 5;
/** The first and three more. */
export const CODES_MAX = 4;
export const RESEND_PAUSE_SECONDS = 60;
export const REGISTRATION_DAYS = 7;
