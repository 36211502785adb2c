import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { StaffMember } from '../../domain/staff.js';
import type { StaffQuery, StaffViews } from '../../ports/staff-views.js';
import { STAFF_WITH_ASSIGNMENTS, toStaffMember, type StaffWithAssignments } from './staff-rows.js';

type Condition = RawBuilder<unknown>;

const LIKE_SIGNS = /[\\%_]/g;

/** Lists of people; row security confines them to the tenant. */
export class PostgresStaffViews implements StaffViews {
  async list(tx: Tx, query: StaffQuery): Promise<readonly StaffMember[]> {
    const { after, limit, within } = query;
    const conditions = conditionsOf(query);
    const works = worksOf(query);
    if (works.length > 0) conditions.push(assigned(works));
    if (within !== undefined) conditions.push(assigned([sql`(a.outlets is null or a.outlets && ${within}::uuid[])`]));
    if (after !== undefined) conditions.push(sql`(s.display_name, s.id) > (${after[0]}, ${after[1]}::uuid)`);
    const { rows } = await sql<StaffWithAssignments>`select ${sql.raw(STAFF_WITH_ASSIGNMENTS)} from staff s
      where ${sql.join(conditions, sql` and `)} order by s.display_name, s.id limit ${limit + 1}`.execute(
      transactionOf<unknown>(tx),
    );
    return rows.map(toStaffMember);
  }
}

function conditionsOf({ q, status, linked }: StaffQuery): Condition[] {
  const conditions: Condition[] = [sql`true`];
  if (status !== undefined) conditions.push(sql`s.status = ${status}`);
  if (linked !== undefined) conditions.push(linked ? sql`s.user_id is not null` : sql`s.user_id is null`);
  if (q !== undefined) {
    const like = `%${q.replace(LIKE_SIGNS, '\\$&')}%`;
    conditions.push(sql`(s.display_name ilike ${like} or s.first_name ilike ${like} or s.last_name ilike ${like}
      or s.staff_number ilike ${like} or s.email ilike ${like})`);
  }
  return conditions;
}

/** All of them of one assignment: a manager of an outlet, not a manager of one who cooks in another. */
function worksOf({ role, outletId, deviceKind }: StaffQuery): Condition[] {
  const conditions: Condition[] = [];
  if (role !== undefined) conditions.push(sql`a.role = ${role}`);
  if (outletId !== undefined) conditions.push(sql`(a.outlets is null or ${outletId}::uuid = any(a.outlets))`);
  if (deviceKind !== undefined) conditions.push(sql`(a.device_kinds is null or ${deviceKind} = any(a.device_kinds))`);
  return conditions;
}

function assigned(conditions: readonly Condition[]): Condition {
  return sql`exists (select from staff_assignments a where a.tenant_id = s.tenant_id and a.person_id = s.id
    and ${sql.join([...conditions], sql` and `)})`;
}
