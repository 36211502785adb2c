import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { SectionChange, WholeSection } from '../domain/snapshot.js';
import {
  isDue,
  isKnown,
  isOld,
  isThrough,
  type Marks,
  type RowPosition,
  type SyncPosition,
} from '../domain/sync-position.js';
import type { SyncPlace } from '../ports/master-data.js';
import type { MasterData } from './master-data.js';

/** What has changed since a position. */
export interface ChangesPage {
  readonly changes: readonly SectionChange[];
  readonly position: SyncPosition;
  /** True: there is more; a copy is whole again when all of it was fetched. */
  readonly more: boolean;
}

type Rows = SyncPosition['rows'];

/** Tells devices what has changed. Where nothing has, it reads how far everything has moved and no more. */
export class ReadChanges {
  constructor(
    private readonly transactor: Transactor,
    private readonly data: MasterData,
    private readonly seconds: () => number,
  ) {}

  /**
   * @param limit about so many records of the large sections; small ones come whole, beside.
   * @throws Refusal `cursor_gone` for a position of another database, outlet or device, or of one that was restored; those of
   * `SyncPlaces`.
   */
  since(
    context: RequestContext,
    outletId: OutletId | undefined,
    since: SyncPosition,
    limit: number,
  ): Promise<ChangesPage> {
    return this.transactor.read(context, async (tx) => {
      const caller = await this.data.places.callerOf(tx, context.principal, outletId);
      const { marks, lineage } = await this.data.marks.read(tx);
      const base = this.data.baseOf(context.tenantId, caller, lineage);
      if (!isKnown(since, base, marks)) throw new Refusal<'cursor_gone'>('cursor_gone');
      if (this.isNothingNew(since, marks)) return { changes: [], position: since, more: false };
      const place = await this.data.places.placeOf(tx, caller);
      const small = await this.small(tx, place, since, marks);
      const grown = await this.grown(tx, place, since.rows, marks, limit);
      const position = { ...since, ...small.position, rows: grown.rows };
      return { changes: [...small.changes, ...grown.changes], position, more: grown.more };
    });
  }

  private isNothingNew(since: SyncPosition, marks: Marks): boolean {
    const { whole, growing } = this.data;
    return (
      whole.every((source) => !isDue(since, source.marks, marks, this.seconds())) &&
      growing.every(({ section, mark }) => isThrough(since.rows[section], marks[mark]))
    );
  }

  private async small(tx: Tx, place: SyncPlace, since: SyncPosition, marks: Marks) {
    const changes: SectionChange[] = [];
    const digests: Record<WholeSection, string> = { ...since.digests };
    const now = this.seconds();
    for (const source of this.data.whole) {
      if (!isDue(since, source.marks, marks, now)) continue;
      const { chunk, digest } = await this.data.read(tx, source, place);
      if (digest === digests[source.section]) continue;
      digests[source.section] = digest;
      changes.push({ ...chunk, replace: true, removed: [] });
    }
    const comparedAt = isOld(since, now) ? now : since.comparedAt;
    return { changes, position: { marks, digests, comparedAt } };
  }

  private async grown(tx: Tx, place: SyncPlace, since: Rows, marks: Marks, limit: number) {
    const changes: SectionChange[] = [];
    const rows: Record<string, RowPosition> = { ...since };
    let left = limit;
    let more = false;
    for (const source of this.data.growing) {
      const { section, mark } = source;
      if (isThrough(since[section], marks[mark])) continue;
      if (left <= 0) {
        more = true;
        break;
      }
      const { records, removed, position } = await source.changed(tx, place, since[section], left);
      const change = { section, replace: false, records, removed } as SectionChange;
      if (records.length + removed.length > 0) changes.push(change);
      left -= records.length + removed.length;
      more ||= position !== null;
      rows[section] = position ?? { revision: marks[mark], after: null };
    }
    return { changes, rows: rows as Rows, more };
  }
}
