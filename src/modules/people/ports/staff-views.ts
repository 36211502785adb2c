import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { StaffMember } from '../domain/staff.js';

/** Which people are asked for. Absent members: all. */
export interface StaffQuery {
  /** Part of a name, a number or an address. */
  readonly q?: string | undefined;
  readonly status?: StaffMember['status'] | undefined;
  readonly role?: string | undefined;
  /** Who may work there, by a role of this outlet or of all. */
  readonly outletId?: OutletId | undefined;
  readonly deviceKind?: string | undefined;
  /** True: known to the auth service. */
  readonly linked?: boolean | undefined;
  /** Who may work in one of these; absent: everybody. */
  readonly within?: readonly OutletId[] | undefined;
  /** Name and id of the last person of the page before. */
  readonly after?: readonly [displayName: string, id: string] | undefined;
  readonly limit: number;
}

/** Reads people. */
export interface StaffViews {
  /** By name, then id; one more than the limit may come back. */
  list(tx: Tx, query: StaffQuery): Promise<readonly StaffMember[]>;
}
