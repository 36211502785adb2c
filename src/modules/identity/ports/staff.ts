import type { Tx } from '../../../kernel/transaction.js';
import type { PersonId } from '../domain/login.js';

/** Somebody of the staff, as this module needs them. */
export interface StaffMember {
  readonly id: PersonId;
  /** Whom events name when they act. */
  readonly actorId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly active: boolean;
}

/** What somebody may do without a device. */
export interface StaffRights {
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  /** `null`: all. */
  readonly outlets: ReadonlySet<string> | null;
  /** `null`: all. */
  readonly regions: ReadonlySet<string> | null;
}

/** The people who work for the business. */
export interface Staff {
  member(tx: Tx, id: PersonId): Promise<StaffMember | undefined>;
  /** @param actorId as a principal's id: the person's own, or their subject in the auth service. */
  byActor(tx: Tx, actorId: string): Promise<StaffMember | undefined>;
  /** @returns `undefined` for who has no rights here, or is disabled. */
  rights(tx: Tx, id: PersonId): Promise<StaffRights | undefined>;
}
