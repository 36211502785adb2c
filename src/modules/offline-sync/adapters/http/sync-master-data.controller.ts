import { hash } from 'node:crypto';
import { Controller, Get, Path, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ReadChanges } from '../../application/read-changes.js';
import type { ReadSnapshot } from '../../application/read-snapshot.js';
import { CHUNK_RECORDS } from '../../domain/snapshot.js';
import {
  toChangesResponse,
  toSnapshotResponse,
  type SyncChangesResponse,
  type SyncSnapshotResponse,
} from './master-data-dto.js';
import { readChunk, readCursor } from './sync-tokens.js';

/**
 * Records of the large sections on a page of changes.
 * @isInt limit must be an integer
 * @minimum 1
 * @maximum 2000
 */
type ChangesLimit = number;

@Route('v1/{tenant}/pos/sync')
@Tags('Offline sync')
export class SyncMasterDataController extends Controller {
  constructor(
    private readonly snapshots: ReadSnapshot,
    private readonly changes: ReadChanges,
  ) {
    super();
  }

  /**
   * Gives all that a device sells from, in chunks of about 2,000 records: the business, its outlet, staff, tenders, drawers, prices,
   * promotions and items. What changes between two chunks comes again with the changes since the cursor of the last one.
   * @param chunk `nextChunk` of the chunk before; the first when absent
   * @param outletId the outlet that it is for: of a device its own, others name one
   */
  @Get('snapshot')
  @Security('pos', ['sync:master_data'])
  @Response<Problem>(404, 'sync_outlet_not_found')
  @Response<Problem>(410, 'cursor_gone')
  @Response<Problem>(422, 'sync_outlet_required')
  async snapshot(
    @Path() tenant: string,
    @Request() request: PosRequest,
    @Query() chunk?: string,
    @Query() outletId?: Uuid,
  ): Promise<SyncSnapshotResponse> {
    void tenant;
    const from = chunk === undefined ? null : readChunk(chunk);
    const part = await this.snapshots.part(request.context, outletId as OutletId | undefined, from);
    return toSnapshotResponse(part);
  }

  /**
   * Tells what has changed since a cursor: small sections whole, of large ones the records. With `If-None-Match` and the ETag of the
   * answer before: 304 while nothing has changed.
   * @param cursor `cursor` of a snapshot's last chunk, or of the answer before
   * @param limit records of the large sections; 2,000 when absent
   * @param outletId the outlet that it is for, as with the snapshot
   */
  @Get('changes')
  @Security('pos', ['sync:master_data'])
  @Response(304, 'Nothing has changed')
  @Response<Problem>(404, 'sync_outlet_not_found')
  @Response<Problem>(410, 'cursor_gone')
  @Response<Problem>(422, 'sync_outlet_required')
  async list(
    @Path() tenant: string,
    @Request() request: PosRequest,
    @Query() cursor: string,
    @Query() limit?: ChangesLimit,
    @Query() outletId?: Uuid,
  ): Promise<SyncChangesResponse | undefined> {
    void tenant;
    const since = readCursor(cursor);
    const outlet = outletId as OutletId | undefined;
    const page = toChangesResponse(await this.changes.since(request.context, outlet, since, limit ?? CHUNK_RECORDS));
    const etag = etagOf(page.cursor);
    this.setHeader('ETag', etag);
    const isNews = page.changes.length > 0 || page.more;
    if (isNews || !isKnown(request.headers['if-none-match'], etag)) return page;
    this.setStatus(304);
    return undefined;
  }
}

/** A copy is what its cursor says. */
function etagOf(cursor: string): string {
  return `"${hash('sha256', cursor, 'base64url').slice(0, 22)}"`;
}

function isKnown(header: string | undefined, etag: string): boolean {
  const known = header?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? [];
  return known.includes(etag);
}
