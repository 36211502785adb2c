import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { isUuid } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { answered, answering, type Answer } from '../../../../platform/http/answering.js';
import { readBytes } from '../../../../platform/http/body.js';
import type { RequestRefusal } from '../../../../platform/http/edge-problems.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { RawRoute } from '../../../../platform/http/raw-route.js';
import { badValue } from '../../../../platform/http/values.js';
import type { ExportEntries } from '../../application/export-entries.js';
import type { ImportedEntries, ImportEntries } from '../../application/import-entries.js';
import { LIMITS, type PricebookId } from '../../domain/pricebook.js';
import { CSV_HEADER, entryRowsOf, toCsvLines } from './entry-csv.js';
import { onBook } from './pricebook-answers.js';
import { toImportResponse, type PricebookImportResponse } from './pricebook-responses.js';

const CSV_TYPE = /^text\/csv\s*(?:;\s*(?:charset\s*=\s*"?utf-8"?|header\s*=\s*"?present"?)\s*)*$/i;
/** 50,000 rows of the longest SKUs, and room. */
const FILE_LIMITS = { bytes: 8 * 1024 * 1024, timeoutMs: 120_000 };
/** A file is held whole, so only so many at a time. */
const FILES_AT_ONCE = 4;
const VERSION_NUMBER = /^[1-9]\d{0,5}$/;

const IMPORTED: Answer<ImportedEntries, PricebookImportResponse> = {
  status: 200,
  render: toImportResponse,
  etag: ({ book }) => book.revision,
};

/** `POST …/pricebooks/{pricebookId}/draft/import`: rows of a CSV file become entries of the draft, in one transaction. */
export class EntryImportRoute implements RawRoute {
  readonly method = 'post';
  readonly path = '/v1/{tenant}/pos/pricebooks/{pricebookId}/draft/import';
  readonly permission = 'pricebooks:write';
  private files = 0;

  constructor(private readonly importEntries: ImportEntries) {}

  readonly handler = async (request: PosRequest, response: Response): Promise<void> => {
    const id = pricebookIdOf(request);
    assertCsv(request);
    answering(request, IMPORTED); // a key that is missing is told before a long upload, not after it
    if (this.files >= FILES_AT_ONCE) throw new Refusal<RequestRefusal>('overloaded');
    this.files += 1;
    try {
      const file = await readBytes(request, FILE_LIMITS);
      request.body = { sha256: hash('sha256', file, 'hex') }; // what the key's fingerprint is made of
      const rows = await entryRowsOf(file, LIMITS.entries);
      const context = answering(request, IMPORTED);
      const imported = await this.importEntries.execute(context, { ...onBook(id, request), rows });
      response.json(answered(request, IMPORTED, imported));
    } finally {
      this.files -= 1;
    }
  };
}

/** `GET …/pricebooks/{pricebookId}/versions/{number}/export`: the entries of a version as a CSV file, as it is read. */
export class EntryExportRoute implements RawRoute {
  readonly method = 'get';
  readonly path = '/v1/{tenant}/pos/pricebooks/{pricebookId}/versions/{number}/export';
  readonly permission = 'pricebooks:read';

  constructor(private readonly exportEntries: ExportEntries) {}

  readonly handler = async (request: PosRequest, response: Response): Promise<void> => {
    const [id, number] = [pricebookIdOf(request), versionNumberOf(request)];
    const pages = this.exportEntries.execute(request.context, id, number);
    const first = await pages.next(); // what is not there is told before the head goes out
    response.setHeader('Content-Type', 'text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', `attachment; filename="pricebook-${id}-${number}.csv"`);
    const lines = async function* (): AsyncGenerator<string> {
      yield CSV_HEADER;
      if (first.done !== true) yield toCsvLines(first.value);
      for await (const page of pages) yield toCsvLines(page);
    };
    await pipeline(Readable.from(lines()), response);
  };
}

function pricebookIdOf(request: PosRequest): PricebookId {
  const { pricebookId } = request.params;
  if (typeof pricebookId !== 'string' || !isUuid(pricebookId))
    throw badValue('/path/pricebookId', 'must be a UUID in lower case');
  return pricebookId as PricebookId;
}

function versionNumberOf(request: PosRequest): number {
  const { number } = request.params;
  if (typeof number !== 'string' || !VERSION_NUMBER.test(number))
    throw badValue('/path/number', 'must be the number of a version');
  return Number(number);
}

function assertCsv({ headers }: PosRequest): void {
  if (CSV_TYPE.test(headers['content-type'] ?? '') && (headers['content-encoding'] ?? 'identity') === 'identity')
    return;
  throw new Refusal<RequestRefusal>('unsupported_media_type', { accepts: 'text/csv' });
}
