import { randomUUID } from 'node:crypto';
import type { TestService, TestTenant } from '../../../../../test/harness/service.js';
import type { RequestContext } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { TRANSACTOR } from '../../../../platform/tokens.js';
import { CreatePromotion } from '../../application/create-promotion.js';
import { ChangePromotion } from '../../application/change-promotion.js';
import { IssueCodes } from '../../application/issue-codes.js';
import {
  PromotionsFacade,
  type Candidate,
  type PromotionQuestion,
  type PromotionUse,
  type RefusedUse,
  type RejectedCode,
} from '../../application/promotions-facade.js';
import { SwitchPromotion } from '../../application/switch-promotion.js';
import type { CodesWish } from '../../domain/promo-code.js';
import type { PromotionDetails, PromotionLimits } from '../../domain/promotion-details.js';
import { WITHOUT_LIMIT } from '../../domain/promotion-details.js';
import type { PromotionId } from '../../domain/promotion.js';
import { details, USD } from '../../domain/promotion.examples.js';

export const OUTLET = '0197a3c2-7b1e-7000-8000-0000000000ff' as OutletId;

/** A tenant with promotions, asked and used as orders do it. */
export class PromotionShop {
  readonly transactor: Transactor;
  private readonly promotions: PromotionsFacade;

  private constructor(
    private readonly service: TestService,
    readonly tenant: TestTenant,
  ) {
    this.transactor = service.api.container.get(TRANSACTOR);
    this.promotions = service.api.container.get(PromotionsFacade);
  }

  static async open(service: TestService): Promise<PromotionShop> {
    return new PromotionShop(service, await service.createTenant());
  }

  context(): RequestContext {
    const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: false } as const;
    const { id: tenantId, slug: tenantSlug } = this.tenant;
    return { tenantId, tenantSlug, principal, requestId: 'test', at: new Date() };
  }

  /** A promotion in force. */
  async active(changes: Partial<PromotionDetails> = {}, code?: CodesWish): Promise<PromotionId> {
    const { container } = this.service.api;
    const activation = code === undefined ? 'automatic' : 'code';
    const command = { id: undefined, activation, details: { ...details, ...changes } } as const;
    const { id } = await container.get(CreatePromotion).execute(this.context(), command);
    if (code !== undefined) await container.get(IssueCodes).execute(this.context(), id, code);
    await container.get(SwitchPromotion).activate(this.context(), { promotionId: id });
    return id;
  }

  limited(limits: Partial<PromotionLimits>, code?: CodesWish): Promise<PromotionId> {
    return this.active({ limits: { ...WITHOUT_LIMIT, ...limits } }, code);
  }

  async change(promotionId: PromotionId, changes: Partial<PromotionDetails>): Promise<void> {
    await this.service.api.container.get(ChangePromotion).execute(this.context(), { promotionId, changes });
  }

  /** Asks as a sale does. */
  ask(changes: Partial<PromotionQuestion> = {}): Promise<Answered> {
    return this.transactor.read({ tenantId: this.tenant.id }, (tx) => this.askIn(tx, changes));
  }

  askIn(tx: Tx, changes: Partial<PromotionQuestion> = {}): Promise<Answered> {
    const place = { outletId: OUTLET, channel: 'counter', currency: 'USD', at: new Date() };
    const customer = { customerId: 'ann', customerGroups: [], entitlements: [] };
    return this.promotions.candidates(tx, { ...place, ...customer, codes: [], ...changes });
  }

  /** Makes these the uses of an order, and commits. */
  use(
    uses: readonly PromotionUse[],
    { orderId = randomUUID(), customerId = 'ann' }: { orderId?: string; customerId?: string | null } = {},
  ): Promise<readonly RefusedUse[]> {
    return this.transactor.run(this.context(), (tx) => this.promotions.use(tx, orderId, customerId, uses));
  }

  newest(promotionId: string): ReturnType<PromotionsFacade['newest']> {
    return this.transactor.read({ tenantId: this.tenant.id }, (tx) => this.promotions.newest(tx, promotionId));
  }

  async figures(promotionId: string): Promise<{ uses: number; givenAway: { amount: number }[] }> {
    const { body } = await this.service.call('GET', `/promotions/${promotionId}/figures`, { tenant: this.tenant });
    return body;
  }
}

interface Answered {
  readonly candidates: readonly Candidate[];
  readonly rejected: readonly RejectedCode[];
}

/** A use of 7.00. */
export function useOf(promotionId: string, code: string | null = null, amount = 700): PromotionUse {
  return { promotionId, code, amount: USD(amount) };
}
