import type { AuditEntry, ChainHead, ChainPages } from '../../modules/audit/index.js';
import type { ApiClient } from '../api-client.js';

/** An entry as the service shows it. */
export interface ShownEntry extends Omit<AuditEntry, 'at' | 'recordedAt'> {
  readonly at: string;
  readonly recordedAt: string;
}

interface Page {
  readonly data: readonly ShownEntry[];
  readonly nextCursor: string | null;
}

const PAGE = 200;

/** The tenant's chain as the service shows it, read to be verified here. */
export class ChainOverHttp implements ChainPages {
  /** Entries read so far. */
  read = 0;

  constructor(private readonly client: ApiClient) {}

  head(): Promise<ChainHead> {
    return this.client.json<ChainHead>({ method: 'GET', path: '/audit/head' });
  }

  async *pages(): AsyncGenerator<readonly AuditEntry[]> {
    for (let cursor: string | null = ''; cursor !== null;) {
      const after = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page = await this.client.json<Page>({ method: 'GET', path: `/audit?limit=${PAGE}${after}` });
      cursor = page.nextCursor;
      this.read += page.data.length;
      yield page.data.map(toEntry);
    }
  }
}

function toEntry({ at, recordedAt, ...entry }: ShownEntry): AuditEntry {
  return { ...entry, at: new Date(at), recordedAt: new Date(recordedAt) };
}
