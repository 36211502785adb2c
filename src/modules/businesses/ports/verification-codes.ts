import type { MadeCode } from '../domain/registration-lifecycle.js';
import type { KeptCode, RegistrationId } from '../domain/registration.js';

/** Makes the codes that owners are sent. They are hashed with a key that is not in the database. */
export interface VerificationCodes {
  /** Six digits and their hash. */
  make(id: RegistrationId): { readonly text: string; readonly made: MadeCode };
  /** In a time that tells nothing of where they differ. */
  matches(id: RegistrationId, text: string, kept: KeptCode): boolean;
}
