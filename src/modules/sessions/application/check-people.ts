import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { charge, forgive, giveBack, lockOf, type CountPlace } from '../domain/guessing.js';
import {
  countEvent,
  lockSnapshot,
  type KeptCount,
  type SessionEvent,
  type TryPurpose,
  type WrongWhy,
} from '../domain/session-events.js';
import type { SessionRefusal } from '../domain/session-refusal.js';
import type { GuessCounts } from '../ports/guess-counts.js';
import type { PinAuthority } from '../ports/pin-authority.js';
import type { KeptPin, Staff, StaffRights } from '../ports/staff.js';
import type { WorkDevice, WorkDevices } from '../ports/work-devices.js';
import { asPerson, withoutKey } from './proving.js';

/** Who somebody says they are, and how they show it: a PIN, a badge, or both. */
export interface Claim {
  /** Absent with a badge, which tells. */
  readonly personId?: string | undefined;
  readonly pin?: string | undefined;
  readonly badge?: string | undefined;
  readonly purpose: TryPurpose;
}

/** Somebody who has shown who they are. */
export interface ShownPerson {
  readonly rights: StaffRights;
  /** `null`: on no device. */
  readonly device: WorkDevice | null;
  /** Their PIN was set by somebody else, and has to be changed. */
  readonly mustChangePin: boolean;
}

interface Tried {
  readonly places: readonly CountPlace[];
  readonly personId: string | undefined;
  readonly device: WorkDevice | null;
  readonly pin: KeptPin | undefined;
  readonly rights: StaffRights | undefined;
  /** What this try has locked, should it be wrong. */
  readonly locks: readonly CountPlace['scope'][];
  readonly refused: { readonly until: Date; readonly scope: string } | undefined;
}

export interface PeopleChecks {
  readonly transactor: Transactor;
  readonly staff: Staff;
  readonly devices: WorkDevices;
  readonly counts: GuessCounts;
  readonly pins: PinAuthority;
  readonly outbox: Outbox;
}

/**
 * Finds out whether somebody is who they say (GUARANTEES G10). A try is counted as wrong in a transaction of its own before it is
 * looked at, and taken back when it was right: so tries at the same time cannot pass a limit, and one that was broken off counts.
 * Whoever is not there, may not work here or has no PIN looks like a wrong PIN, in the answer and in the work.
 */
export class CheckPeople {
  constructor(private readonly use: PeopleChecks) {}

  /**
   * @param deviceId `null`: on no device. @param then in the transaction that books the right try.
   * @throws Refusal `credentials_refused`, `sign_in_locked` (retryAfterSeconds, scope), `sign_in_closed`, `overloaded`,
   * `secrets_not_configured`.
   */
  async execute<Result>(
    context: RequestContext,
    deviceId: string | null,
    claim: Claim,
    then: (tx: Tx, context: RequestContext, shown: ShownPerson) => Promise<Result>,
  ): Promise<Result> {
    const plain = withoutKey(context);
    const { transactor } = this.use;
    const tried = await transactor.run(plain, (tx) => this.reserve(tx, plain, deviceId, claim));
    if (tried.refused !== undefined) throw locked(tried.refused, plain.at);
    const why = await this.whyWrong(plain, tried, claim);
    const { rights, device, pin } = tried;
    if (why !== null || rights === undefined) {
      await transactor.run(plain, (tx) => this.bookWrong(tx, plain, tried, claim, why ?? 'not_allowed_here'));
      throw new Refusal('credentials_refused');
    }
    const personal = asPerson(plain, rights.member.actorId);
    return transactor.run(personal, async (tx) => {
      await this.bookRight(tx, plain.at, tried, claim.pin !== undefined);
      const mustChangePin = claim.pin !== undefined && pin?.mustChange === true;
      return then(tx, personal, { rights, device, mustChangePin });
    });
  }

  private async reserve(tx: Tx, { at }: RequestContext, deviceId: string | null, claim: Claim): Promise<Tried> {
    const { staff, devices, counts } = this.use;
    const device = deviceId === null ? null : ((await devices.device(tx, deviceId)) ?? null);
    if (deviceId !== null && device?.isActive !== true) throw new Refusal<SessionRefusal>('sign_in_closed');
    const personId = claim.badge === undefined ? claim.personId : await staff.byBadge(tx, claim.badge);
    const pin = personId === undefined ? undefined : await staff.pinOf(tx, personId);
    const rights = personId === undefined ? undefined : await staff.rightsAt(tx, personId, device);
    const places = placesOf(deviceId, personId);
    const known = await counts.lock(tx, places, at);
    const tried = { places, personId, device, pin, rights };
    const refused = longestLock(known, at);
    if (refused !== undefined) return { ...tried, locks: [], refused };
    const charged = known.map((count) => ({ ...count, ...charge(count, at), outletId: device?.outletId ?? null }));
    await counts.save(tx, charged);
    const locks = charged.filter((count) => lockOf(count, at) !== null).map(({ scope }) => scope);
    return { ...tried, locks, refused: undefined };
  }

  private async whyWrong(context: RequestContext, tried: Tried, { pin, badge }: Claim): Promise<WrongWhy | null> {
    const isRight = pin === undefined || (await this.isRightPin(context, tried, pin));
    if (tried.personId === undefined) return badge === undefined ? 'no_such_person' : 'unknown_badge';
    if (!isRight) return tried.pin === undefined ? 'no_such_person' : 'wrong_pin';
    return tried.rights === undefined ? 'not_allowed_here' : null;
  }

  /** What could not be looked at does not count. */
  private async isRightPin(context: RequestContext, tried: Tried, pin: string): Promise<boolean> {
    try {
      const { personId, device, pin: kept } = tried;
      return await this.use.pins.isRight(context, { personId, deviceId: device?.id ?? null, pin, kept: kept?.hash });
    } catch (error) {
      await this.use.transactor.run(context, (tx) => this.bookRight(tx, context.at, tried, false));
      throw error;
    }
  }

  private async bookRight(tx: Tx, at: Date, { places }: Tried, byPin: boolean): Promise<void> {
    const { counts } = this.use;
    const known = await counts.lock(tx, places, at);
    const booked = known.map((count) => {
      const isForgiven = byPin && count.scope === 'person_on_device';
      return { ...count, ...(isForgiven ? forgive(count) : giveBack(count, at)) };
    });
    await counts.save(tx, booked);
  }

  private async bookWrong(tx: Tx, context: RequestContext, tried: Tried, claim: Claim, why: WrongWhy): Promise<void> {
    const { counts, outbox } = this.use;
    const known = [...(await counts.lock(tx, tried.places, context.at))];
    const events: SessionEvent[] = [];
    const raised = known.map((count, index) => {
      const wishes = index === 0 ? [failed(tried, claim, why)] : [];
      // A try that was right may have taken its count back since: then nothing is locked.
      if (tried.locks.includes(count.scope) && lockOf(count, context.at) !== null) wishes.push(lockedEvent);
      return wishes.reduce((now, make) => {
        const next = { ...now, version: now.version + 1 };
        events.push(make(next));
        return next;
      }, count);
    });
    await counts.save(tx, raised);
    outbox.append(tx, events);
  }
}

type MakeEvent = (count: KeptCount) => SessionEvent;

function failed(tried: Tried, claim: Claim, why: WrongWhy): MakeEvent {
  const { personId = null, device } = tried;
  const method = claim.badge === undefined ? 'pin' : 'badge';
  const told = { personId, deviceId: device?.id ?? null, method, purpose: claim.purpose, why };
  return (count) => countEvent('pos.session.sign_in_failed', count, { countId: count.id, ...told });
}

const lockedEvent: MakeEvent = (count) => {
  const type = count.scope === 'account' ? 'pos.session.account_locked' : 'pos.session.sign_in_locked';
  return countEvent(type, count, { lock: lockSnapshot(count) });
};

/** What a try counts for; the first tells of it. */
function placesOf(deviceId: string | null, personId: string | undefined): CountPlace[] {
  const ofPerson: CountPlace[] =
    personId === undefined
      ? []
      : [
          { scope: 'person_on_device', personId, deviceId },
          { scope: 'account', personId, deviceId: null },
        ];
  return deviceId === null ? ofPerson : [...ofPerson, { scope: 'device', personId: null, deviceId }];
}

function longestLock(counts: readonly KeptCount[], at: Date): Tried['refused'] {
  let longest: Tried['refused'];
  for (const count of counts) {
    const until = lockOf(count, at);
    if (until !== null && (longest === undefined || until > longest.until)) longest = { until, scope: count.scope };
  }
  return longest;
}

const SECOND_MS = 1_000;

function locked({ until, scope }: { until: Date; scope: string }, at: Date): Refusal {
  const retryAfterSeconds = Math.ceil((until.getTime() - at.getTime()) / SECOND_MS);
  return new Refusal<SessionRefusal>('sign_in_locked', { retryAfterSeconds, scope });
}
