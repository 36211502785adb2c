import type { RequestContext } from '../../../kernel/context.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { CountPlace, CountScope } from '../domain/guessing.js';
import type { KeptCount } from '../domain/session-events.js';

/** Where wrong tries are counted: in the database, so that neither a restart nor the loss of a cache forgets them. */
export interface GuessCounts {
  /**
   * The counts of these places, made where there are none, locked until the transaction ends; in the order that was asked for.
   * All who need several lock them in the same order.
   */
  lock(tx: Tx, places: readonly CountPlace[], at: Date): Promise<readonly KeptCount[]>;
  /** One by its id, locked until the transaction ends. */
  find(tx: Tx, id: string): Promise<KeptCount | undefined>;
  save(tx: Tx, counts: readonly KeptCount[]): Promise<void>;
}

export interface LockQuery {
  readonly scope: CountScope | undefined;
  readonly personId: string | undefined;
  readonly deviceId: string | undefined;
  readonly limit: number;
  /** Position of the last one of the page before: until when it is locked, and its id. */
  readonly after: readonly [lockedUntil: string, id: string] | undefined;
}

/** Reads about locks. Nobody sees those of other outlets than theirs. */
export interface LockViews {
  /** What is locked now, the longest first, one more than the limit. */
  locks(context: RequestContext, query: LockQuery): Promise<readonly KeptCount[]>;
}
