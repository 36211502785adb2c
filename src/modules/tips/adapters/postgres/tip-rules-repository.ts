import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { TipRules } from '../../domain/tip-rules.js';
import type { TipRulesRepository } from '../../ports/tip-ledger.js';
import { fromRules, RULES_COLUMNS, toRules, type RulesRow } from './tip-rows.js';

const FIND = `select ${RULES_COLUMNS} from tip_rules where outlet_id = $1`;
const SAVE = `insert into tip_rules (tenant_id, ${RULES_COLUMNS})
  select $1, ${RULES_COLUMNS} from json_populate_record(null::tip_rules, $2::json)
  on conflict (tenant_id, outlet_id) do update set name = excluded.name, active = excluded.active, percent = excluded.percent,
    sources = excluded.sources, basis = excluded.basis, shares = excluded.shares, version = excluded.version
  where tip_rules.version = excluded.version - 1 returning version`;

/** The rules of pools in PostgreSQL. */
export class PostgresTipRules implements TipRulesRepository {
  async find(tx: Tx, outletId: OutletId): Promise<TipRules | undefined> {
    const [row] = await runPrepared<RulesRow>(tx, 'tip_rules', FIND, [outletId]);
    return row && toRules(row);
  }

  async lock(tx: Tx, outletId: OutletId): Promise<TipRules | undefined> {
    const [row] = await runPrepared<RulesRow>(tx, 'tip_rules_lock', `${FIND} for update`, [outletId]);
    return row && toRules(row);
  }

  async save(tx: Tx, rules: TipRules): Promise<void> {
    const values = [tenantOf(tx), JSON.stringify(fromRules(rules))];
    const saved = await runPrepared(tx, 'tip_rules_save', SAVE, values);
    if (saved.length !== 1) throw new Refusal('version_mismatch', { currentVersion: rules.version });
  }
}
