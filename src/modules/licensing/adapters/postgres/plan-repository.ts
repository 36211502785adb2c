import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import { BUILT_IN_PLANS, type Plan } from '../../domain/plan.js';
import type { PlanRepository } from '../../ports/plan-repository.js';
import { toPlan, type PlanRow } from './licensing-rows.js';

const PLANS = 'select id, terms, archived, version, event_sequence from plans';
const ADD = `insert into plans (tenant_id, code, id, terms, archived, version, event_sequence, updated_at)
  values ($1::uuid, $2, $3::uuid, $4::jsonb, $5, $6, $7, now())`;
const SAVE = `${ADD} on conflict (tenant_id, code) do update set terms = excluded.terms, archived = excluded.archived,
  version = excluded.version, event_sequence = excluded.event_sequence, updated_at = excluded.updated_at`;
/** Where a plan has no row yet, two who change it at once wait here. */
const SERIALIZE = `select pg_advisory_xact_lock(hashtextextended('plans ' || $1, 0))`;

/** Plans in PostgreSQL; the built-in ones are there without a row. */
export class PostgresPlanRepository implements PlanRepository {
  async find(tx: Tx, code: string): Promise<Plan | undefined> {
    const [row] = await runPrepared<PlanRow>(tx, 'licensing_plan', `${PLANS} where code = $1`, [code]);
    return row === undefined ? builtIn(code) : toPlan(row);
  }

  async lock(tx: Tx, code: string): Promise<Plan | undefined> {
    await runPrepared(tx, 'licensing_plan_serialize', SERIALIZE, [code]);
    return this.find(tx, code);
  }

  async all(tx: Tx): Promise<readonly Plan[]> {
    const rows = await runPrepared<PlanRow>(tx, 'licensing_plans', PLANS, []);
    const plans = new Map([...BUILT_IN_PLANS, ...rows.map(toPlan)].map((plan) => [plan.terms.code, plan]));
    return [...plans.values()].sort((a, b) => (a.terms.code < b.terms.code ? -1 : 1));
  }

  async add(tx: Tx, plan: Plan): Promise<boolean> {
    const text = `${ADD} on conflict do nothing returning code`;
    return (await runPrepared(tx, 'licensing_plan_add', text, valuesOf(tx, plan))).length === 1;
  }

  async save(tx: Tx, plan: Plan): Promise<void> {
    await runPrepared(tx, 'licensing_plan_save', SAVE, valuesOf(tx, plan));
  }
}

function builtIn(code: string): Plan | undefined {
  return BUILT_IN_PLANS.find(({ terms }) => terms.code === code);
}

function valuesOf(tx: Tx, { id, terms, archived, version, eventSequence }: Plan): unknown[] {
  return [tenantOf(tx), terms.code, id, JSON.stringify(terms), archived, version, eventSequence];
}
