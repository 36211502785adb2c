import { sql, type RawBuilder } from 'kysely';
import { money } from '../../../../kernel/money.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { ConnectionId } from '../../domain/connection.js';
import type { ConnectedProvider } from '../../domain/provider.js';
import type { ProviderRequest, RequestState } from '../../domain/provider-request.js';
import type { HeardNotice, RequestNames, RequestRepository } from '../../ports/request-repository.js';

interface RequestRow {
  tenant_id: string;
  key: string;
  provider: ConnectedProvider;
  request_id: string;
  connection_id: string;
  amount: string | number;
  currency: string;
  state: RequestState;
  reference: string | null;
  receipt: string | null;
  notify_hash: string | null;
  payment_url: string | null;
  doubtful: boolean;
  asked_at: Date;
}

interface NoticeRow {
  tenant_id: string;
  provider: string;
  digest: string;
  connection_id: string;
  request_key: string | null;
  reference: string | null;
  outcome: string;
  amount: number | null;
  currency: string | null;
  reason: string | null;
  trusted: boolean;
  received_at: Date;
}

interface RequestTables {
  provider_requests: RequestRow;
  provider_notices: NoticeRow;
}

/** Requests and notices in the tables provider_requests and provider_notices. */
export class PostgresRequestRepository implements RequestRepository {
  async add(tx: Tx, request: ProviderRequest): Promise<boolean> {
    const { key, provider, requestId } = request;
    const { numInsertedOrUpdatedRows } = await transactionOf<RequestTables>(tx)
      .insertInto('provider_requests')
      .values({ ...changeable(request), tenant_id: tenantOf(tx), key, provider, request_id: requestId })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }

  async find(tx: Tx, key: string): Promise<ProviderRequest | undefined> {
    const { rows } = await sql<RequestRow>`select * from provider_requests where key = ${key}`.execute(
      transactionOf<RequestTables>(tx),
    );
    return rows[0] && toRequest(rows[0]);
  }

  byKey(tx: Tx, key: string): Promise<ProviderRequest | undefined> {
    return one(tx, sql`key = ${key}`);
  }

  async byNames(tx: Tx, provider: ConnectedProvider, names: RequestNames): Promise<ProviderRequest | undefined> {
    const { requestId, reference, notifyHash } = names;
    const ways = [
      requestId === null ? undefined : sql`request_id = ${requestId}`,
      reference === null ? undefined : sql`reference = ${reference}`,
      notifyHash === null ? undefined : sql`notify_hash = ${notifyHash}`,
    ];
    for (const way of ways) {
      const found = way && (await one(tx, sql`provider = ${provider} and ${way}`));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async save(tx: Tx, request: ProviderRequest): Promise<void> {
    const { numUpdatedRows } = await transactionOf<RequestTables>(tx)
      .updateTable('provider_requests')
      .set(changeable(request))
      .where('key', '=', request.key)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} provider requests instead of one`);
  }

  async heard(tx: Tx, notice: HeardNotice): Promise<boolean> {
    const { provider, digest, connectionId, key, reference, outcome, amount, reason, trusted, receivedAt } = notice;
    const { numInsertedOrUpdatedRows } = await transactionOf<RequestTables>(tx)
      .insertInto('provider_notices')
      .values({
        ...{ tenant_id: tenantOf(tx), provider, digest, connection_id: connectionId, request_key: key, reference },
        ...{ outcome, amount: amount?.amount ?? null, currency: amount?.currency ?? null, reason, trusted },
        received_at: receivedAt,
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'provider', 'digest']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
}

async function one(tx: Tx, which: RawBuilder<unknown>): Promise<ProviderRequest | undefined> {
  const { rows } =
    await sql<RequestRow>`select * from provider_requests where ${which} limit 1 for no key update`.execute(
      transactionOf<RequestTables>(tx),
    );
  return rows[0] && toRequest(rows[0]);
}

function changeable(request: ProviderRequest) {
  const { connectionId, amount, state, reference, receipt, notifyHash, paymentUrl, doubtful, askedAt } = request;
  return {
    ...{ connection_id: connectionId, amount: amount.amount, currency: amount.currency, state, reference, receipt },
    ...{ notify_hash: notifyHash, payment_url: paymentUrl, doubtful, asked_at: askedAt },
  };
}

function toRequest(row: RequestRow): ProviderRequest {
  return {
    key: row.key,
    provider: row.provider,
    requestId: row.request_id,
    connectionId: row.connection_id as ConnectionId,
    amount: money(Number(row.amount), row.currency),
    state: row.state,
    reference: row.reference,
    receipt: row.receipt,
    notifyHash: row.notify_hash,
    paymentUrl: row.payment_url,
    doubtful: row.doubtful,
    askedAt: row.asked_at,
  };
}
