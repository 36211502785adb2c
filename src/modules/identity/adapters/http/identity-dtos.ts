import type { Timestamp, Uuid } from '../../../../platform/http/values.js';

/**
 * An e-mail address; capital letters do not matter.
 * @minLength 3
 * @maxLength 254
 * @example "ann@example.com"
 */
export type EmailAddress = string;

/**
 * A password: at least 12 characters, or as many as the business demands. No rules on which.
 * @minLength 1
 * @maxLength 512
 * @example "seven kites over the harbour"
 */
export type PasswordText = string;

/**
 * What was in the link.
 * @pattern ^[A-Za-z0-9_-]{34}$ must be the token of a link
 * @example "r4nd0mr4nd0mr4nd0mr4nd0mr4nd0mr4nd"
 */
export type LinkToken = string;

/**
 * Six digits of the app.
 * @pattern ^\d{6}$ must be six digits
 * @example "287082"
 */
export type OneTimeCode = string;

/**
 * One of the codes that were shown when the second factor was enrolled. Capital letters, spaces and hyphens do not matter.
 * @minLength 16
 * @maxLength 40
 * @example "7kqm-2hxw-9rtd-v4ce"
 */
export type RecoveryCodeText = string;

/**
 * Why; it stands in the audit.
 * @minLength 1
 * @maxLength 500
 * @example "the phone was lost"
 */
export type IdentityReason = string;

/**
 * Part of an address.
 * @minLength 1
 * @maxLength 100
 */
export type LoginSearch = string;

export type LoginStatusWord = 'invited' | 'active' | 'reset';
export type LoginTotpWord = 'off' | 'pending' | 'on';
export type LoginTotpFilter = 'on' | 'off';
/** `sent`; `failed`: ask again later; `none`: there is no way to send messages here. Null: not known, in a repeated answer. */
export type LinkMessage = 'sent' | 'failed' | 'none';

/** Whom to invite. */
export interface InviteLoginRequest {
  personId: Uuid;
}

/** A link that was made. */
export interface LinkResponse {
  personId: Uuid;
  /** Whom it is for. */
  email: string;
  /** How long it is good. */
  until: Timestamp;
  message: LinkMessage | null;
  /** Where no message can be sent: to hand over to the person, and shown this once. Null else. */
  token: string | null;
}

/** A password chosen by a link. */
export interface ChoosePasswordRequest {
  token: LinkToken;
  password: PasswordText;
}

/** A login that can be used now. */
export interface ChosenPasswordResponse {
  email: string;
  status: LoginStatusWord;
}

/** Who signs in. */
export interface PasswordSignInRequest {
  email: EmailAddress;
  password: PasswordText;
  otp?: OneTimeCode;
  /** In place of `otp`, once each. */
  recoveryCode?: RecoveryCodeText;
}

/** A session just begun. */
export interface PasswordSignInResponse {
  sessionId: Uuid;
  /** Send it as `Authorization: Bearer`. Shown this once. */
  token: string;
  expiresAt: Timestamp;
  personId: Uuid;
  displayName: string;
  roles: string[];
  /** What the session may do now. */
  permissions: string[];
  /** The business demands a second factor: until it is enrolled, the session is good for nothing else. */
  mustEnrolTotp: boolean;
}

/** Who has forgotten their password. */
export interface PasswordResetRequest {
  email: EmailAddress;
}

/** Taken note of, whatever becomes of it. */
export interface PasswordResetResponse {
  accepted: boolean;
}

/** One's own password, to show once more who one is. */
export interface BeginTotpRequest {
  password: PasswordText;
}

/** A secret for an app, shown this once. */
export interface TotpSecretResponse {
  /** To type in, Base32. */
  secret: string;
  /** The same for apps. */
  uri: string;
  /** The same as a picture to scan: SVG. */
  qrCode: string;
}

/** The first code of the app. */
export interface ConfirmTotpRequest {
  otp: OneTimeCode;
}

/** Each is good once, in place of a code of the app. Shown this once. */
export interface RecoveryCodesResponse {
  recoveryCodes: string[];
}

/** Takes the second factor away. */
export interface RemoveTotpRequest {
  password: PasswordText;
  otp?: OneTimeCode;
  recoveryCode?: RecoveryCodeText;
}

/** Another password. */
export interface ChangePasswordRequest {
  current: PasswordText;
  new: PasswordText;
}

/** One's own login. */
export interface OwnLoginResponse {
  personId: Uuid;
  email: string;
  status: LoginStatusWord;
  totp: LoginTotpWord;
  /** @isInt */
  recoveryCodesLeft: number;
  /** Whether the business demands a second factor of this person. */
  totpRequired: boolean;
  /** @isInt */
  passwordMinLength: number;
  passwordChangedAt: Timestamp | null;
  lastSignInAt: Timestamp | null;
}

/** A login as those see it who administer it. */
export interface LoginResponse {
  personId: Uuid;
  email: string;
  /** `invited`: no password was chosen yet; `reset`: an administrator took it away. */
  status: LoginStatusWord;
  totp: LoginTotpWord;
  /** @isInt */
  recoveryCodesLeft: number;
  passwordChangedAt: Timestamp | null;
  lastSignInAt: Timestamp | null;
  /** After too many wrong tries; null: it is not locked. */
  lockedUntil: Timestamp | null;
  createdBy: string;
  createdAt: Timestamp;
  /** @isInt */
  version: number;
}

/** Takes a password away and sends a link for a new one. */
export interface ResetLoginRequest {
  reason: IdentityReason;
  /** The second factor was lost, too. */
  removeTotp?: boolean;
}

/** Why something is done to a login. */
export interface LoginReasonRequest {
  reason: IdentityReason;
}

/**
 * Code of a role.
 * @pattern ^[a-z][a-z0-9_]{0,59}$ must be the code of a role
 * @example "owner"
 */
export type DemandingRole = string;

/** What is demanded of those who sign in with a password. */
export interface IdentityPolicyRequest {
  /** False: nobody signs in so. Takes an auth service that does it instead. */
  passwords: boolean;
  /**
   * Roles whose people need a second factor.
   * @maxItems 50
   */
  totpRequiredFor: DemandingRole[];
  /**
   * @isInt must be an integer
   * @minimum 12
   * @maximum 128
   */
  passwordMinLength: number;
}

/** What is demanded of those who sign in with a password. */
export interface IdentityPolicyResponse {
  passwords: boolean;
  totpRequiredFor: string[];
  /** @isInt */
  passwordMinLength: number;
  /** Null: nobody has set a policy, this is what holds without one. */
  updatedAt: Timestamp | null;
  /** @isInt */
  version: number;
}
