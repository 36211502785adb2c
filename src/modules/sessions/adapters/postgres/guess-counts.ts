import { sql } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../../kernel/ids.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { CountPlace, CountScope } from '../../domain/guessing.js';
import type { KeptCount } from '../../domain/session-events.js';
import type { GuessCounts, LockQuery, LockViews } from '../../ports/guess-counts.js';

interface CountRow {
  readonly key: string;
  readonly id: string;
  readonly scope: CountScope;
  readonly person_id: string | null;
  readonly device_id: string | null;
  readonly outlet_id: string | null;
  readonly wrong: number;
  readonly recent: readonly Date[];
  readonly day: string | null;
  readonly locked_until: Date | null;
  readonly tried_at: Date;
  readonly version: number;
}

interface CountTables {
  sign_in_counts: CountRow;
}

const COLUMNS = `key, id, scope, person_id, device_id, outlet_id, wrong, recent, to_char(day, 'YYYY-MM-DD') as day, locked_until,
  tried_at, version`;
// In the order of their keys, so that of two that need the same rows one waits for the other and never both.
const MAKE = `insert into sign_in_counts (tenant_id, key, id, scope, person_id, device_id, wrong, recent, tried_at, version)
  select $1, key, id, scope, person_id, device_id, 0, '{}', $3, 0
    from json_to_recordset($2) as wish (key text, id uuid, scope text, person_id uuid, device_id uuid)
   order by key on conflict (tenant_id, key) do nothing`;
const LOCK = `select ${COLUMNS} from sign_in_counts where key = any($1) order by key for update`;
const FIND = `select ${COLUMNS} from sign_in_counts where id = $1 for update`;
const SAVE = `update sign_in_counts c set wrong = n.wrong, recent = n.recent, day = n.day, locked_until = n.locked_until,
    tried_at = n.tried_at, outlet_id = n.outlet_id, version = n.version
  from json_populate_recordset(null::sign_in_counts, $1) n where c.key = n.key`;

/** Counts of wrong tries in PostgreSQL. */
export class PostgresGuessCounts implements GuessCounts {
  constructor(private readonly ids: IdSource) {}

  async lock(tx: Tx, places: readonly CountPlace[], at: Date): Promise<readonly KeptCount[]> {
    const wishes = places.map((place) => ({
      ...{ key: keyOf(place), id: this.ids.next<'sign-in'>(), scope: place.scope },
      ...{ person_id: place.personId, device_id: place.deviceId },
    }));
    await runPrepared(tx, 'sign_in_counts_make', MAKE, [tenantOf(tx), JSON.stringify(wishes), at]);
    const rows = await runPrepared<CountRow>(tx, 'sign_in_counts_lock', LOCK, [wishes.map(({ key }) => key)]);
    const found = new Map(rows.map((row) => [row.key, row]));
    return wishes.map(({ key }) => toCount(there(found.get(key), key)));
  }

  async find(tx: Tx, id: string): Promise<KeptCount | undefined> {
    const [row] = await runPrepared<CountRow>(tx, 'sign_in_count_find', FIND, [id]);
    return row && toCount(row);
  }

  async save(tx: Tx, counts: readonly KeptCount[]): Promise<void> {
    await runPrepared(tx, 'sign_in_counts_save', SAVE, [JSON.stringify(counts.map(fromCount))]);
  }
}

/** Reads about locks; row security confines them to the tenant, the query to the caller's outlets. */
export class PostgresLockViews implements LockViews {
  constructor(private readonly transactor: Transactor) {}

  locks(context: RequestContext, query: LockQuery): Promise<readonly KeptCount[]> {
    return this.transactor.read(context, async (tx) => {
      const { scope, personId, deviceId, limit, after } = query;
      let select = transactionOf<CountTables>(tx)
        .selectFrom('sign_in_counts')
        .select(['key', 'id', 'scope', 'person_id', 'device_id', 'outlet_id', 'wrong', 'recent', 'locked_until'])
        .select(['tried_at', 'version', sql<string | null>`to_char(day, 'YYYY-MM-DD')`.as('day')])
        .where('locked_until', '>', context.at)
        .orderBy('locked_until', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      const { outlets } = context.principal;
      if (outlets !== undefined) select = select.where('outlet_id', 'in', [...outlets, NOWHERE]);
      if (scope !== undefined) select = select.where('scope', '=', scope);
      if (personId !== undefined) select = select.where('person_id', '=', personId);
      if (deviceId !== undefined) select = select.where('device_id', '=', deviceId);
      if (after !== undefined)
        select = select.where(sql<boolean>`(locked_until, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
      return (await select.execute()).map(toCount);
    });
  }
}

const NOWHERE = '00000000-0000-0000-0000-000000000000';

function keyOf({ scope, personId, deviceId }: CountPlace): string {
  if (scope === 'device') return `device:${String(deviceId)}`;
  return scope === 'account' ? `person:${String(personId)}` : `person:${String(personId)}@${deviceId ?? 'office'}`;
}

function there(row: CountRow | undefined, key: string): CountRow {
  if (row === undefined) throw new Error(`the count ${key} was made and is not there`);
  return row;
}

function toCount(row: CountRow): KeptCount {
  return {
    ...{ id: row.id, scope: row.scope, personId: row.person_id, deviceId: row.device_id, wrong: row.wrong },
    ...{ recent: row.recent, day: row.day, lockedUntil: row.locked_until, triedAt: row.tried_at },
    ...{ outletId: row.outlet_id as OutletId | null, version: row.version },
  };
}

function fromCount(count: KeptCount): CountRow {
  const { id, scope, wrong, recent, day, version } = count;
  return {
    ...{ key: keyOf(count), id, scope, wrong, recent, day, version },
    ...{ person_id: count.personId, device_id: count.deviceId, outlet_id: count.outletId },
    ...{ locked_until: count.lockedUntil, tried_at: count.triedAt },
  };
}
