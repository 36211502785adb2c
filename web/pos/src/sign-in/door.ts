import { signal, type ReadonlySignal } from '@preact/signals';
import type { PosClient } from '../../../../sdk/src/client/pos-client.js';
import { PosProblem, PosUnreachable } from '../../../../sdk/src/client/pos-problem.js';
import type { SignedInSession, SignInPerson } from '../../../../sdk/src/contract/models.js';
import type { SignedIn } from '../till.js';
import type { KnownPeople } from './known-people.js';
import { outcomeOfError, type SignInOutcome } from './sign-in-outcome.js';

/** What stands between somebody and the till. */
export type DoorState =
  | { readonly kind: 'sign-in'; readonly note: 'none' | 'session-over' | 'signed-out-by-office' }
  | { readonly kind: 'must-change'; readonly pin: string }
  | { readonly kind: 'locked'; readonly why: 'person' | 'idle' }
  | { readonly kind: 'open' };

export interface ShownPerson {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
}

export interface DoorParts {
  readonly device: PosClient;
  /** The same business with the token of a session at this device. */
  readonly withToken: (token: string) => PosClient;
  readonly known: KnownPeople;
  readonly online: () => boolean;
  readonly now: () => number;
}

/** Who is signed in, by the server's word or this device's own, and what locks. The PIN is kept nowhere. */
export class Door {
  private readonly shown = signal<DoorState>({ kind: 'sign-in', note: 'none' });
  private readonly who = signal<SignedIn | null>(null);
  /** When the session ends by itself, once the server has warned of it. */
  readonly endsAt = signal<Date | null>(null);
  private session: PosClient | undefined;
  /** When somebody last touched the till, in ms. */
  touchedAt: number;
  /** After so many minutes without a touch it locks; `null`: never. */
  idleMinutes: number | null = null;

  constructor(private readonly parts: DoorParts) {
    this.touchedAt = parts.now();
  }

  get state(): ReadonlySignal<DoorState> {
    return this.shown;
  }

  get person(): ReadonlySignal<SignedIn | null> {
    return this.who;
  }

  /** Of who is signed in, else of the device. */
  client(): PosClient {
    return this.session ?? this.parts.device;
  }

  /** Whom the grid shows: those of the server, or who is known here. */
  async people(): Promise<readonly ShownPerson[]> {
    if (this.parts.online()) {
      const found = await this.asked();
      if (found !== undefined) return found;
    }
    return this.peopleHere();
  }

  /** Those who could sign in now without the network: known at once, however slow that is. */
  async peopleHere(): Promise<readonly ShownPerson[]> {
    const known = await this.parts.known.people();
    return known.map(({ personId, name }) => ({ id: personId, name, initials: initialsOf(name) })).sort(byName);
  }

  private async asked(): Promise<readonly ShownPerson[] | undefined> {
    try {
      const path = '/pos/sign-in/people';
      const { data } = await this.parts.device.request<{ data: SignInPerson[] }>('GET', path, { attempts: 1 });
      return data.map(({ id, displayName, initials }) => ({ id, name: displayName, initials }));
    } catch (error) {
      if (error instanceof PosUnreachable || error instanceof PosProblem) return undefined;
      throw error;
    }
  }

  /** Signs somebody in with a PIN; whoever was signed in before is signed out. */
  async signIn(personId: string, pin: string): Promise<SignInOutcome> {
    if (!this.parts.online()) return this.signInHere(personId, pin);
    try {
      const body = { method: 'pin', personId, pin };
      const path = '/pos/sessions';
      const signedIn = await this.parts.device.request<SignedInSession>('POST', path, { body, attempts: 1 });
      await this.enter(signedIn, pin);
      return { kind: 'in' };
    } catch (error) {
      const outcome = outcomeOfError(error, this.parts.now());
      // The PIN is another one now: what is kept of the old one must not open the till when the network is away.
      if (outcome.kind === 'wrong') void this.forgetIfRight(personId, pin);
      return outcome.kind === 'unreachable' ? this.signInHere(personId, pin) : outcome;
    }
  }

  /** Opens the lock with the PIN of who locked it. */
  async unlock(pin: string): Promise<SignInOutcome> {
    const person = this.who.value;
    if (person === null) return { kind: 'over' };
    if (this.session === undefined || !this.parts.online()) return this.signIn(person.personId, pin);
    try {
      await this.session.request('POST', '/pos/sessions/current/unlock', { body: { pin }, attempts: 1 });
      this.opened();
      return { kind: 'in' };
    } catch (error) {
      if (isSessionGone(error)) return this.signIn(person.personId, pin);
      const outcome = outcomeOfError(error, this.parts.now());
      if (outcome.kind === 'over') return this.signIn(person.personId, pin);
      return outcome.kind === 'unreachable' ? this.signInHere(person.personId, pin) : outcome;
    }
  }

  /** Locks at once; the server hears of it when it can. */
  lock(why: 'person' | 'idle'): void {
    if (this.shown.value.kind !== 'open') return;
    this.shown.value = { kind: 'locked', why };
    this.tell('POST', '/pos/sessions/current/lock');
  }

  /** Signs out; queue and basket stay. */
  signOut(note: 'none' | 'session-over' | 'signed-out-by-office' = 'none'): void {
    if (note === 'none') this.tell('DELETE', '/pos/sessions/current');
    this.session = undefined;
    this.endsAt.value = null;
    this.who.value = null;
    this.shown.value = { kind: 'sign-in', note };
  }

  /** Another window of this device has signed the same person in, and has the session now: here they go on by this device's word. */
  handOver(personId: string): void {
    const who = this.who.value;
    if (who?.personId !== personId) return;
    this.session = undefined;
    this.endsAt.value = null;
    this.who.value = { ...who, sessionId: null, offline: true };
  }

  /** Another PIN for who was given one by somebody else. */
  async changePin(current: string, chosen: string): Promise<SignInOutcome> {
    try {
      const body = { current, new: chosen };
      await this.client().request('POST', '/pos/staff/me/pin', { body, attempts: 1 });
    } catch (error) {
      return outcomeOfError(error, this.parts.now());
    }
    const personId = this.who.value?.personId;
    return personId === undefined ? { kind: 'over' } : this.signIn(personId, chosen);
  }

  /** Locks when nobody has touched the till for long enough. */
  look(): void {
    const { idleMinutes } = this;
    if (idleMinutes !== null && this.parts.now() - this.touchedAt >= idleMinutes * 60_000) this.lock('idle');
  }

  private async enter({ person, token, session, ...signedIn }: SignedInSession, pin: string): Promise<void> {
    const { displayName: name } = person;
    this.session = this.parts.withToken(token);
    this.endsAt.value = null;
    const permissions = new Set(signedIn.permissions);
    this.who.value = { personId: person.id, sessionId: session.id, name, permissions, offline: false };
    this.idleMinutes = signedIn.idleLockMinutes;
    if (signedIn.mustChangePin) {
      this.shown.value = { kind: 'must-change', pin };
      return;
    }
    this.opened();
    const provenAt = Date.parse(session.begunAt);
    await this.parts.known.remember({ personId: person.id, name, permissions: signedIn.permissions, pin, provenAt });
  }

  private async signInHere(personId: string, pin: string): Promise<SignInOutcome> {
    const checked = await this.parts.known.check(personId, pin);
    if (checked.kind !== 'right') return checked;
    const { name, permissions } = checked.person;
    // Whoever had locked their own session goes on in it.
    const same = this.who.value?.personId === personId ? this.who.value : undefined;
    if (same === undefined) this.session = undefined;
    this.who.value = same ?? { personId, sessionId: null, name, permissions: new Set(permissions), offline: true };
    this.opened();
    return { kind: 'in' };
  }

  private async forgetIfRight(personId: string, pin: string): Promise<void> {
    const checked = await this.parts.known.check(personId, pin);
    if (checked.kind === 'right') await this.parts.known.forget(personId);
  }

  private opened(): void {
    this.touchedAt = this.parts.now();
    this.shown.value = { kind: 'open' };
  }

  /** Best effort: the till does not wait for it. */
  private tell(method: 'POST' | 'DELETE', path: string): void {
    if (this.session === undefined || !this.parts.online()) return;
    this.session.request(method, path, { attempts: 1 }).catch((error: unknown) => {
      if (!(error instanceof PosProblem) && !(error instanceof PosUnreachable)) throw error;
    });
  }
}

/** Whether the token of the session is good no more. */
export function isSessionGone(error: unknown): boolean {
  return (
    error instanceof PosProblem &&
    (error.status === 401 ? error.code === 'unauthenticated' : error.code === 'session_over')
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
}

function byName(a: ShownPerson, b: ShownPerson): number {
  return a.name.localeCompare(b.name);
}
