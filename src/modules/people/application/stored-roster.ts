import type { Tx } from '../../../kernel/transaction.js';
import { rolesAt } from '../domain/rights.js';
import type { RoleRights } from '../ports/role-rights.js';
import type { StaffRepository } from '../ports/staff-repository.js';
import type { Workplace } from './people-facade.js';
import { StaffRoster, type RosterPerson } from './staff-roster.js';

/** The roster as people and roles are stored. */
export class StoredRoster extends StaffRoster {
  constructor(
    private readonly staff: Pick<StaffRepository, 'rosterAt'>,
    private readonly roles: Pick<RoleRights, 'permissionsOf'>,
  ) {
    super();
  }

  async at(tx: Tx, place: Workplace): Promise<readonly RosterPerson[]> {
    const rights = new Map<string, readonly string[]>();
    const roster: RosterPerson[] = [];
    for (const { member, pinSetAt } of await this.staff.rosterAt(tx, place)) {
      const [holding] = rolesAt(member.assignments, place);
      if (holding === undefined) continue;
      const { roles } = holding;
      const known = rights.get(roles.join(' '));
      const permissions = known ?? [...(await this.roles.permissionsOf(tx, roles))].sort();
      rights.set(roles.join(' '), permissions);
      const { id, displayName, staffNumber, locale } = member;
      roster.push({ id, displayName, staffNumber, locale, roles, permissions, hasPin: pinSetAt !== null, pinSetAt });
    }
    return roster;
  }
}
