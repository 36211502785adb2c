import { ContainerModule } from 'inversify';
import { PROBLEMS } from '../../platform/http/tokens.js';
import { IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { SimulatePromotion } from '../orders/index.js';
import { NodeCodeChance } from './adapters/crypto/node-code-chance.js';
import { PromotionCodesController } from './adapters/http/promotion-codes.controller.js';
import { promotionProblems } from './adapters/http/promotion-problems.js';
import { PromotionSimulationsController } from './adapters/http/promotion-simulations.controller.js';
import { PromotionsController } from './adapters/http/promotions.controller.js';
import { PricedSales } from './adapters/orders/priced-sales.js';
import { PostgresCodeRepository } from './adapters/postgres/code-repository.js';
import { PostgresPromotionCopies } from './adapters/postgres/postgres-promotion-copies.js';
import { PostgresPromotionRepository } from './adapters/postgres/promotion-repository.js';
import { PostgresPromotionViews } from './adapters/postgres/promotion-views.js';
import { PostgresPromotions } from './adapters/postgres/postgres-promotions.js';
import { PostgresUseViews } from './adapters/postgres/use-views.js';
import { ChangePromotion } from './application/change-promotion.js';
import { CreatePromotion } from './application/create-promotion.js';
import { IssueCodes } from './application/issue-codes.js';
import { PromotionCopies } from './application/promotion-copies.js';
import { PromotionsFacade } from './application/promotions-facade.js';
import { SwitchCode } from './application/switch-code.js';
import { SwitchPromotion } from './application/switch-promotion.js';

/** The wiring of promotions. */
export const promotions = new ContainerModule(({ bind }) => {
  const repository = new PostgresPromotionRepository();
  const codes = new PostgresCodeRepository();
  bind(PromotionsFacade)
    .toResolvedValue((outbox) => new PostgresPromotions(outbox), [OUTBOX])
    .inSingletonScope();
  bind(PromotionCopies).toConstantValue(new PostgresPromotionCopies());
  bind(PostgresPromotionViews).toResolvedValue((t) => new PostgresPromotionViews(t), [TRANSACTOR]);
  bind(PostgresUseViews).toResolvedValue((t) => new PostgresUseViews(t), [TRANSACTOR]);
  bind(CreatePromotion).toResolvedValue(
    (t, outbox, ids) => new CreatePromotion(t, repository, outbox, ids),
    [TRANSACTOR, OUTBOX, IDS],
  );
  bind(ChangePromotion).toResolvedValue(
    (t, outbox) => new ChangePromotion(t, repository, outbox),
    [TRANSACTOR, OUTBOX],
  );
  bind(SwitchPromotion).toResolvedValue(
    (t, outbox) => new SwitchPromotion(t, repository, outbox),
    [TRANSACTOR, OUTBOX],
  );
  bind(IssueCodes).toResolvedValue(
    (t, outbox, ids) => new IssueCodes(t, repository, codes, outbox, ids, new NodeCodeChance()),
    [TRANSACTOR, OUTBOX, IDS],
  );
  bind(SwitchCode).toResolvedValue((t, outbox) => new SwitchCode(t, repository, codes, outbox), [TRANSACTOR, OUTBOX]);
  bind(PromotionsController).toResolvedValue(
    (create, change, switching, views) => new PromotionsController({ create, change, switching }, views),
    [CreatePromotion, ChangePromotion, SwitchPromotion, PostgresPromotionViews],
  );
  bind(PromotionCodesController).toResolvedValue(
    (issue, switching, views) => new PromotionCodesController(issue, switching, views),
    [IssueCodes, SwitchCode, PostgresUseViews],
  );
  bind(PromotionSimulationsController).toResolvedValue(
    (simulation, facade, t) => new PromotionSimulationsController(new PricedSales(simulation), facade, t),
    [SimulatePromotion, PromotionsFacade, TRANSACTOR],
  );
  bind(PROBLEMS).toConstantValue(promotionProblems);
});
