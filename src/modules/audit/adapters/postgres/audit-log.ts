import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import { NO_ENTRY, type ChainHead } from '../../domain/entry.js';
import type { AuditLog } from '../../ports/audit-log.js';

const APPEND = 'select append_audit_entry($1, $2) as number';
const HEAD = 'select number, hash from audit_heads';

/** The chain in PostgreSQL: the database itself numbers and links, under the lock of the chain's head. */
export class PostgresAuditLog implements AuditLog {
  async append(tx: Tx, payload: string): Promise<number | undefined> {
    const [row] = await runPrepared<{ number: number | null }>(tx, 'audit_append', APPEND, [tenantOf(tx), payload]);
    return row?.number ?? undefined;
  }

  async head(tx: Tx): Promise<ChainHead> {
    const [row] = await runPrepared<ChainHead>(tx, 'audit_head', HEAD, []);
    return row ?? NO_ENTRY;
  }
}
