import type { Tx } from '../../../kernel/transaction.js';
import type { PersonId } from '../domain/person.js';
import type { Workplace } from './people-facade.js';

/** Somebody who may work at a place, and what they may do there. */
export interface RosterPerson {
  readonly id: PersonId;
  readonly displayName: string;
  readonly staffNumber: string;
  readonly locale: string | null;
  /** Codes of the roles that hold there, in order. */
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly hasPin: boolean;
  /** Since when it is the one that it is; `null`: there is none. */
  readonly pinSetAt: Date | null;
}

/** Who may work where, for those who keep a copy of it, within their own transaction. */
export abstract class StaffRoster {
  /**
   * All who are active and have a role there, by name. One question, and one for each choice of roles among
   * which the business has its own. Of a PIN only that there is one, and since when.
   */
  abstract at(tx: Tx, place: Workplace): Promise<readonly RosterPerson[]>;
}
