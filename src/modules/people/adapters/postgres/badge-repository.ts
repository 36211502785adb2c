import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { PersonId } from '../../domain/person.js';
import type { Badge, StaffRefusal } from '../../domain/staff.js';
import type { BadgeRepository } from '../../ports/badge-repository.js';

interface BadgeRow {
  id: string;
  person_id: string;
  label: string;
  added_by: string;
  added_at: Date;
  last_used_at: Date | null;
}

const COLUMNS = 'id, person_id, label, added_by, added_at, last_used_at';
const USED = `update staff_badges set last_used_at = $2 where hash = any($1) returning person_id`;
const KNOWN = `select id from staff_badges where hash = any($1) limit 1`;
const LIST = `select ${COLUMNS} from staff_badges where person_id = $1 order by id`;
const ADD = `insert into staff_badges (tenant_id, id, person_id, label, hash, added_by, added_at)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant_id, hash) do nothing returning id`;
const REMOVE = `delete from staff_badges where person_id = $1 and id = $2 returning ${COLUMNS}`;

/** Badges in the table staff_badges. */
export class PostgresBadgeRepository implements BadgeRepository {
  async used(tx: Tx, hashes: readonly string[], at: Date): Promise<PersonId | undefined> {
    const [row] = await runPrepared<{ person_id: string }>(tx, 'staff_badge_used', USED, [hashes, at]);
    return row?.person_id as PersonId | undefined;
  }

  async isKnown(tx: Tx, hashes: readonly string[]): Promise<boolean> {
    return (await runPrepared(tx, 'staff_badge_known', KNOWN, [hashes])).length > 0;
  }

  async list(tx: Tx, personId: PersonId): Promise<readonly Badge[]> {
    return (await runPrepared<BadgeRow>(tx, 'staff_badges', LIST, [personId])).map(toBadge);
  }

  async add(tx: Tx, { id, personId, label, addedBy, addedAt }: Badge, hash: string): Promise<void> {
    const values = [tenantOf(tx), id, personId, label, hash, addedBy, addedAt];
    const added = await runPrepared(tx, 'staff_badge_add', ADD, values);
    if (added.length === 0) throw new Refusal<StaffRefusal>('badge_taken');
  }

  async remove(tx: Tx, personId: PersonId, id: string): Promise<Badge> {
    const [row] = await runPrepared<BadgeRow>(tx, 'staff_badge_remove', REMOVE, [personId, id]);
    if (row === undefined) throw new Refusal<StaffRefusal>('badge_not_found', { badgeId: id });
    return toBadge(row);
  }
}

function toBadge(row: BadgeRow): Badge {
  return {
    ...{ id: row.id, personId: row.person_id as PersonId, label: row.label, addedBy: row.added_by },
    ...{ addedAt: row.added_at, lastUsedAt: row.last_used_at },
  };
}
