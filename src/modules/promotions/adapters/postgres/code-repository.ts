import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { CodeId, CodeRefusal, PromoCode } from '../../domain/promo-code.js';
import type { Promotion, PromotionId } from '../../domain/promotion.js';
import type { CodeRepository } from '../../ports/promotion-repository.js';
import { CODE_COLUMNS, toCode, type CodeRow } from './promotion-rows.js';

const COUNT = 'select codes from promotion_counters where promotion_id = $1';
// In the order of the codes: two batches that would make the same codes do not wait for each other in a circle.
const ADD = `insert into promotion_codes (tenant_id, ${CODE_COLUMNS})
  select $2::uuid, ${CODE_COLUMNS} from json_populate_recordset(null::promotion_codes, $1::json) order by code
  on conflict on constraint promotion_codes_code_key do nothing returning code`;
const ISSUED = 'update promotion_counters set codes = codes + $2, event_sequence = $3 where promotion_id = $1';
const TOLD = 'update promotion_counters set event_sequence = $2 where promotion_id = $1';
const GET = `select ${CODE_COLUMNS} from promotion_codes where id = $1 and promotion_id = $2 for update`;
const SAVE = 'update promotion_codes set active = $2, version = $3 where id = $1';

/** Codes in PostgreSQL. */
export class PostgresCodeRepository implements CodeRepository {
  async countOf(tx: Tx, promotionId: PromotionId): Promise<number> {
    const [row] = await runPrepared<{ codes: number }>(tx, 'promo_code_count', COUNT, [promotionId]);
    return row?.codes ?? 0;
  }

  async add(tx: Tx, codes: readonly PromoCode[]): Promise<readonly string[]> {
    const rows: CodeRow[] = codes.map((code) => ({
      id: code.id,
      promotion_id: code.promotionId,
      batch_id: code.batchId,
      code: code.code,
      uses_max: code.usesMax,
      uses_per_customer_max: code.usesPerCustomerMax,
      valid_to: code.validTo,
      active: code.active,
      uses: code.uses,
      version: code.version,
      created_at: code.createdAt,
    }));
    const values = [JSON.stringify(rows), tenantOf(tx)];
    const added = await runPrepared<{ code: string }>(tx, 'promo_codes_add', ADD, values);
    return added.map(({ code }) => code);
  }

  async issued(tx: Tx, { id, sequence }: Promotion, codes: number): Promise<void> {
    await runPrepared(tx, 'promo_codes_issued', ISSUED, [id, codes, sequence]);
  }

  async get(tx: Tx, promotionId: PromotionId, id: CodeId): Promise<PromoCode> {
    const [row] = await runPrepared<CodeRow>(tx, 'promo_code_locked', GET, [id, promotionId]);
    if (row === undefined) throw new Refusal<CodeRefusal>('promo_code_not_found', { codeId: id });
    return toCode(row);
  }

  async save(tx: Tx, code: PromoCode, { id, sequence }: Promotion): Promise<void> {
    await runPrepared(tx, 'promo_code_save', SAVE, [code.id, code.active, code.version]);
    await runPrepared(tx, 'promotion_told', TOLD, [id, sequence]);
  }
}
