import type { Break } from './compare-schemas.js';

/** A break that was weighed and taken, with the reason. An entry may go once both sides of the comparison have it. */
interface Accepted {
  readonly pointer: RegExp;
  readonly what: string;
  readonly why: string;
}

const ACCEPTED: readonly Accepted[] = [
  {
    pointer: /\/lines?(\/-)?\/modifiers\/-$/,
    what: 'was string and may be object',
    why: 'the list could only be empty before engine 2: every entry was refused, so nobody can have read one (2026-11)',
  },
  {
    pointer: /\/payments?(\/-)?\/status$/,
    what: 'was one of "captured", "refunded" and may be "initiated", "pending", "unknown", "failed", "charged_back"',
    why: 'only tenders that name a provider have payments in these states, and no tender could name one before (2026-11)',
  },
  {
    pointer: /\/idleLockMinutes$/,
    what: 'had the format double and has int32',
    why: 'the setting it is read from was always a whole number of minutes; only the description said less (2026-11)',
  },
];

/** True for a break that was accepted. */
export function isAccepted({ pointer, what }: Pick<Break, 'pointer' | 'what'>): boolean {
  return ACCEPTED.some((accepted) => accepted.what === what && accepted.pointer.test(pointer));
}
