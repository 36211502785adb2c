import {
  Body,
  Controller,
  Get,
  Path,
  Post,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import { calendarDaysFrom } from '../../../../platform/http/calendar-day.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { DecideOnEntry, EntryVerb } from '../../application/decide-on-entry.js';
import type { ShowSyncDevice } from '../../application/show-sync-device.js';
import type { EntryRecord, EntryRecordId } from '../../domain/entry-record.js';
import type { SyncViews } from '../../ports/sync-views.js';
import {
  toDeviceDetails,
  toDeviceResponse,
  toEntryDetails,
  toEntryResponse,
  type DecideOnEntryRequest,
  type QueuedEntryDetails,
  type QueuedEntryResponse,
  type SyncDay,
  type SyncDeviceDetails,
  type SyncDeviceResponse,
  type SyncEntryStatusDto,
} from './sync-entry-dtos.js';
import type { SyncEntryKind } from './sync-batch-dtos.js';

const DECIDED: Answer<EntryRecord, QueuedEntryResponse> = { status: 200, render: toEntryResponse };

@Route('v1/{tenant}/pos/sync')
@Tags('Offline sync')
export class SyncQueuesController extends Controller {
  constructor(
    private readonly views: SyncViews,
    private readonly decideOnEntry: DecideOnEntry,
    private readonly showDevice: ShowSyncDevice,
  ) {
    super();
  }

  /**
   * Lists entries of devices, the last received first.
   * @param from received then or later
   * @param to received before
   */
  @Get('entries')
  @Security('pos', ['sync:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async entries(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() deviceId?: Uuid,
    @Query() outletId?: Uuid,
    @Query() status?: SyncEntryStatusDto,
    @Query() kind?: SyncEntryKind,
    @Query() from?: Timestamp,
    @Query() to?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<QueuedEntryResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const entries = await this.views.entries(request.context, {
      ...{ deviceId, outletId, status, kind, limit: page.limit },
      from: from === undefined ? undefined : timeFrom(from, '/query/from'),
      to: to === undefined ? undefined : timeFrom(to, '/query/to'),
      after: page.after as [string, string] | undefined,
    });
    return listResponse(entries, page.limit, toEntryResponse, ({ receivedAt, id }) => [receivedAt.toISOString(), id]);
  }

  /** Shows an entry with what it says, how it was handled, and what it did not agree with. */
  @Get('entries/{entryId}')
  @Security('pos', ['sync:read'])
  @Response<Problem>(404, 'sync_entry_not_found')
  async entry(
    @Path('tenant') _tenant: string,
    @Path() entryId: Uuid,
    @Request() request: PosRequest,
  ): Promise<QueuedEntryDetails> {
    return toEntryDetails(await this.views.entry(request.context, entryId));
  }

  /** Has an entry tried again that is held or was refused. The answer is the decision; look at the entry to see how it ended. */
  @Post('entries/{entryId}/retry')
  @SuccessResponse(200, 'Decided')
  @Security('pos', ['sync:resolve'])
  @Response<Problem>(404, 'sync_entry_not_found')
  @Response<Problem>(409, 'sync_entry_not_waiting')
  @Response<Problem>(422, 'card_data_not_allowed')
  retry(
    @Path('tenant') _tenant: string,
    @Path() entryId: Uuid,
    @Body() body: DecideOnEntryRequest,
    @Request() request: PosRequest,
  ): Promise<QueuedEntryResponse> {
    return this.decide(request, 'retry', entryId, body);
  }

  /** Believes an entry in quarantine: it is tried as if nothing were wrong. The answer is the decision; look at the entry afterwards. */
  @Post('entries/{entryId}/release')
  @SuccessResponse(200, 'Decided')
  @Security('pos', ['sync:resolve'])
  @Response<Problem>(404, 'sync_entry_not_found')
  @Response<Problem>(409, 'sync_entry_not_waiting, sync_entry_superseded')
  @Response<Problem>(422, 'card_data_not_allowed')
  release(
    @Path('tenant') _tenant: string,
    @Path() entryId: Uuid,
    @Body() body: DecideOnEntryRequest,
    @Request() request: PosRequest,
  ): Promise<QueuedEntryResponse> {
    return this.decide(request, 'release', entryId, body);
  }

  /** Decides that an entry shall never take effect. It stays to be seen; what depends on it is refused. */
  @Post('entries/{entryId}/discard')
  @SuccessResponse(200, 'Decided')
  @Security('pos', ['sync:resolve'])
  @Response<Problem>(404, 'sync_entry_not_found')
  @Response<Problem>(409, 'sync_entry_not_waiting')
  @Response<Problem>(422, 'card_data_not_allowed')
  discard(
    @Path('tenant') _tenant: string,
    @Path() entryId: Uuid,
    @Body() body: DecideOnEntryRequest,
    @Request() request: PosRequest,
  ): Promise<QueuedEntryResponse> {
    return this.decide(request, 'discard', entryId, body);
  }

  /** Lists how the queues of devices fare: what has come, what is missing, and whether their clocks are right. */
  @Get('devices')
  @Security('pos', ['sync:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async devices(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<SyncDeviceResponse>> {
    const page = pageOf(limit, cursor, ['uuid']);
    const after = page.after?.[0] as string | undefined;
    const devices = await this.views.devices(request.context, { outletId, limit: page.limit, after });
    return listResponse(devices, page.limit, toDeviceResponse, ({ deviceId }) => [deviceId]);
  }

  /**
   * Shows how the queue of a device fares, and what it sold by business day, for comparing with its own sums.
   * @param from the first day; else six days before `to`
   * @param to the last day; else the running one. At most 92 days
   */
  @Get('devices/{deviceId}')
  @Security('pos', ['sync:read'])
  @Response<Problem>(404, 'sync_device_not_found')
  @Response<Problem>(422, 'sync_days_invalid')
  async device(
    @Path('tenant') _tenant: string,
    @Path() deviceId: Uuid,
    @Request() request: PosRequest,
    @Query() from?: SyncDay,
    @Query() to?: SyncDay,
  ): Promise<SyncDeviceDetails> {
    const days = calendarDaysFrom(from, to);
    return toDeviceDetails(await this.showDevice.execute(request.context, deviceId, days));
  }

  private decide(
    request: PosRequest,
    verb: EntryVerb,
    entryId: string,
    { reason }: DecideOnEntryRequest,
  ): Promise<QueuedEntryResponse> {
    const command = { id: entryId as EntryRecordId, verb, reason };
    return answer(request, DECIDED, (context) => this.decideOnEntry.execute(context, command));
  }
}
