import {
  GROWING_SECTIONS,
  recordKey,
  WHOLE_SECTIONS,
  type Section,
  type SectionChange,
  type SectionChunk,
  type SectionRecords,
} from '../../../src/modules/offline-sync/domain/snapshot.js';

/** Every section there is. One that the service has and this program does not know is left alone. */
export const SECTIONS: readonly Section[] = [...WHOLE_SECTIONS, ...GROWING_SECTIONS];

/** What a change did to one section. */
export interface SectionTouched<Name extends Section = Section> {
  readonly section: Name;
  /** True: nothing of what was there before counts any more. */
  readonly replaced: boolean;
  readonly put: readonly SectionRecords[Name][];
  readonly gone: readonly SectionRecords[Name][];
  /** Keys of all records that were put or are gone. */
  readonly keys: readonly string[];
}

type Records = { readonly [Name in Section]: Map<string, SectionRecords[Name]> };

/** The records of a book as the service sent them, by section and key. */
export class BookRecords {
  private readonly sections = Object.fromEntries(SECTIONS.map((name) => [name, new Map()])) as unknown as Records;

  /** The records of a section by their keys. */
  of<Name extends Section>(section: Name): ReadonlyMap<string, SectionRecords[Name]> {
    return this.sections[section];
  }

  /** The record of a section that has one; `undefined` where it has none. */
  one<Name extends Section>(section: Name): SectionRecords[Name] | undefined {
    for (const record of this.sections[section].values()) return record;
    return undefined;
  }

  /** Adds records of a snapshot; those of a section that this program does not know are left alone. */
  add({ section, records }: SectionChunk): void {
    const kept = this.sections[section] as Map<string, object> | undefined;
    if (kept === undefined) return;
    for (const record of records) kept.set(recordKey(section, record as never), record);
  }

  /** Makes a change. @returns what it came to; `undefined` for a section that this program does not know. */
  apply<Name extends Section>(
    change: Extract<SectionChange, { readonly section: Name }>,
  ): SectionTouched<Name> | undefined {
    const section: Name = change.section;
    if (!SECTIONS.includes(section)) return undefined;
    const kept: Map<string, SectionRecords[Name]> = this.sections[section];
    const records = change.records as readonly SectionRecords[Name][];
    const put = new Map(records.map((record) => [recordKey(section, record), record]));
    const left = change.replace ? [...kept.keys()].filter((key) => !put.has(key)) : change.removed;
    const gone: SectionRecords[Name][] = [];
    for (const key of left) {
      const record = kept.get(key);
      if (record !== undefined) gone.push(record);
      kept.delete(key);
    }
    for (const [key, record] of put) kept.set(key, record);
    return { section, replaced: change.replace, put: [...put.values()], gone, keys: [...left, ...put.keys()] };
  }
}
