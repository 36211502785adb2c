import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { lockRevision, raiseRevision, RevisionCache } from '../../../../platform/postgres/revisions.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { LabelRules, LabelRulesId } from '../../domain/label-rules.js';
import type { LabelRulesRepository } from '../../ports/label-rules.js';

type Row = Pick<LabelRules, 'preset' | 'rules' | 'version'> & {
  readonly id: string;
  readonly outlet_id: string;
  readonly changed_by: string;
  readonly changed_at: Date;
};

const OUTLETS_MAX = 5000;
const FIND = `select id, outlet_id, preset, rules, changed_by, changed_at, version from label_rules where outlet_id = $1`;
const SAVE = `insert into label_rules (tenant_id, outlet_id, id, preset, rules, changed_by, changed_at, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (tenant_id, outlet_id) do update set preset = excluded.preset, rules = excluded.rules,
    changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = excluded.version`;

/** Rules of labels in PostgreSQL, and in memory for those who scan. */
export class CachedLabelRules implements LabelRulesRepository {
  // Wrapped, for most outlets have none, and that is worth remembering, too.
  private readonly outlets = new RevisionCache<{ readonly rules: LabelRules | undefined }>('pricing', OUTLETS_MAX);

  lock(tx: Tx): Promise<void> {
    return lockRevision(tx, 'pricing');
  }

  async find(tx: Tx, outletId: OutletId): Promise<LabelRules | undefined> {
    const [row] = await runPrepared<Row>(tx, 'label_rules_find', FIND, [outletId]);
    return row === undefined ? undefined : toLabelRules(row);
  }

  async known(tx: Tx, outletId: OutletId): Promise<LabelRules | undefined> {
    const read = async () => ({ rules: await this.find(tx, outletId) });
    return (await this.outlets.get(tx, outletId, read)).rules;
  }

  async save(tx: Tx, { outletId, id, preset, rules, changedBy, changedAt, version }: LabelRules): Promise<void> {
    const said = [preset, JSON.stringify(rules), changedBy, changedAt, version];
    await runPrepared(tx, 'label_rules_save', SAVE, [tenantOf(tx), outletId, id, ...said]);
    await raiseRevision(tx, 'pricing');
  }
}

function toLabelRules({ id, outlet_id, preset, rules, changed_by, changed_at, version }: Row): LabelRules {
  const place = { id: id as LabelRulesId, outletId: outlet_id as OutletId };
  return { ...place, preset, rules, changedBy: changed_by, changedAt: changed_at.toISOString(), version };
}
