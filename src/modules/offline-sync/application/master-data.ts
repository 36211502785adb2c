import type { TenantId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import {
  GROWING_SECTIONS,
  WHOLE_SECTIONS,
  type GrowingSection,
  type SectionChunk,
  type WholeSection,
} from '../domain/snapshot.js';
import type { AnyGrowingSource, AnyWholeSource, Digest, SyncMarks, SyncPlace } from '../ports/master-data.js';
import type { SyncCaller, SyncPlaces } from './sync-place.js';

/** A small section and what tells it from another. */
export interface ReadSection {
  readonly chunk: SectionChunk;
  readonly digest: string;
}

/** Where master data come from, and what tells one copy of them from another. */
export interface MasterDataUse {
  readonly whole: readonly AnyWholeSource[];
  readonly growing: readonly AnyGrowingSource[];
  readonly places: SyncPlaces;
  readonly marks: SyncMarks;
  readonly digest: Digest;
}

/** All sections, by name. */
export class MasterData {
  readonly whole: readonly AnyWholeSource[];
  readonly growing: readonly AnyGrowingSource[];

  /** @throws Error where a section has no source. */
  constructor(private readonly use: MasterDataUse) {
    this.whole = WHOLE_SECTIONS.map((name) => sourceOf(use.whole, name));
    this.growing = GROWING_SECTIONS.map((name) => sourceOf(use.growing, name));
  }

  get places(): SyncPlaces {
    return this.use.places;
  }

  get marks(): SyncMarks {
    return this.use.marks;
  }

  /** Of whom a position is, and in which database. */
  baseOf(tenantId: TenantId, { outletId, deviceId }: SyncCaller, lineage: string): string {
    return this.use.digest(JSON.stringify([lineage, tenantId, outletId, deviceId]));
  }

  /** Reads a small section. */
  async read(tx: Tx, source: AnyWholeSource, place: SyncPlace): Promise<ReadSection> {
    const records = await source.read(tx, place);
    const compared: unknown = source.compared?.(records as never) ?? records;
    const chunk = { section: source.section, records } as SectionChunk;
    return { chunk, digest: this.use.digest(JSON.stringify(compared)) };
  }

  /** The source of a section and those that come after it in a snapshot. */
  from(section: GrowingSection): readonly AnyGrowingSource[] {
    return this.growing.slice(GROWING_SECTIONS.indexOf(section));
  }
}

function sourceOf<Source extends { readonly section: WholeSection | GrowingSection }>(
  sources: readonly Source[],
  section: Source['section'],
): Source {
  const found = sources.find((source) => source.section === section);
  if (found === undefined) throw new Error(`nothing tells what is in the section ${section}`);
  return found;
}
