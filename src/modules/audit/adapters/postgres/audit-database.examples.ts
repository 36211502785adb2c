import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createTestDatabase } from '../../../../../test/harness/test-database.js';
import type { TenantId } from '../../../../kernel/ids.js';
import type { PublishedEvent } from '../../../../kernel/outbox.js';
import { createPool } from '../../../../platform/postgres/pool.js';
import { PostgresTransactor } from '../../../../platform/postgres/transactor.js';
import { RecordActs } from '../../application/record-acts.js';
import { VerifyChain } from '../../application/verify-chain.js';
import type { ChainReport } from '../../domain/chain-walk.js';
import type { AuditEntry, ChainHead } from '../../domain/entry.js';
import type { Reader } from '../../ports/audit-views.js';
import type { ChainPages } from '../../ports/chain-pages.js';
import { sha256 } from '../crypto/sha256.js';
import { PostgresAuditLog } from './audit-log.js';
import { PostgresAuditViews } from './audit-views.js';

const CONNECTIONS = 8;
const PAGE = 7;

/** A database and the audit over it, as the module wires it; `owner` may do everything, as somebody with the disk in hand. */
export async function openAudit() {
  const database = await createTestDatabase();
  const limits = { max: CONNECTIONS, connectTimeoutMs: 30_000, statementTimeoutMs: 30_000 };
  const onIdleError = (): undefined => undefined;
  const pool = createPool({ url: database.appUrl, ...limits, applicationName: 'audit-test', onIdleError });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const transactor = new PostgresTransactor(pool, { retried: () => undefined, replayed: () => undefined });
  const log = new PostgresAuditLog();
  const views = new PostgresAuditViews(transactor, log);
  const acts = new RecordActs(transactor, log, () => new Date());
  const recorded = async (tenantId: TenantId, count: number): Promise<void> => {
    for (let made = 0; made < count; made += 1) await acts.handle(eventFor(tenantId));
  };
  return {
    ...{ database, pool, owner, transactor, log, views, acts, recorded },
    verify: (tenantId: TenantId, anchor?: ChainHead): Promise<ChainReport> =>
      new VerifyChain(sha256).execute(chainIn(views, readerOf(tenantId)), anchor),
    head: (tenantId: TenantId): Promise<ChainHead> => views.head(readerOf(tenantId)),
    close: async () => {
      await Promise.all([pool.end(), owner.end()]);
      await database.drop();
    },
  };
}

/** Somebody who may read all of a tenant's audit. */
export function readerOf(tenantId: TenantId): Reader {
  return { tenantId, principal: { kind: 'system', id: 'test', permissions: new Set(), test: false } };
}

/** An event that is audited. */
export function eventFor(tenantId: TenantId, id: string = randomUUID()): PublishedEvent {
  const order = { id: randomUUID(), number: 'A-000001', status: 'voided', totals: {} };
  return {
    ...{ id, type: 'pos.order.voided', aggregate: 'orders', aggregateId: order.id, sequence: 2, outletId: null },
    ...{ tenantId, tenantSlug: 't', occurredAt: new Date(), actor: 'user:u1', requestId: 'r', traceParent: null },
    data: { order, reason: 'left, «ohne» 🙂' },
  };
}

function chainIn(views: PostgresAuditViews, reader: Reader): ChainPages {
  const filter = { actor: undefined, action: undefined, target: undefined, outletId: undefined, outcome: undefined };
  return {
    head: () => views.head(reader),
    async *pages(): AsyncIterable<readonly AuditEntry[]> {
      for (let below: number | undefined; ;) {
        const query = { ...filter, from: undefined, to: undefined, limit: PAGE, below };
        const page = (await views.entries(reader, query)).slice(0, PAGE);
        if (page.length === 0) return;
        yield page;
        below = page.at(-1)?.number;
      }
    },
  };
}

export type AuditDatabase = Awaited<ReturnType<typeof openAudit>>;
