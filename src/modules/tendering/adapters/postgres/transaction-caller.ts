import type { Tx } from '../../../../kernel/transaction.js';
import { PostgresTx } from '../../../../platform/postgres/transaction.js';
import type { Caller } from '../../ports/caller.js';

/** The caller of a transaction; `undefined` in one that only reads. */
export function callerOf(tx: Tx): Caller | undefined {
  const begun: unknown = tx;
  const context = begun instanceof PostgresTx ? begun.context : undefined;
  if (context === undefined) return undefined;
  const { principal, at } = context;
  return { by: `${principal.kind}:${principal.id}`, test: principal.test, at };
}
