import { sql } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import {
  EXAMPLES_MAX,
  INVARIANTS,
  type InvariantCode,
  type InvariantFinding,
  type InvariantScope,
  type Violation,
} from '../../domain/invariant.js';
import type { InvariantChecks } from '../../ports/invariant-checks.js';
import type { Check } from './check.js';
import { drawerChecks } from './drawer-checks.js';
import { ledgerChecks } from './ledger-checks.js';
import { orderChecks } from './order-checks.js';
import { providerChecks } from './provider-checks.js';
import { refundChecks } from './refund-checks.js';

const CHECKS: Readonly<Record<InvariantCode, Check>> = {
  ...orderChecks,
  ...refundChecks,
  ...providerChecks,
  ...ledgerChecks,
  ...drawerChecks,
};

/** Beyond what requests are given: a check reads what a year of sales has written. */
const STATEMENT_TIMEOUT_MS = 30_000;

interface CheckedRow {
  checked: number;
  violations: number;
  examples: readonly Violation[];
}

/** Checks with one statement for each rule, in one snapshot; row security confines them to the tenant. */
export class PostgresInvariantChecks implements InvariantChecks {
  /** @param left out: rules about what is kept elsewhere. */
  constructor(
    private readonly transactor: Transactor,
    private readonly elsewhere: ReadonlySet<InvariantCode>,
  ) {}

  check(context: RequestContext, scope: InvariantScope): Promise<readonly InvariantFinding[]> {
    return this.transactor.read(context, async (tx) => {
      await sql`select set_config('statement_timeout', ${String(STATEMENT_TIMEOUT_MS)}, true)`.execute(
        transactionOf(tx),
      );
      const findings: InvariantFinding[] = [];
      for (const { code } of INVARIANTS) {
        if (!this.elsewhere.has(code)) findings.push(await found(tx, code, scope));
      }
      return findings;
    });
  }
}

async function found(tx: Tx, code: InvariantCode, scope: InvariantScope): Promise<InvariantFinding> {
  const { rows } = await sql<CheckedRow>`
    with looked as materialized (${CHECKS[code](scope)})
    select count(*) as checked, count(*) filter (where broken) as violations,
           coalesce((select json_agg(json_build_object('subject', subject, 'expected', expected, 'actual', actual))
                       from (select * from looked where broken order by subject limit ${EXAMPLES_MAX}) e), '[]') as examples
      from looked`.execute(transactionOf(tx));
  const { checked, violations, examples } = rows[0] as CheckedRow;
  return { code, checked, violations, examples };
}
