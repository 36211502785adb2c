import { isUuid, type OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { Person, PersonId } from '../../domain/person.js';
import { foldedEmail, type StaffMember, type StaffRefusal } from '../../domain/staff.js';
import type { StaffRepository } from '../../ports/staff-repository.js';
import {
  fromAssignments,
  fromStaffMember,
  STAFF_COLUMNS,
  STAFF_WITH_ASSIGNMENTS,
  toStaffMember,
  type StaffRow,
  type StaffWithAssignments,
} from './staff-rows.js';

// Any number that nobody else locks by.
const TEAM_LOCK = 4_138;

const ONE = `select ${STAFF_WITH_ASSIGNMENTS} from staff s where s.id = $1`;
const BY_USER = `select ${STAFF_WITH_ASSIGNMENTS} from staff s where s.user_id = $1`;
const BY_EMAIL = `select ${STAFF_WITH_ASSIGNMENTS} from staff s where s.email_folded = $1`;
// The assignments are read by a statement of its own, after the lock: they must be as the last holder of the lock left them.
const LOCK = `select id from staff where id = $1 for update`;
const AT_PLACE = `select s.id, s.user_id, s.display_name, s.email, s.status from staff s
  where s.status = 'active'
    and exists (select from staff_pins p where p.tenant_id = s.tenant_id and p.person_id = s.id)
    and exists (select from staff_assignments a where a.tenant_id = s.tenant_id and a.person_id = s.id
      and a.regions is null and (a.outlets is null or $1::uuid = any(a.outlets)) and (a.device_kinds is null or $2 = any(a.device_kinds)))
  order by s.display_name, s.id limit $3`;
const ROSTER_MAX = 2_000;
const ROSTER = `select ${STAFF_WITH_ASSIGNMENTS},
    (select p.set_at from staff_pins p where p.tenant_id = s.tenant_id and p.person_id = s.id) as pin_set_at
  from staff s
  where s.status = 'active' and exists (select from staff_assignments a where a.tenant_id = s.tenant_id and a.person_id = s.id
    and a.regions is null and (a.outlets is null or $1::uuid = any(a.outlets)) and (a.device_kinds is null or $2 = any(a.device_kinds)))
  order by s.display_name, s.id limit ${ROSTER_MAX}`;
const TAKEN = `select id, staff_number, email_folded, user_id from staff
  where id <> $1 and (staff_number = $2 or email_folded = $3 or user_id = any($4::text[]) or id = $5::uuid) limit 1`;
const ADD = `insert into staff (tenant_id, ${STAFF_COLUMNS})
  select $1::uuid, ${STAFF_COLUMNS} from json_populate_record(null::staff, $2::json) on conflict do nothing returning id`;
const SAVE = `update staff s set (${STAFF_COLUMNS}) = (select ${STAFF_COLUMNS} from json_populate_record(null::staff, $1::json))
  where s.id = $2 returning s.id`;
const FORGET_ASSIGNMENTS = `delete from staff_assignments where person_id = $1`;
const ADD_ASSIGNMENTS = `insert into staff_assignments (tenant_id, person_id, position, role, outlets, device_kinds, regions)
  select $1::uuid, $2::uuid, position, role, outlets, device_kinds, regions
    from json_populate_recordset(null::staff_assignments, $3::json)`;
const LOCK_TEAM = `select pg_advisory_xact_lock($1, hashtext($2))`;
const COUNT_OTHERS = `select count(*)::int as count from staff s where s.id <> $1 and s.status = 'active'
  and exists (select from staff_assignments a where a.tenant_id = s.tenant_id and a.person_id = s.id and a.role = any($2)
    and a.outlets is null and a.device_kinds is null and a.regions is null)`;
const COUNT_ACTIVE = `select count(*)::int as count from staff where status = 'active'`;
const COUNT_WITH = `select count(distinct person_id)::int as count from staff_assignments where role = $1`;
const NEXT_NUMBER = `select (coalesce(max(staff_number::bigint), 1000) + 1)::text as number from staff
  where staff_number ~ '^[1-9][0-9]{3,8}$'`;

/** The staff in PostgreSQL. */
export class PostgresStaffRepository implements StaffRepository {
  async get(tx: Tx, id: PersonId): Promise<StaffMember> {
    await runPrepared(tx, 'staff_lock', LOCK, [id]);
    const found = await this.find(tx, id);
    if (found === undefined) throw new Refusal<StaffRefusal>('person_not_found', { personId: id });
    return found;
  }

  find(tx: Tx, id: PersonId): Promise<StaffMember | undefined> {
    return one(tx, 'staff_one', ONE, id);
  }

  findByUserId(tx: Tx, userId: string): Promise<StaffMember | undefined> {
    return one(tx, 'staff_by_user', BY_USER, userId);
  }

  findByEmail(tx: Tx, email: string): Promise<StaffMember | undefined> {
    return one(tx, 'staff_by_email', BY_EMAIL, email);
  }

  async atPlace(
    tx: Tx,
    { outletId, deviceKind }: { outletId: OutletId; deviceKind: string },
    limit: number,
  ): Promise<readonly Person[]> {
    type Row = Pick<StaffRow, 'id' | 'user_id' | 'display_name' | 'email' | 'status'>;
    const rows = await runPrepared<Row>(tx, 'staff_at_place', AT_PLACE, [outletId, deviceKind, limit]);
    return rows.map(({ id, user_id: userId, display_name: displayName, email, status }) => {
      return { id: id as PersonId, userId, displayName, email, status };
    });
  }

  async rosterAt(
    tx: Tx,
    { outletId, deviceKind }: { outletId: OutletId; deviceKind: string },
  ): Promise<readonly { readonly member: StaffMember; readonly pinSetAt: Date | null }[]> {
    type Row = StaffWithAssignments & { pin_set_at: Date | null };
    const rows = await runPrepared<Row>(tx, 'staff_roster', ROSTER, [outletId, deviceKind]);
    return rows.map((row) => ({ member: toStaffMember(row), pinSetAt: row.pin_set_at }));
  }

  async add(tx: Tx, person: StaffMember): Promise<void> {
    await assertFree(tx, person);
    const tenantId = tenantOf(tx);
    const added = await runPrepared(tx, 'staff_add', ADD, [tenantId, JSON.stringify(fromStaffMember(person))]);
    if (added.length === 0) {
      await assertFree(tx, person); // somebody else was a moment earlier
      throw new Refusal<StaffRefusal>('person_already_exists', { personId: person.id });
    }
    await this.saveAssignments(tx, person);
  }

  async save(tx: Tx, person: StaffMember): Promise<void> {
    await assertFree(tx, person);
    const saved = await runPrepared(tx, 'staff_save', SAVE, [JSON.stringify(fromStaffMember(person)), person.id]);
    if (saved.length !== 1) throw new Error(`saved ${saved.length} people instead of one`);
  }

  async saveAssignments(tx: Tx, person: StaffMember): Promise<void> {
    await runPrepared(tx, 'staff_forget_assignments', FORGET_ASSIGNMENTS, [person.id]);
    const rows = JSON.stringify(fromAssignments(person));
    await runPrepared(tx, 'staff_add_assignments', ADD_ASSIGNMENTS, [tenantOf(tx), person.id, rows]);
  }

  async lockTeam(tx: Tx): Promise<void> {
    await runPrepared(tx, 'staff_lock_team', LOCK_TEAM, [TEAM_LOCK, tenantOf(tx)]);
  }

  countOthersWith(tx: Tx, roles: readonly string[], besides: PersonId): Promise<number> {
    return count(tx, 'staff_count_others', COUNT_OTHERS, [besides, roles]);
  }

  countActive(tx: Tx): Promise<number> {
    return count(tx, 'staff_count_active', COUNT_ACTIVE, []);
  }

  countWith(tx: Tx, role: string): Promise<number> {
    return count(tx, 'staff_count_with', COUNT_WITH, [role]);
  }

  async nextNumber(tx: Tx): Promise<string> {
    const [row] = await runPrepared<{ number: string }>(tx, 'staff_next_number', NEXT_NUMBER, []);
    return row?.number ?? '1001';
  }
}

async function one(tx: Tx, name: string, text: string, by: string): Promise<StaffMember | undefined> {
  const [row] = await runPrepared<StaffWithAssignments>(tx, name, text, [by]);
  return row && toStaffMember(row);
}

async function count(tx: Tx, name: string, text: string, values: readonly unknown[]): Promise<number> {
  const [row] = await runPrepared<{ count: number }>(tx, name, text, values);
  return row?.count ?? 0;
}

/**
 * Who changes a number, an address or a user holds the lock of the team, so that the constraints behind this are never met. Events
 * name people by their user or, without one, by their id: neither may be the other of somebody else.
 */
async function assertFree(tx: Tx, { id, staffNumber, email, userId }: StaffMember): Promise<void> {
  type Row = Pick<StaffRow, 'staff_number' | 'email_folded' | 'user_id'>;
  const folded = email === null ? null : foldedEmail(email);
  const names = userId === null ? [id] : [id, userId];
  const asId = userId !== null && isUuid(userId) ? userId : null;
  const [taken] = await runPrepared<Row>(tx, 'staff_taken', TAKEN, [id, staffNumber, folded, names, asId]);
  if (taken === undefined) return;
  if (taken.staff_number === staffNumber) throw new Refusal<StaffRefusal>('staff_number_taken', { staffNumber });
  if (folded !== null && taken.email_folded === folded) throw new Refusal<StaffRefusal>('staff_email_taken');
  throw new Refusal<StaffRefusal>('staff_user_taken');
}
