import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../../../../kernel/refusal.js';
import type { RequestRefusal } from '../../../../platform/http/edge-problems.js';
import type { ImportFormat } from '../../domain/catalog-import.js';
import type { FileRow } from '../../domain/import-row.js';
import { csvRows } from './csv-rows.js';
import { jsonRows } from './json-rows.js';
import type { SpooledFile } from './spooled-file.js';

const TYPE = /^(text\/csv|application\/json)\s*(?:;\s*(?:charset\s*=\s*"?utf-8"?|header\s*=\s*"?present"?)\s*)*$/i;
const PEEKED = 4096;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The format that the request says its body has. @throws Refusal `unsupported_media_type`. */
export function formatOf(headers: IncomingHttpHeaders): ImportFormat {
  const type = TYPE.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase();
  if (type === undefined || (headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new Refusal<RequestRefusal>('unsupported_media_type', { accepts: 'text/csv or application/json' });
  }
  return type === 'text/csv' ? 'csv' : 'json';
}

/** The rows of a file that was received. */
export async function* rowsOf(file: SpooledFile, format: ImportFormat): AsyncGenerator<FileRow> {
  if (format === 'csv') {
    yield* csvRows(file.read(0));
    return;
  }
  const head = await file.peek(PEEKED);
  const start = head.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  yield* jsonRows(file.read(start), head.toString('utf8', start).trimStart().startsWith('['));
}
