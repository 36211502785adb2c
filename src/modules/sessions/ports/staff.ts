import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** Where somebody wants to work. */
export interface StaffPlace {
  readonly outletId: OutletId;
  readonly deviceKind: string;
}

/** Somebody who works for the business. */
export interface StaffMember {
  readonly id: string;
  /** Whom events name: `user:<actorId>`. */
  readonly actorId: string;
  readonly displayName: string;
}

/** Somebody and what they may do at a place. */
export interface StaffRights {
  readonly member: StaffMember;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  /** `null`: all. */
  readonly outlets: ReadonlySet<OutletId> | null;
  readonly regions: ReadonlySet<string> | null;
  /** Names that the door can forget them by. */
  readonly subjects: readonly string[];
}

/** A PIN as it is kept. */
export interface KeptPin {
  readonly hash: string;
  readonly mustChange: boolean;
}

/** What this module asks about people. */
export interface Staff {
  /** @param place `null`: no device. @returns `undefined` for who is not there, is disabled, or has no role there. */
  rightsAt(tx: Tx, personId: string, place: StaffPlace | null): Promise<StaffRights | undefined>;
  pinOf(tx: Tx, personId: string): Promise<KeptPin | undefined>;
  /** @returns the id of the person. */
  byBadge(tx: Tx, badge: string): Promise<string | undefined>;
  /** @returns the id of the person whose subject in the auth service it is. */
  byUserId(tx: Tx, userId: string): Promise<string | undefined>;
  /** Whom the sign-in screen of a device offers, by name; bounded. */
  atPlace(tx: Tx, place: StaffPlace): Promise<readonly StaffMember[]>;
}
