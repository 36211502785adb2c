import { randomUUID } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { createTestDatabase } from '../../../../../test/harness/test-database.js';
import type { RequestContext } from '../../../../kernel/context.js';
import { UuidV7Source, type OutletId, type TenantId } from '../../../../kernel/ids.js';
import type { Money } from '../../../../kernel/money.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { createRandomPool } from '../../../../platform/crypto/random-pool.js';
import { InProcessCounters } from '../../../../platform/ephemeral/in-process-counters.js';
import { PostgresOutbox } from '../../../../platform/outbox/postgres-outbox.js';
import { createPool } from '../../../../platform/postgres/pool.js';
import { contextOf } from '../../../../platform/postgres/transaction.js';
import { PostgresTransactor } from '../../../../platform/postgres/transactor.js';
import { ChangeCard } from '../../application/change-card.js';
import { ExpireDueCards } from '../../application/expire-due-cards.js';
import { FindByCode } from '../../application/find-by-code.js';
import { IssueCards, type IssueCommand, type IssuedCard } from '../../application/issue-cards.js';
import { TillGiftCards } from '../../application/till-gift-cards.js';
import { TransferValue } from '../../application/transfer-value.js';
import { KeyedCardSecrets } from '../crypto/keyed-card-secrets.js';
import { CountedGuesses } from '../ephemeral/counted-guesses.js';
import { PostgresCardLedger } from './card-ledger.js';
import { PostgresGiftCardRepository } from './gift-card-repository.js';
import { PostgresGiftCardViews } from './gift-card-views.js';

export const OUTLET = randomUUID() as OutletId;
export const USD = (amount: number): Money => ({ amount, currency: 'USD' });
const CONNECTIONS = 8;

/** The context of a request, of a tenant of its own unless one is given. */
export function contextFor(tenantId: TenantId = randomUUID() as TenantId): RequestContext {
  const principal = { kind: 'user', id: 'till', permissions: new Set<string>(), test: false } as const;
  return { tenantId, tenantSlug: 't', principal, requestId: 'r', at: new Date() };
}

/** A database and gift cards over it, as the module wires them, under the key given. */
export async function openGiftCards() {
  const database = await createTestDatabase();
  const pool = poolOf(database.appUrl);
  const workerPool = poolOf(database.workerUrl);
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const cards = over(pool);
  return {
    ...{ ...cards, database, pool, workerPool, owner, under: (secretsKey: string) => over(pool, secretsKey) },
    /** Cards whose balance is not the sum of their ledger. */
    unsound: async (): Promise<unknown[]> => (await owner.query(UNSOUND)).rows,
    close: async () => {
      await Promise.all([pool.end(), workerPool.end(), owner.end()]);
      await database.drop();
    },
  };
}

/** I7, asked of the tables alone. */
const UNSOUND = `
  select c.id, c.balance, t.sum, t.entries from gift_cards c
    left join lateral (select coalesce(sum(amount), 0) as sum, count(*) as entries, max(number) as latest, min(balance_after) as least
                         from gift_card_transactions t where t.tenant_id = c.tenant_id and t.card_id = c.id) t on true
   where c.balance <> t.sum or c.movements <> t.entries or t.latest <> t.entries or t.least < 0`;

function over(pool: Pool, secretsKey?: string) {
  const transactor = new PostgresTransactor(pool, { retried: () => undefined, replayed: () => undefined });
  const ids = new UuidV7Source(Date.now, createRandomPool());
  const outbox = new PostgresOutbox(ids);
  const repository = new PostgresGiftCardRepository();
  const secrets = new KeyedCardSecrets(secretsKey);
  const findByCode = new FindByCode(secrets, new CountedGuesses(new InProcessCounters(Date.now)));
  const facade = new TillGiftCards(repository, new PostgresCardLedger(), outbox, findByCode, contextOf);
  const outlets = { exists: () => Promise.resolve(true) };
  const issueCards = new IssueCards(transactor, repository, outbox, ids, secrets, outlets);
  return {
    ...{ transactor, facade, secrets },
    views: new PostgresGiftCardViews(transactor),
    change: new ChangeCard(transactor, repository, outbox),
    transfer: new TransferValue(transactor, repository, outbox),
    expire: new ExpireDueCards(transactor, repository, outbox),
    /** Runs part of an order's transaction. */
    inOrder: <Result>(context: RequestContext, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
      transactor.run({ ...context, at: new Date() }, work),
    /** Issues a card that is active with the amount, or waits when it is null. */
    issue: (context: RequestContext, amount: number | null, wish: Partial<IssueCommand> = {}): Promise<IssuedCard> =>
      issueOne(issueCards, context, amount, wish),
    issueCards,
  };
}

async function issueOne(
  issueCards: IssueCards,
  context: RequestContext,
  amount: number | null,
  wish: Partial<IssueCommand>,
): Promise<IssuedCard> {
  const [issued] = await issueCards.execute(context, {
    ...{ kind: 'gift_card', currency: 'USD', amount: amount === null ? null : USD(amount), cards: 1 },
    ...{ singleUse: false, expiresAt: null, outletId: null, customerId: null },
    activateBecause: amount === null ? null : 'test',
    ...wish,
  });
  return issued as IssuedCard;
}

function poolOf(url: string): Pool {
  const unheard = (): undefined => undefined;
  const limits = { max: CONNECTIONS, connectTimeoutMs: 30_000, statementTimeoutMs: 30_000 };
  return createPool({ url, ...limits, applicationName: 'test', onIdleError: unheard });
}

export type GiftCardDatabase = Awaited<ReturnType<typeof openGiftCards>>;
