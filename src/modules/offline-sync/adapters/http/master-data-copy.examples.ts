import type { Answer } from '../../../../../test/harness/service.js';
import { recordKey, type Section, type SectionChange, type SectionChunk } from '../../domain/snapshot.js';

/** Asks below `/v1/{tenant}/pos`. */
export type Ask = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;

type Records = Map<string, object>;

/** What a device keeps, as simple as can be: records by section and key. */
export class MasterDataCopy {
  private readonly sections = new Map<Section, Records>();
  cursor = '';
  etag = '';
  /** Chunks and pages that were fetched. */
  fetched = 0;

  constructor(
    private readonly ask: Ask,
    /** Empty of a device. */
    private readonly outletId?: string,
  ) {}

  /** Fetches a snapshot. @param between runs after each chunk. */
  async load(between: (chunk: number) => Promise<void> = () => Promise.resolve()): Promise<this> {
    this.sections.clear();
    for (let next: string | null = ''; next !== null;) {
      const { body } = await this.fetch(`/sync/snapshot?${next === '' ? '' : `chunk=${next}&`}${this.place()}`);
      for (const chunk of body.sections as SectionChunk[]) this.put(chunk);
      this.cursor = body.cursor ?? '';
      next = body.nextChunk;
      await between(body.chunk.number);
    }
    return this;
  }

  /** Fetches what has changed until there is no more. @returns the sections that came. */
  async follow(limit = 2_000): Promise<Section[]> {
    const came: Section[] = [];
    for (let more = true; more;) {
      const answer = await this.fetch(`/sync/changes?cursor=${this.cursor}&limit=${limit}&${this.place()}`);
      const { body } = answer;
      for (const change of body.changes as SectionChange[]) {
        this.apply(change);
        came.push(change.section);
      }
      this.cursor = body.cursor;
      this.etag = answer.headers.get('etag') ?? '';
      more = body.more;
    }
    return came;
  }

  /** Records by section and key, entries without a version left out as a device may. */
  shown(): Record<string, Record<string, object>> {
    const versions = new Set(
      this.of('pricebooks').flatMap((book) => (book as { versions: { id: string }[] }).versions.map(({ id }) => id)),
    );
    const kept = [...this.sections].map(([section, records]) => {
      const some = [...records].filter(([key]) => section !== 'pricebookEntries' || versions.has(key.slice(0, 36)));
      return [section, Object.fromEntries(some.sort(([a], [b]) => (a < b ? -1 : 1)))] as const;
    });
    return Object.fromEntries(kept.filter(([, records]) => Object.keys(records).length > 0));
  }

  /** Records of a section. */
  of(section: Section): object[] {
    return [...(this.sections.get(section)?.values() ?? [])];
  }

  private async fetch(path: string): Promise<Answer> {
    this.fetched += 1;
    const answer = await this.ask(path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer;
  }

  private place(): string {
    return this.outletId === undefined ? '' : `outletId=${this.outletId}`;
  }

  private apply(change: SectionChange): void {
    if (change.replace) this.sections.delete(change.section);
    this.put(change);
    for (const key of change.removed) this.sections.get(change.section)?.delete(key);
  }

  private put({ section, records }: SectionChunk): void {
    const known = this.sections.get(section) ?? new Map<string, object>();
    for (const record of records) known.set(recordKey(section, record as never), record);
    this.sections.set(section, known);
  }
}
