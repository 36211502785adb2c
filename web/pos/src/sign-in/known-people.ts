import type { KeptValues } from '../boot/kept-values.js';
import {
  afterWrong,
  holds,
  isPinOf,
  newVerifierKey,
  verifierOf,
  type KnownRight,
  type OfflineTries,
  type PinVerifier,
} from './pin-verifier.js';

/** What came of a PIN without the network. */
export type OfflineCheck =
  | { readonly kind: 'right'; readonly person: PinVerifier }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'locked'; readonly until: number };

/** Somebody as the price list's staff section has them. */
export interface StaffHere {
  readonly id: string;
  readonly hasPin: boolean;
  /** Since when the PIN is the one that it is, by the server's clock. */
  readonly pinSetAt: string | null;
  readonly permissions: readonly string[];
}

const KEY = 'sign-in-key';
const VERIFIER = 'verifier:';
const TRIES = 'tries:';

/** People who signed in on this device before, and may do so without the network. Nothing of it leaves the device. */
export class KnownPeople {
  constructor(
    private readonly kept: KeptValues,
    private readonly now: () => number = Date.now,
  ) {}

  /** Remembers a PIN that the server has just found right. */
  async remember(known: KnownRight): Promise<void> {
    const verifier = await verifierOf(await this.key(), known, this.now());
    await this.kept.put(VERIFIER + known.personId, verifier);
    await this.kept.change(TRIES + known.personId, () => undefined);
  }

  /** The server said that the PIN is wrong, or the person is gone: what is kept of it is worth nothing. */
  async forget(personId: string): Promise<void> {
    await this.kept.change(VERIFIER + personId, () => undefined);
  }

  /** Those who could sign in now without the network. */
  async people(): Promise<readonly PinVerifier[]> {
    const all = await this.kept.all<PinVerifier>(VERIFIER);
    return [...all.values()].filter((verifier) => holds(verifier, this.now()));
  }

  /** Tries count, over restarts, before they are looked at: pulling the plug gives no free ones. */
  async check(personId: string, pin: string): Promise<OfflineCheck> {
    const verifier = await this.kept.get<PinVerifier>(VERIFIER + personId);
    if (verifier === undefined || !holds(verifier, this.now())) return { kind: 'unknown' };
    const at = this.now();
    const before = await this.kept.get<OfflineTries>(TRIES + personId);
    if (before !== undefined && before.lockedUntil > at) return { kind: 'locked', until: before.lockedUntil };
    const counted = await this.kept.change<OfflineTries>(TRIES + personId, (tries) => afterWrong(tries, at));
    if (!(await isPinOf(await this.key(), verifier, pin))) {
      const until = counted?.lockedUntil ?? 0;
      return until > at ? { kind: 'locked', until } : { kind: 'wrong' };
    }
    await this.kept.change(TRIES + personId, () => undefined);
    return { kind: 'right', person: verifier };
  }

  /**
   * Takes over what the price list says of the staff: who is gone, has no PIN or has had another one since the server found theirs
   * right here is forgotten; rights are as they are now.
   */
  async follow(staff: readonly StaffHere[]): Promise<void> {
    const here = new Map(staff.map((one) => [one.id, one]));
    const known = await this.kept.all<PinVerifier>(VERIFIER);
    for (const personId of known.keys()) {
      const person = here.get(personId);
      await this.kept.change<PinVerifier>(VERIFIER + personId, (verifier) => {
        if (verifier === undefined) return undefined;
        if (person?.hasPin !== true) return verifier.seen === true ? undefined : verifier;
        return isNewer(person, verifier) ? undefined : { ...verifier, permissions: person.permissions, seen: true };
      });
    }
  }

  private async key(): Promise<CryptoKey> {
    const kept = await this.kept.get<CryptoKey>(KEY);
    if (kept !== undefined) return kept;
    const made = await newVerifierKey();
    // Another tab may have been faster; then its key counts.
    return (await this.kept.change<CryptoKey>(KEY, (there) => there ?? made)) ?? made;
  }
}

function isNewer({ pinSetAt }: StaffHere, { provenAt }: PinVerifier): boolean {
  return pinSetAt !== null && Date.parse(pinSetAt) > provenAt;
}
