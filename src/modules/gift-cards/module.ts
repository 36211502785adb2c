import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { EPHEMERAL } from '../../platform/ephemeral/tokens.js';
import { PROBLEMS, SETTINGS } from '../../platform/http/tokens.js';
import { CHORE } from '../../platform/postgres/tokens.js';
import { contextOf } from '../../platform/postgres/transaction.js';
import { IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { LicenceTexts } from '../licensing/index.js';
import { OutletsFacade } from '../outlets/index.js';
import { KeyedCardSecrets } from './adapters/crypto/keyed-card-secrets.js';
import { CountedGuesses } from './adapters/ephemeral/counted-guesses.js';
import { GiftCardCommandsController } from './adapters/http/gift-card-commands.controller.js';
import { giftCardProblems } from './adapters/http/gift-card-problems.js';
import { GiftCardReportsController } from './adapters/http/gift-card-reports.controller.js';
import { GiftCardsController } from './adapters/http/gift-cards.controller.js';
import { LicenceCardScreen } from './adapters/licensing/licence-card-screen.js';
import { TenantOutlets } from './adapters/outlets/tenant-outlets.js';
import { PostgresCardLedger } from './adapters/postgres/card-ledger.js';
import { expiryChore } from './adapters/postgres/expiry-chore.js';
import { PostgresGiftCardRepository } from './adapters/postgres/gift-card-repository.js';
import { PostgresGiftCardViews } from './adapters/postgres/gift-card-views.js';
import { ChangeCard } from './application/change-card.js';
import { ExpireDueCards } from './application/expire-due-cards.js';
import { FindByCode } from './application/find-by-code.js';
import { GiftCardsFacade } from './application/gift-cards-facade.js';
import { IssueCards } from './application/issue-cards.js';
import { LookUpCard } from './application/look-up-card.js';
import { ReportLiability } from './application/report-liability.js';
import { TillGiftCards } from './application/till-gift-cards.js';
import { TransferValue } from './application/transfer-value.js';

type Bind = ContainerModuleLoadOptions['bind'];

const cards = new PostgresGiftCardRepository();

/** The wiring of gift cards. */
export const giftCards = new ContainerModule(({ bind }) => {
  bindTechnology(bind);
  bindCommands(bind);
  bind(GiftCardsFacade)
    .toResolvedValue(
      (outbox, findByCode) => new TillGiftCards(cards, new PostgresCardLedger(), outbox, findByCode, contextOf),
      [OUTBOX, FindByCode],
    )
    .inSingletonScope();
  bind(CHORE).toResolvedValue((expire) => expiryChore(expire, () => new Date()), [ExpireDueCards]);
  bindRoutes(bind);
});

function bindTechnology(bind: Bind): void {
  bind(KeyedCardSecrets)
    .toResolvedValue(({ secretsKey }) => new KeyedCardSecrets(secretsKey), [SETTINGS])
    .inSingletonScope();
  bind(FindByCode)
    .toResolvedValue(
      (secrets, { counters }) => new FindByCode(secrets, new CountedGuesses(counters)),
      [KeyedCardSecrets, EPHEMERAL],
    )
    .inSingletonScope();
  bind(LicenceTexts).toConstantValue(new LicenceCardScreen());
  bind(PostgresGiftCardViews).toResolvedValue((t) => new PostgresGiftCardViews(t), [TRANSACTOR]);
}

function bindCommands(bind: Bind): void {
  bind(IssueCards).toResolvedValue(
    (t, outbox, ids, secrets, outlets) => new IssueCards(t, cards, outbox, ids, secrets, new TenantOutlets(outlets)),
    [TRANSACTOR, OUTBOX, IDS, KeyedCardSecrets, OutletsFacade],
  );
  bind(ChangeCard).toResolvedValue((t, outbox) => new ChangeCard(t, cards, outbox), [TRANSACTOR, OUTBOX]);
  bind(TransferValue).toResolvedValue((t, outbox) => new TransferValue(t, cards, outbox), [TRANSACTOR, OUTBOX]);
  bind(ExpireDueCards).toResolvedValue((t, outbox) => new ExpireDueCards(t, cards, outbox), [TRANSACTOR, OUTBOX]);
  bind(LookUpCard).toResolvedValue(
    (views, findByCode) => new LookUpCard(views, findByCode),
    [PostgresGiftCardViews, FindByCode],
  );
  bind(ReportLiability).toResolvedValue(
    (t, views, outlets) => new ReportLiability(t, views, new TenantOutlets(outlets)),
    [TRANSACTOR, PostgresGiftCardViews, OutletsFacade],
  );
}

function bindRoutes(bind: Bind): void {
  bind(GiftCardsController).toResolvedValue(
    (issue, lookUp, views) => new GiftCardsController(issue, lookUp, views),
    [IssueCards, LookUpCard, PostgresGiftCardViews],
  );
  bind(GiftCardCommandsController).toResolvedValue(
    (change, transfer) => new GiftCardCommandsController(change, transfer),
    [ChangeCard, TransferValue],
  );
  bind(GiftCardReportsController).toResolvedValue((report) => new GiftCardReportsController(report), [ReportLiability]);
  bind(PROBLEMS).toConstantValue(giftCardProblems);
}
