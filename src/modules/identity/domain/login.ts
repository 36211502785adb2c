import type { Id } from '../../../kernel/ids.js';

export type LoginId = Id<'login'>;
export type PersonId = Id<'person'>;

/** The second factor: codes of an app that are good for half a minute (RFC 6238). */
export type SecondFactor =
  | { readonly state: 'off' }
  /** A secret was shown, and no code of it has come back yet. */
  | { readonly state: 'pending'; readonly sealed: string }
  | {
      readonly state: 'on';
      readonly sealed: string;
      /** The step of the last code that was taken: none is taken twice. */
      readonly lastStep: number;
      readonly enrolledAt: Date;
      /** Hashes of the recovery codes that are left. */
      readonly recoveryCodes: readonly string[];
    };

/** How one person of the staff signs in without a device. */
export interface Login {
  readonly id: LoginId;
  readonly personId: PersonId;
  /** In lower case. */
  readonly email: string;
  /** `null`: none was chosen yet, or an administrator has taken it away. */
  readonly passwordHash: string | null;
  /** Counts the passwords that there have been. */
  readonly passwordNumber: number;
  readonly passwordAt: Date | null;
  readonly totp: SecondFactor;
  /** Counts the secrets of the second factor that there have been. */
  readonly totpNumber: number;
  readonly lastSignInAt: Date | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
  readonly eventSequence: number;
}

export type LoginStatus = 'invited' | 'active' | 'reset';

export type IdentityRefusal =
  | 'login_not_found'
  | 'login_exists'
  | 'login_email_taken'
  | 'login_email_missing'
  | 'login_person_not_found'
  | 'login_exceeds_caller'
  | 'login_changed'
  | 'login_locked'
  | 'login_not_locked'
  | 'otp_required'
  | 'otp_wrong'
  | 'password_wrong'
  | 'password_refused'
  | 'totp_already_enrolled'
  | 'totp_not_enrolled'
  | 'totp_not_begun'
  | 'identity_policy_invalid'
  | 'passwords_needed';

/** Where a login stands: waits for its first password, can be used, or waits for a new one. */
export function statusOf({ passwordHash, passwordNumber }: Login): LoginStatus {
  if (passwordHash !== null) return 'active';
  return passwordNumber === 0 ? 'invited' : 'reset';
}

const ADDRESS_MAX = 254;
const ADDRESS = /^[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]{1,189}$/u;

/** An address as it is stored and compared; `undefined` for what is none. */
export function foldedEmail(text: string): string | undefined {
  const folded = text.trim().normalize('NFC').toLowerCase();
  return folded.length <= ADDRESS_MAX && ADDRESS.test(folded) ? folded : undefined;
}
