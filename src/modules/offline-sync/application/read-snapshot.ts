import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { CHUNK_RECORDS, GROWING_SECTIONS, type SectionChunk, type WholeSection } from '../domain/snapshot.js';
import { isKnown, type RowPosition, type SnapshotPosition, type SyncPosition } from '../domain/sync-position.js';
import type { SyncPlace } from '../ports/master-data.js';
import type { MasterData } from './master-data.js';

/** A part of a snapshot. */
export interface SnapshotPart {
  readonly number: number;
  /** How many there will be, about: what is added meanwhile may make one more. */
  readonly of: number;
  readonly sections: readonly SectionChunk[];
  /** `null` with the last part. */
  readonly next: SnapshotPosition | null;
  /** From where changes are to be asked for, with the last part. */
  readonly position: SyncPosition | null;
}

/** Where in the growing sections a part begins or goes on. */
type Place = Pick<SnapshotPosition, 'section' | 'after'>;
const [FIRST_SECTION] = GROWING_SECTIONS;

/**
 * Reads all that a device sells from, in parts of about CHUNK_RECORDS. Each part is a transaction of its own and costs the same,
 * however large the catalogue. What changes between two parts comes again with the changes since the beginning: nothing is missed,
 * and what comes twice does no harm.
 */
export class ReadSnapshot {
  constructor(
    private readonly transactor: Transactor,
    private readonly data: MasterData,
    private readonly seconds: () => number,
  ) {}

  /**
   * @param from `null`: from the beginning.
   * @throws Refusal `cursor_gone` for a part of another database, outlet or device; those of `SyncPlaces`.
   */
  part(context: RequestContext, outletId: OutletId | undefined, from: SnapshotPosition | null): Promise<SnapshotPart> {
    return this.transactor.read(context, async (tx) => {
      const caller = await this.data.places.callerOf(tx, context.principal, outletId);
      const place = await this.data.places.placeOf(tx, caller);
      const { marks, lineage } = await this.data.marks.read(tx);
      const base = this.data.baseOf(context.tenantId, caller, lineage);
      if (from !== null && !isKnown(from.position, base, marks)) throw new Refusal<'cursor_gone'>('cursor_gone');
      return from === null ? this.begin(tx, place, { base, marks }) : this.goOn(tx, place, from, []);
    });
  }

  private async begin(tx: Tx, place: SyncPlace, of: Pick<SyncPosition, 'base' | 'marks'>): Promise<SnapshotPart> {
    const sections: SectionChunk[] = [];
    const digests: Partial<Record<WholeSection, string>> = {};
    for (const source of this.data.whole) {
      const { chunk, digest } = await this.data.read(tx, source, place);
      digests[source.section] = digest;
      sections.push(chunk);
    }
    let records = sections.reduce((sum, section) => sum + section.records.length, 0);
    const rows: Record<string, RowPosition> = {};
    for (const source of this.data.growing) {
      rows[source.section] = { revision: of.marks[source.mark], after: null };
      records += await source.size(tx, place);
    }
    const position = { ...of, comparedAt: this.seconds(), digests, rows } as SyncPosition;
    const parts = Math.max(1, Math.ceil(records / CHUNK_RECORDS));
    return this.goOn(tx, place, { position, number: 1, of: parts, section: FIRST_SECTION, after: null }, sections);
  }

  private async goOn(
    tx: Tx,
    place: SyncPlace,
    { position, number, of, ...from }: SnapshotPosition,
    sections: SectionChunk[],
  ): Promise<SnapshotPart> {
    const room = CHUNK_RECORDS - sections.reduce((sum, { records }) => sum + records.length, 0);
    const stopped = await this.fill(tx, place, from, Math.max(1, room), sections);
    const shown = { number, of: Math.max(of, stopped === null ? number : number + 1), sections };
    if (stopped === null) return { ...shown, of: number, next: null, position };
    return { ...shown, next: { position, number: number + 1, of: shown.of, ...stopped }, position: null };
  }

  /** Reads on until the part is full. @returns where the next one begins; `null` when nothing is left. */
  private async fill(tx: Tx, place: SyncPlace, from: Place, room: number, into: SectionChunk[]): Promise<Place | null> {
    let left = room;
    let { after } = from;
    for (const source of this.data.from(from.section)) {
      if (left === 0) return { section: source.section, after };
      const page = await source.page(tx, place, after, left);
      if (page.records.length > 0) into.push({ section: source.section, records: page.records } as SectionChunk);
      if (page.after !== null) return { section: source.section, after: page.after };
      left -= page.records.length;
      after = null;
    }
    return null;
  }
}
