import type { Writable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import { AnswerReplayed, type Idempotency, type RequestContext, type StoredAnswer } from '../../kernel/context.js';
import type { TenantId } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { TransactionRefusal, Transactor, Tx } from '../../kernel/transaction.js';
import { brokenConstraint, DatabaseUnavailable, isConnectionLost, tookTooLong, wasUndone } from './database-errors.js';
import type { InsertShape } from './deferred-inserts.js';
import type { TransactionObserver } from './transaction-observer.js';
import { PostgresTx } from './transaction.js';

interface KeyRow {
  tenant_id: string;
  key: string;
  fingerprint: string;
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}
const KEY_SHAPE: InsertShape<KeyRow> = {
  table: 'idempotency_keys',
  columns: ['tenant_id', 'key', 'fingerprint', 'status', 'headers', 'body'],
};
const KEY_CONSTRAINT = 'idempotency_keys_pkey';

/** The stored answer, if the key has one, and the revisions of master data. */
type BeginRow = [
  fingerprint: string | null,
  status: number | null,
  headers: string | null,
  body: string | null,
  catalogRevision: number,
  outletsRevision: number,
  pricingRevision: number,
];
const BEGIN = {
  name: 'begin_request',
  // The driver copies an object for each row of named columns, which costs more than all else it does for this one.
  rowMode: 'array' as const,
  text: 'select fingerprint, status, headers, body, catalog_revision, outlets_revision, pricing_revision from begin_request($1, $2)',
};

/** Waits between tries of a transaction whose connection broke; together below the 3 s in which a caller hears 503 (G12). */
const RETRY_WAITS_MS = [20, 60, 150, 300, 600, 900];
const DEADLINE_MS = 3_000;

/** Thrown to the retry loop only: the same request committed first in another process. */
class KeyTaken extends Error {}

/** Runs use cases in PostgreSQL transactions; docs/decisions/0004 tells why idempotency lives here. */
export class PostgresTransactor implements Transactor {
  private readonly running = new Set<string>();

  constructor(
    private readonly pool: Pool,
    private readonly observer: TransactionObserver,
    private readonly wait: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  ) {}

  async run<Result>(context: RequestContext, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const { idempotency } = context;
    if (idempotency === undefined) return this.persist(context, work);
    const inFlight = `${context.tenantId} ${idempotency.key}`;
    if (this.running.has(inFlight))
      throw new Refusal<TransactionRefusal>('idempotency_key_in_use', { retryAfterSeconds: 1 });
    this.running.add(inFlight);
    try {
      return await this.persist(context, work);
    } finally {
      this.running.delete(inFlight);
    }
  }

  async read<Result>(
    { tenantId }: Pick<RequestContext, 'tenantId'>,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    return this.retrying(true, () =>
      this.within({ tenantId }, 'begin isolation level repeatable read read only', async (tx) => {
        const result = await work(tx.asTx());
        await tx.client.query('commit');
        return result;
      }),
    );
  }

  private async persist<Result>(context: RequestContext, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    // After a lost connection nobody knows whether the commit arrived. With a key, asking again is harmless and tells.
    const repeatable = context.idempotency !== undefined;
    return this.retrying(repeatable, (progress) => this.attempt(context, work, progress));
  }

  private async attempt<Result>(
    context: RequestContext,
    work: (tx: Tx) => Promise<Result>,
    progress: Progress,
  ): Promise<Result> {
    const { idempotency } = context;
    try {
      return await this.within({ ...context, context }, 'begin', async (tx) => {
        const result = await work(tx.asTx());
        if (idempotency !== undefined) appendKey(tx, idempotency, idempotency.answered(result));
        progress.committing = true;
        await commit(tx);
        if (tx.addedEvents) this.observer.eventsCommitted?.();
        return result;
      });
    } catch (error) {
      if (error instanceof KeyTaken) throw await this.replayOf(context);
      // Refusals found while committing are left to the use case, which alone knows whether the caller's own id explains them.
      if (idempotency !== undefined && error instanceof Refusal && !progress.committing && isAboutTheRequest(error)) {
        await this.storeRefusal(context, idempotency, error);
      }
      throw error;
    }
  }

  private async storeRefusal(context: RequestContext, idempotency: Idempotency, refusal: Refusal): Promise<void> {
    const answer = idempotency.refused(refusal);
    // Rights may be given, and the same request come again with a second person's approval (G1).
    if (answer.status === 401 || answer.status === 403) return;
    try {
      await this.within({ ...context, context }, 'begin', async (tx) => {
        appendKey(tx, idempotency, answer);
        await commit(tx);
      });
    } catch (error) {
      if (error instanceof KeyTaken) throw await this.replayOf(context);
      throw error;
    }
  }

  /** What the other process stored: beginning again under the key finds it and throws it. */
  private async replayOf(context: RequestContext): Promise<Error> {
    try {
      await this.within({ ...context, context }, 'begin', async (tx) => void (await tx.client.query('rollback')));
    } catch (error) {
      return error as Error;
    }
    return new Error('an idempotency key was taken, yet it is not there');
  }

  /** Begins under the tenant and hands over the transaction, unless the key has an answer already. Ends the connection's loan. */
  private async within<Result>(
    scope: Scope,
    begin: string,
    work: (tx: PostgresTx) => Promise<Result>,
  ): Promise<Result> {
    const { tenantId, idempotency, context } = scope;
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      const row = await beginRequest(client, begin, tenantId, idempotency?.key ?? null);
      if (idempotency !== undefined && row !== undefined && row[0] !== null) throw this.answerOf(row, idempotency);
      const [, , , , catalog = 0, outlets = 0, pricing = 0] = row ?? [];
      const revisions = { catalog, outlets, pricing };
      return await work(new PostgresTx(client, tenantId, revisions, context));
    } catch (error) {
      broken = isConnectionLost(error) ? (error as Error) : await rollback(client);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private answerOf([fingerprint, status, headers, body]: BeginRow, idempotency: Idempotency): Error {
    if (fingerprint !== idempotency.fingerprint) return new Refusal<TransactionRefusal>('idempotency_key_reused');
    this.observer.replayed();
    return new AnswerReplayed({
      status: status as number,
      headers: JSON.parse(headers as string) as Record<string, string>,
      body: body as string,
    });
  }

  private async retrying<Result>(
    repeatable: boolean,
    attempt: (progress: Progress) => Promise<Result>,
  ): Promise<Result> {
    const startedMs = performance.now();
    for (let round = 0; ; round++) {
      const progress: Progress = { committing: false };
      const attemptMs = performance.now();
      try {
        return await attempt(progress);
      } catch (error) {
        const reason = reasonToRetry(error);
        if (reason === undefined) throw error;
        const wait = RETRY_WAITS_MS[round];
        // A database that hangs takes as long to fail the next time: then there is no time left to try.
        const nowMs = performance.now();
        const late = nowMs - startedMs + (nowMs - attemptMs) > DEADLINE_MS;
        const unknown = reason === 'connection_lost' && progress.committing && !repeatable;
        if (wait === undefined || late || unknown) throw new DatabaseUnavailable(error);
        this.observer.retried(reason);
        await this.wait(wait * (0.5 + Math.random() / 2));
      }
    }
  }
}

/** Why the same work may be run again, if it may. @throws DatabaseUnavailable when the database is too busy for another try. */
function reasonToRetry(error: unknown): 'undone' | 'connection_lost' | undefined {
  if (tookTooLong(error)) throw new DatabaseUnavailable(error);
  if (wasUndone(error)) return 'undone';
  return isConnectionLost(error) ? 'connection_lost' : undefined;
}

interface Progress {
  committing: boolean;
}

interface Scope {
  readonly tenantId: TenantId;
  readonly idempotency?: Idempotency | undefined;
  readonly context?: RequestContext;
}

/** Begins and asks in one round trip: both statements are sent before the first answer comes. */
async function beginRequest(
  client: PoolClient,
  begin: string,
  tenantId: TenantId,
  key: string | null,
): Promise<BeginRow | undefined> {
  const [begun, asked] = sentTogether(
    client,
    () => [client.query(begin), client.query<BeginRow>({ ...BEGIN, values: [tenantId, key] })] as const,
  );
  await settled([begun, asked]);
  return (await asked).rows[0];
}

/** Sends what is pending and the commit in one round trip; PostgreSQL turns the commit into a rollback if something fails. */
async function commit(tx: PostgresTx): Promise<void> {
  const statements = tx.deferred.take();
  const sent = sentTogether(tx.client, () => [
    ...statements.map(({ name, text, values }) => tx.client.query({ name, text, values: values as string[] })),
    tx.client.query('commit'),
  ]);
  try {
    await settled(sent);
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === KEY_CONSTRAINT) throw new KeyTaken();
    throw (constraint === undefined ? undefined : tx.deferred.refusalFor(constraint)) ?? error;
  }
  if ((await sent.at(-1))?.command !== 'COMMIT')
    throw new Error('the transaction was rolled back where it should commit');
}

/** Lets statements leave in one packet: the driver would otherwise write to the socket once for each. */
function sentTogether<Sent>(client: PoolClient, send: () => Sent): Sent {
  const { stream } = (client as unknown as { connection: { stream: Pick<Writable, 'cork' | 'uncork'> } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

/** Waits for all, then fails with the first failure: a rejection that nobody awaits would end the process. */
async function settled(sent: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(sent)) if (result.status === 'rejected') throw result.reason;
}

async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    // The pool must not lend this connection again: handing the error to release() closes it.
    return error as Error;
  }
}

function appendKey(tx: PostgresTx, { key, fingerprint }: Idempotency, answer: StoredAnswer): void {
  tx.deferred.add(KEY_SHAPE, [{ tenant_id: tx.tenantId, key, fingerprint, ...answer }]);
}

// Not about it is what the key itself is refused for, and what asks to come again later: the same request may then succeed (G1).
function isAboutTheRequest({ code, facts }: Refusal): boolean {
  if (code === 'idempotency_key_in_use' || code === 'idempotency_key_reused') return false;
  return typeof facts['retryAfterSeconds'] !== 'number';
}
