import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Intent, IntentId } from '../../domain/intent.js';
import type { IntentRepository, TakenBack } from '../../ports/intent-repository.js';
import { fromIntent, INTENT_COLUMNS, toIntent, type IntentRow } from './intent-rows.js';
import type { LoyaltyTables } from './loyalty-rows.js';

const INTENT = `select ${INTENT_COLUMNS} from loyalty_intents`;
const OF_PAYMENT = `${INTENT} where payment_id = $1::uuid and kind = 'burn' for update`;
const SUMS = `coalesce(sum(amount), 0)::bigint as amount, coalesce(sum(points), 0)::bigint as points,
  coalesce(sum(points) filter (where status = 'done'), 0)::bigint as done_points`;
const TAKEN_BACK = `select ${SUMS} from loyalty_intents where undoes = $1::uuid and ($2::uuid is null or
  (created_at, id) <= (select u.created_at, u.id from loyalty_intents u where u.id = $2))`;
const GIVEN_BACK = `select ${SUMS} from loyalty_intents
  where payment_id = $1::uuid and kind = 'burn_reversal' and undoes is null`;

interface SumsRow {
  amount: number;
  points: number;
  done_points: number;
}

/** The intents in PostgreSQL. */
export class PostgresIntentRepository implements IntentRepository {
  async add(tx: Tx, intent: Intent): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await transactionOf<LoyaltyTables>(tx)
      .insertInto('loyalty_intents')
      .values({ ...fromIntent(intent), tenant_id: tenantOf(tx) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }

  async find(tx: Tx, id: IntentId): Promise<Intent | undefined> {
    return one(await runPrepared<IntentRow>(tx, 'loyalty_intent', `${INTENT} where id = $1::uuid`, [id]));
  }

  async lock(tx: Tx, id: IntentId): Promise<Intent | undefined> {
    const text = `${INTENT} where id = $1::uuid for update`;
    return one(await runPrepared<IntentRow>(tx, 'loyalty_intent_lock', text, [id]));
  }

  async ofSource(tx: Tx, source: string): Promise<Intent | undefined> {
    const text = `${INTENT} where source = $1 for update`;
    return one(await runPrepared<IntentRow>(tx, 'loyalty_intent_of_source', text, [source]));
  }

  async ofPayment(tx: Tx, paymentId: string): Promise<Intent | undefined> {
    return one(await runPrepared<IntentRow>(tx, 'loyalty_intent_of_payment', OF_PAYMENT, [paymentId]));
  }

  async save(tx: Tx, intent: Intent): Promise<void> {
    const { numUpdatedRows } = await transactionOf<LoyaltyTables>(tx)
      .updateTable('loyalty_intents')
      .set(fromIntent(intent))
      .where('id', '=', intent.id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} intents instead of one`);
  }

  async takenBack(tx: Tx, undone: IntentId, until?: IntentId): Promise<TakenBack> {
    return sums(await runPrepared<SumsRow>(tx, 'loyalty_intents_undoing', TAKEN_BACK, [undone, until ?? null]));
  }

  async givenBack(tx: Tx, paymentId: string): Promise<TakenBack> {
    return sums(await runPrepared<SumsRow>(tx, 'loyalty_intents_given_back', GIVEN_BACK, [paymentId]));
  }
}

function one([row]: readonly IntentRow[]): Intent | undefined {
  return row && toIntent(row);
}

function sums([row]: readonly SumsRow[]): TakenBack {
  return { amount: row?.amount ?? 0, points: row?.points ?? 0, donePoints: row?.done_points ?? 0 };
}
