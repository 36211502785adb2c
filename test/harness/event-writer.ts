import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../src/app/server.js';
import type { OutletId } from '../../src/kernel/ids.js';
import { runPrepared } from '../../src/platform/postgres/transaction.js';
import { OUTBOX, TRANSACTOR } from '../../src/platform/tokens.js';
import type { TestTenant } from './service.js';

/** An event that a test makes: through the real transactor and outbox, without the use case that would cause it. */
export interface WrittenEvent {
  readonly type: string;
  readonly outletId?: string | null;
  readonly data?: object;
  /** How long its transaction stays open after it has an id: others overtake it meanwhile. */
  readonly openMs?: number;
}

/** Commits one event; each is its own aggregate. @returns the aggregate's id. */
export async function writeEvent({ container }: App, tenant: TestTenant, event: WrittenEvent): Promise<string> {
  const aggregateId = randomUUID();
  const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: true } as const;
  const context = { tenantId: tenant.id, tenantSlug: tenant.slug, principal, requestId: 'test', at: new Date() };
  const { type, outletId = null, data = {}, openMs } = event;
  await container.get(TRANSACTOR).run(context, async (tx) => {
    if (openMs !== undefined) {
      await runPrepared(tx, 'test_xid', 'select pg_current_xact_id()', []);
      await sleep(openMs);
    }
    container
      .get(OUTBOX)
      .append(tx, [
        { type, aggregate: 'tests', aggregateId, sequence: 1, outletId: outletId as OutletId | null, data },
      ]);
  });
  return aggregateId;
}
