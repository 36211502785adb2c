import { Controller, Get, Path, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ReplicaReading } from '../../application/replica-reading.js';
import {
  toEntriesResponse,
  toManifestResponse,
  type HubEntriesResponse,
  type HubManifestResponse,
  type HubRowsResponse,
} from './replica-dtos.js';

/**
 * Number of an entry.
 * @isInt must be an integer
 * @minimum 1
 * @maximum 2147483647
 */
type EntryNumber = number;

/**
 * Name of a table.
 * @pattern ^[a-z_]{1,63}$ must be a name
 */
type TableName = string;

@Route('v1/{tenant}/pos/sync/replica')
@Tags('Shop hub')
export class ReplicaController extends Controller {
  constructor(private readonly reading: ReplicaReading) {
    super();
  }

  /**
   * Tells a hub how everything stands: a digest of each table that it copies, and how far the entries of its devices have come. While
   * nothing has changed this is all that it asks.
   */
  @Get()
  @Security('pos', ['sync:relay'])
  @Response<Problem>(403, 'hub_required')
  async manifest(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<HubManifestResponse> {
    return toManifestResponse(await this.reading.manifest(request.context));
  }

  /**
   * Gives a hub the rows of a table, a thousand at a time, each as JSON text. No secrets are among them.
   * @param after `next` of the page before
   */
  @Get('rows')
  @Security('pos', ['sync:relay'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(403, 'hub_required')
  @Response<Problem>(422, 'replica_table_unknown')
  async rows(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() table: TableName,
    @Query() after?: string,
  ): Promise<HubRowsResponse> {
    const { rows, next } = await this.reading.page(request.context, table, after ?? null);
    return { rows: [...rows], next };
  }

  /**
   * Gives a hub the entries that a device of its outlet sent to the cloud itself, as they were sealed; a hundred at most.
   * @param from first number
   * @param to last number
   */
  @Get('entries')
  @Security('pos', ['sync:relay'])
  @Response<Problem>(403, 'hub_required')
  async entries(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() deviceId: Uuid,
    @Query() from: EntryNumber,
    @Query() to: EntryNumber,
  ): Promise<HubEntriesResponse> {
    return toEntriesResponse(await this.reading.entries(request.context, deviceId, from, to));
  }
}
