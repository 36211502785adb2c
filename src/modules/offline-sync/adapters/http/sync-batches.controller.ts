import { Body, Controller, Path, Post, Request, Response, Route, Security, SuccessResponse, Tags } from '@tsoa/runtime';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { BatchReport } from '../../application/batch-report.js';
import type { TakeBatch } from '../../application/take-batch.js';
import { batchFrom, toBatchResponse, type SendBatchRequest, type SendBatchResponse } from './sync-batch-dtos.js';

const TAKEN: Answer<BatchReport, SendBatchResponse> = { status: 200, render: toBatchResponse };

@Route('v1/{tenant}/pos/sync/batches')
@Tags('Offline sync')
export class SyncBatchesController extends Controller {
  constructor(private readonly takeBatch: TakeBatch) {
    super();
  }

  /**
   * Takes a part of a device's queue. Each entry is handled by itself, in the order of their numbers, and answered for by itself:
   * one that cannot take effect holds up only what depends on it. What came before is not taken twice, however often it is sent and
   * by whom. A device sends its own queue (`sync:upload`, also while it is locked, and with a licence that is withdrawn); another's
   * takes `sync:relay`.
   */
  @Post()
  @SuccessResponse(200, 'Taken')
  @Security('pos', [])
  @Response<Problem>(404, 'sync_device_not_found')
  @Response<Problem>(409, 'sync_in_progress')
  @Response<Problem>(422, 'batch_too_large, sync_key_missing')
  send(
    @Path('tenant') _tenant: string,
    @Body() body: SendBatchRequest,
    @Request() request: PosRequest,
  ): Promise<SendBatchResponse> {
    return answer(request, TAKEN, (context) => this.takeBatch.execute(context, batchFrom(body)));
  }
}
