import type { TenantId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/transaction.js';
import { revisionsOf, tenantOf, transactionOf, type MasterDataRevisions } from './transaction.js';

type RevisionName = keyof MasterDataRevisions;

interface RevisionTables {
  master_data_revisions: { tenant_id: string } & MasterDataRevisions;
}

/** Keeps every other writer of this kind of master data of the tenant out until the transaction ends. */
export async function lockRevision(tx: Tx, name: RevisionName): Promise<void> {
  const row = await transactionOf<RevisionTables>(tx)
    .selectFrom('master_data_revisions')
    .select(name)
    .where('tenant_id', '=', tenantOf(tx))
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Error('the tenant has no revisions of its master data');
}

/** Makes what caches of every process hold about this kind of master data stale, from this transaction's commit on. */
export async function raiseRevision(tx: Tx, name: RevisionName): Promise<void> {
  const { numUpdatedRows } = await transactionOf<RevisionTables>(tx)
    .updateTable('master_data_revisions')
    .set((eb) => ({ [name]: eb(name, '+', 1) }))
    .where('tenant_id', '=', tenantOf(tx))
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error('the tenant has no revisions of its master data');
}

interface Entry<Value> {
  readonly revision: number;
  readonly value: Value;
}

/**
 * Master data in memory, over all tenants together, the least recently used given up first. Every transaction learns the
 * current revision as it begins; an entry of another one does not count, so that nothing is priced by what was changed before.
 */
export class RevisionCache<Value> {
  private readonly entries = new Map<string, Entry<Value>>();

  constructor(
    private readonly name: RevisionName,
    private readonly maxEntries: number,
  ) {}

  /** What is known under the key at the transaction's revision; `undefined` when that must be read. */
  recall(tx: Tx, key: string): Value | undefined {
    const at = keyOf(tenantOf(tx), key);
    const entry = this.entries.get(at);
    if (entry?.revision !== revisionsOf(tx)[this.name]) return undefined;
    this.entries.delete(at);
    this.entries.set(at, entry); // last in order: the most recently used
    return entry.value;
  }

  /** Keeps what was read. What a transaction that began later knows is not overwritten. */
  remember(tx: Tx, key: string, value: Value): Value {
    const at = keyOf(tenantOf(tx), key);
    const revision = revisionsOf(tx)[this.name];
    if ((this.entries.get(at)?.revision ?? 0) > revision) return value;
    this.entries.delete(at);
    this.entries.set(at, { revision, value });
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.maxEntries) break;
      this.entries.delete(oldest);
    }
    return value;
  }

  /** What is known under the key, or else what is read now. */
  async get(tx: Tx, key: string, read: () => Promise<Value>): Promise<Value> {
    return this.recall(tx, key) ?? this.remember(tx, key, await read());
  }
}

function keyOf(tenantId: TenantId, key: string): string {
  return `${tenantId} ${key}`;
}
