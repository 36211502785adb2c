import { CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { DatabaseConnection, Driver, QueryResult } from 'kysely';
import type { PoolClient } from 'pg';
import type { RequestContext } from '../../kernel/context.js';
import type { TenantId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/transaction.js';
import { DeferredInserts, type CommitStatement, type InsertShape } from './deferred-inserts.js';

/** Which revision of a tenant's master data this transaction sees; a cache of another revision is stale. */
export interface MasterDataRevisions {
  readonly catalog: number;
  readonly outlets: number;
  /** Pricebooks, promotions, modifiers and combos. */
  readonly pricing: number;
}

/** What a `Tx` really is. Made by the transactor alone. */
export class PostgresTx {
  readonly deferred = new DeferredInserts();
  /** Set by the outbox: the log will have more to read once this commits. */
  addedEvents = false;
  private builder: Kysely<unknown> | undefined;

  constructor(
    readonly client: PoolClient,
    readonly tenantId: TenantId,
    readonly revisions: MasterDataRevisions,
    /** Absent in transactions that only read. */
    readonly context: RequestContext | undefined,
  ) {}

  kysely<Tables>(): Kysely<Tables> {
    this.builder ??= new Kysely<unknown>({ dialect: dialectOver(this.client) });
    return this.builder as Kysely<Tables>;
  }

  asTx(): Tx {
    return this as unknown as Tx;
  }
}

/** The query builder over the transaction's connection, limited by type to the tables of the caller's module. */
export function transactionOf<Tables>(tx: Tx): Kysely<Tables> {
  return inside(tx).kysely<Tables>();
}

/** Adds rows when the transaction ends, in one statement with all others. Use for what nothing in this transaction reads. */
export function appendRows<Row extends object>(tx: Tx, shape: InsertShape<Row>, rows: readonly Row[]): void {
  inside(tx).deferred.add(shape, rows);
}

/**
 * Runs a statement with the commit, before the rows of `appendRows`: for what must hold at that moment, and for changes of rows
 * that are locked. Statements run in the order in which they were given.
 */
export function runAtCommit(tx: Tx, statement: CommitStatement): void {
  inside(tx).deferred.addStatement(statement);
}

/** Takes note that the transaction adds events, for whoever waits for them. */
export function noteEvents(tx: Tx): void {
  inside(tx).addedEvents = true;
}

/** The tenant this transaction is confined to. */
export function tenantOf(tx: Tx): TenantId {
  return inside(tx).tenantId;
}

/** The operation this transaction belongs to. @throws Error in a transaction that only reads. */
export function contextOf(tx: Tx): RequestContext {
  const { context } = inside(tx);
  if (context === undefined) throw new Error('a transaction that only reads has nothing to record');
  return context;
}

/** The revision of the tenant's master data at the beginning of this transaction. */
export function revisionsOf(tx: Tx): MasterDataRevisions {
  return inside(tx).revisions;
}

/** Runs a statement that is prepared once per connection: for hot paths, where building a query costs more than running it. */
export async function runPrepared<Row>(tx: Tx, name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await inside(tx).client.query({ name, text, values: values as unknown[] });
  return rows as Row[];
}

function inside(tx: Tx): PostgresTx {
  if (!(tx instanceof PostgresTx)) throw new TypeError('this transaction was not begun by the PostgreSQL transactor');
  return tx;
}

function dialectOver(client: PoolClient) {
  const driver = new OneConnectionDriver(client);
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** Lets kysely speak over a connection that it neither opens nor closes, in a transaction that it neither begins nor ends. */
class OneConnectionDriver implements Driver {
  constructor(private readonly client: PoolClient) {}

  async init(): Promise<void> {}
  async destroy(): Promise<void> {}
  async releaseConnection(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return { executeQuery: (query) => this.execute(query), streamQuery: refuseStreaming };
  }

  async beginTransaction(): Promise<void> {
    throw new Error('a transaction is running: use cases begin them through the transactor');
  }
  async commitTransaction(): Promise<void> {
    throw new Error('only the transactor commits');
  }
  async rollbackTransaction(): Promise<void> {
    throw new Error('only the transactor rolls back');
  }

  private async execute<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.client.query({ text: query.sql, values: query.parameters as unknown[] });
    return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowCount ?? 0) };
  }
}

function refuseStreaming(): never {
  throw new Error('results are paged, not streamed');
}
