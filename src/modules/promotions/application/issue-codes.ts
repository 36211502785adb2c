import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import {
  CODES_MAX,
  codesOrderFrom,
  randomCodes,
  type CodeBatchId,
  type CodeRefusal,
  type CodesOrder,
  type CodesWish,
  type PromoCode,
} from '../domain/promo-code.js';
import { assertTakesCodes, withEvent, type PromotionId } from '../domain/promotion.js';
import type { CodeChance } from '../ports/code-chance.js';
import type { CodeRepository, PromotionRepository } from '../ports/promotion-repository.js';

/** Codes that were made in one go. */
export interface IssuedCodes {
  readonly promotionId: PromotionId;
  readonly batchId: CodeBatchId;
  readonly codes: readonly string[];
}

/** Of 22^8 codes and more, so many tries do not find too few free ones. */
const TRIES = 5;

/** What the codes of one batch have in common. */
type Batch = Pick<PromoCode, 'promotionId' | 'batchId' | 'createdAt'>;

/** Makes codes that bring a promotion: one of the caller's choosing, or thousands that nobody can guess. */
export class IssueCodes {
  constructor(
    private readonly transactor: Transactor,
    private readonly promotions: PromotionRepository,
    private readonly codes: CodeRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly chance: CodeChance,
  ) {}

  /**
   * @throws Refusal `promotion_not_found`, `promotion_has_ended`, `promotion_takes_no_codes`, `promo_codes_invalid`,
   * `promo_code_taken`, `too_many_codes`.
   */
  execute(context: RequestContext, promotionId: PromotionId, wish: CodesWish): Promise<IssuedCodes> {
    return this.transactor.run(context, async (tx) => {
      const promotion = await this.promotions.get(tx, promotionId);
      assertTakesCodes(promotion, context.at);
      const order = codesOrderFrom(wish, promotion);
      if ((await this.codes.countOf(tx, promotionId)) + order.count > CODES_MAX) {
        throw new Refusal<CodeRefusal>('too_many_codes', { most: CODES_MAX });
      }
      const batchId = this.ids.next<'code-batch'>();
      const codes = await this.make(tx, order, { promotionId, batchId, createdAt: context.at });
      const { usesMax, usesPerCustomerMax, validTo } = order;
      const limits = { usesMax, usesPerCustomerMax, validTo: validTo?.toISOString() ?? null };
      const told = { promotionId, batchId, count: codes.length, ...limits };
      const { state, events } = withEvent(promotion, 'pos.promotion.codes_issued', told);
      await this.codes.issued(tx, state, codes.length);
      this.outbox.append(tx, events);
      return { promotionId, batchId, codes };
    });
  }

  private async make(tx: Tx, order: CodesOrder, batch: Batch): Promise<readonly string[]> {
    const { code, count, prefix, length } = order;
    if (code !== null) {
      const [made] = await this.codes.add(tx, this.rows([code], order, batch));
      if (made === undefined) throw taken(code);
      return [made];
    }
    const made: string[] = [];
    for (let tries = 0; tries < TRIES && made.length < count; tries += 1) {
      const fresh = new Set(randomCodes(count - made.length, prefix, length, (size) => this.chance.random(size)));
      made.push(...(await this.codes.add(tx, this.rows([...fresh], order, batch))));
    }
    if (made.length < count) throw new Error('no free codes were found: chance is broken');
    return made;
  }

  private rows(codes: readonly string[], order: CodesOrder, batch: Batch): PromoCode[] {
    const { usesMax, usesPerCustomerMax, validTo } = order;
    const fresh = { ...batch, usesMax, usesPerCustomerMax, validTo, active: true, uses: 0, version: 1 };
    return codes.map((code) => ({ ...fresh, code, id: this.ids.next<'promotion-code'>() }));
  }
}

function taken(code: string): Refusal {
  const message = 'is a code of this business already';
  return new Refusal<CodeRefusal>('promo_code_taken', { code }, [{ pointer: '/code', message }]);
}
