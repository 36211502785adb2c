/** What this device keeps of a PIN that was right here once: worth nothing on another machine (docs/decisions/0019-offline-sign-in.md). */
export interface PinVerifier {
  readonly personId: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
  readonly mac: ArrayBuffer;
  /** When the server last said that the PIN is right, in ms. */
  readonly checkedAt: number;
  /** The same by the server's clock: a PIN that was set later is another one. */
  readonly provenAt: number;
  /** Whether a price list had the person since: one from before they came cannot say that they are gone. */
  readonly seen?: boolean;
}

/** Wrong tries of a person at this device without the network. */
export interface OfflineTries {
  readonly wrong: number;
  /** In ms; 0: not locked. */
  readonly lockedUntil: number;
}

export const ROUNDS = 600_000;
const SALT_BYTES = 16;
/** How long somebody may work without the server having seen them. */
export const VERIFIER_DAYS = 30;
const DAY_MS = 86_400_000;

export const TRIES_FREE = 5;
const FIRST_LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 3_600_000;

/** The key of this device that verifiers are under. It can be used here and never be read. */
export function newVerifierKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

export interface KnownRight {
  readonly personId: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly pin: string;
  /** When the server found it right, by its clock, in ms. */
  readonly provenAt: number;
}

/** Makes the verifier of a PIN that the server has just found right. @param at in ms. */
export async function verifierOf(key: CryptoKey, known: KnownRight, at: number, rounds = ROUNDS): Promise<PinVerifier> {
  const { pin, ...person } = known;
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const mac = await crypto.subtle.sign('HMAC', key, await stretched(pin, salt, rounds));
  return { ...person, salt, rounds, mac, checkedAt: at };
}

/** Whether the PIN is the one that the verifier was made of. */
export async function isPinOf(key: CryptoKey, { salt, rounds, mac }: PinVerifier, pin: string): Promise<boolean> {
  return crypto.subtle.verify('HMAC', key, mac, await stretched(pin, salt, rounds));
}

/** Whether the server has seen the person lately enough. */
export function holds({ checkedAt }: PinVerifier, at: number): boolean {
  return at - checkedAt < VERIFIER_DAYS * DAY_MS;
}

/** Five wrong tries are free; then the wait doubles from 30 s to an hour. */
export function afterWrong(tries: OfflineTries | undefined, at: number): OfflineTries {
  const wrong = (tries?.wrong ?? 0) + 1;
  if (wrong < TRIES_FREE) return { wrong, lockedUntil: 0 };
  const lock = Math.min(FIRST_LOCK_MS * 2 ** (wrong - TRIES_FREE), LONGEST_LOCK_MS);
  return { wrong, lockedUntil: at + lock };
}

async function stretched(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<ArrayBuffer> {
  const raw = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, raw, 256);
}
