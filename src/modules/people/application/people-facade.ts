import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Person, PersonId } from '../domain/person.js';

/** Where somebody wants to work. */
export interface Workplace {
  readonly outletId: OutletId;
  /** Kind of the device, such as `till`. */
  readonly deviceKind: string;
}

/** Somebody and what they may do at a place. */
export interface PersonRights {
  readonly person: Person;
  /** Codes of the roles that hold at the place. */
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  /** `null`: all outlets. */
  readonly outlets: ReadonlySet<OutletId> | null;
  /** Regions of an administrator of the platform; `null`: all. */
  readonly regions: ReadonlySet<string> | null;
  /** Names that the door can forget them by: `staff:<id>` and `role:<code>` of each role. */
  readonly subjects: readonly string[];
}

/** A stored PIN. */
export interface StoredPin {
  /** For `SlowHashes.matches`. */
  readonly hash: string;
  /** Set by somebody else: the first who signs in with it has to choose another. */
  readonly mustChange: boolean;
}

/** What other modules may ask about the staff, within their own transaction. */
export abstract class PeopleFacade {
  abstract person(tx: Tx, id: PersonId): Promise<Person | undefined>;
  abstract byUserId(tx: Tx, userId: string): Promise<Person | undefined>;
  /** @param email compared without regard to case. */
  abstract byEmail(tx: Tx, email: string): Promise<Person | undefined>;
  /** @param badge as the reader gives it; kept and compared as a keyed hash. */
  abstract byBadge(tx: Tx, badge: string): Promise<Person | undefined>;
  abstract pinOf(tx: Tx, id: PersonId): Promise<StoredPin | undefined>;
  /**
   * What somebody may do at a place, by the roles that are given for its outlet and kind of device. @param place `null`: no device, in
   * the back office. @returns `undefined` for who is not there, is disabled, or has no role there.
   */
  abstract rightsAt(tx: Tx, id: PersonId, place: Workplace | null): Promise<PersonRights | undefined>;
  /** Whom the sign-in screen of a device offers: active, with a role there and a PIN; by name, at most 500. */
  abstract atPlace(tx: Tx, place: Workplace): Promise<readonly Person[]>;
}
