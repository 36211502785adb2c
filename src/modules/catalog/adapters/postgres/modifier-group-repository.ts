import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { lockRevision, raiseRevision } from '../../../../platform/postgres/revisions.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { ModifierGroup, ModifierGroupId, ModifierGroupRefusal } from '../../domain/modifier-group.js';
import { nestingOf, type NestingGroup } from '../../domain/modifier-nesting.js';
import type { ModifierGroupRepository, StoredGroup } from '../../ports/modifier-group-repository.js';
import { GROUP_COLUMNS, modifiersText, toGroup, type ModifierGroupRow } from './modifier-group-rows.js';

const FIND = `select ${GROUP_COLUMNS} from modifier_groups where id = $1`;
const BY_CODES = `select ${GROUP_COLUMNS} from modifier_groups where code = any ($1::text[]) and deleted_at is null`;
const NESTING = 'select code, currency, size, nested from modifier_groups where id <> $1 and deleted_at is null';
const USERS_SHOWN = 5;
const USERS = `select 'the group ' || code as user from modifier_groups where $1 = any (nested) and deleted_at is null
  union all select 'the category ' || category from modifier_attachments where category is not null and $1 = any (codes)
  union all select 'the item ' || i.sku from modifier_attachments a join catalog_items i on i.id = a.item_id
    where $1 = any (a.codes) and i.deleted_at is null
  limit ${USERS_SHOWN}`;
const SAVE = `insert into modifier_groups (tenant_id, id, code, name, currency, min, max, free_quantity, modifiers, size, nested, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict (tenant_id, id) do update set code = excluded.code, name = excluded.name, currency = excluded.currency,
    min = excluded.min, max = excluded.max, free_quantity = excluded.free_quantity, modifiers = excluded.modifiers,
    size = excluded.size, nested = excluded.nested, version = excluded.version, deleted_at = null, updated_at = now()`;
const REMOVE = 'update modifier_groups set deleted_at = now(), updated_at = now(), version = $2 where id = $1';

/** Modifier groups in PostgreSQL. */
export class PostgresModifierGroupRepository implements ModifierGroupRepository {
  lock(tx: Tx): Promise<void> {
    return lockRevision(tx, 'pricing');
  }

  async find(tx: Tx, id: ModifierGroupId): Promise<StoredGroup | undefined> {
    const [row] = await runPrepared<ModifierGroupRow>(tx, 'modifier_group', FIND, [id]);
    return row === undefined ? undefined : { group: toGroup(row), deleted: row.deleted_at !== null };
  }

  async byCodes(tx: Tx, codes: readonly string[]): Promise<readonly ModifierGroup[]> {
    if (codes.length === 0) return [];
    return (await runPrepared<ModifierGroupRow>(tx, 'modifier_groups_by_codes', BY_CODES, [codes])).map(toGroup);
  }

  nestingBeside(tx: Tx, id: ModifierGroupId): Promise<readonly NestingGroup[]> {
    return runPrepared<NestingGroup>(tx, 'modifier_groups_nesting', NESTING, [id]);
  }

  async usersOf(tx: Tx, code: string): Promise<readonly string[]> {
    const rows = await runPrepared<{ user: string }>(tx, 'modifier_group_users', USERS, [code]);
    return rows.map(({ user }) => user);
  }

  async save(tx: Tx, group: ModifierGroup): Promise<void> {
    const { id, code, name, currency, min, max, freeQuantity, version } = group;
    const { size, nested } = nestingOf(group);
    const counts = [min, max, freeQuantity];
    const values = [tenantOf(tx), id, code, name, currency, ...counts, modifiersText(group), size, nested, version];
    try {
      await runPrepared(tx, 'modifier_group_save', SAVE, values);
    } catch (error) {
      if (violatedConstraint(error) !== 'modifier_groups_code_key') throw error;
      throw new Refusal<ModifierGroupRefusal>('modifier_group_code_taken', { code }, [
        { pointer: '/code', message: 'belongs to another group' },
      ]);
    }
    await raiseRevision(tx, 'pricing');
  }

  async remove(tx: Tx, { id, version }: ModifierGroup): Promise<void> {
    await runPrepared(tx, 'modifier_group_remove', REMOVE, [id, version]);
    await raiseRevision(tx, 'pricing');
  }
}
