import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { AuditEntry, ChainHead } from '../../domain/entry.js';
import type { AuditLog } from '../../ports/audit-log.js';
import type { AuditQuery, AuditViews, Reader } from '../../ports/audit-views.js';
import { toEntry, type AuditTables } from './audit-rows.js';

/** Reads of the chain; row security confines them to the tenant. */
export class PostgresAuditViews implements AuditViews {
  constructor(
    private readonly transactor: Transactor,
    private readonly log: AuditLog,
  ) {}

  entries(context: Reader, query: AuditQuery): Promise<readonly AuditEntry[]> {
    const { actor, action, target, outletId, outcome, from, to, limit, below } = query;
    return this.transactor.read(context, async (tx) => {
      let select = visible(tx, context)
        .orderBy('number', 'desc')
        .limit(limit + 1);
      if (actor !== undefined) select = select.where('actor', '=', actor);
      if (action?.endsWith('*') === true) select = select.where('action', 'like', prefixPattern(action));
      else if (action !== undefined) select = select.where('action', '=', action);
      if (target !== undefined) select = select.where('target', '=', target);
      if (outletId !== undefined) select = select.where('outlet_id', '=', outletId);
      if (outcome !== undefined) select = select.where('outcome', '=', outcome);
      if (from !== undefined) select = select.where('at', '>=', from);
      if (to !== undefined) select = select.where('at', '<', to);
      if (below !== undefined) select = select.where('number', '<', below);
      return (await select.execute()).map(toEntry);
    });
  }

  entry(context: Reader, number: number): Promise<AuditEntry> {
    return this.transactor.read(context, async (tx) => {
      const row = await visible(tx, context).where('number', '=', number).executeTakeFirst();
      if (row === undefined) throw new Refusal('audit_entry_not_found', { number });
      return toEntry(row);
    });
  }

  head(context: Reader): Promise<ChainHead> {
    return this.transactor.read(context, (tx) => this.log.head(tx));
  }
}

function visible(tx: Tx, { principal }: Reader) {
  const select = transactionOf<AuditTables>(tx).selectFrom('audit_entries').selectAll();
  const { outlets } = principal;
  if (outlets === undefined) return select;
  return select.where((eb) =>
    eb.or([eb('outlet_id', 'is', null), ...(outlets.size === 0 ? [] : [eb('outlet_id', 'in', [...outlets])])]),
  );
}

function prefixPattern(action: string): string {
  return `${action.slice(0, -1).replaceAll(/[\\%_]/g, '\\$&')}%`;
}
