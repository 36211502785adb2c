import {
  Body,
  Controller,
  Get,
  Path,
  Post,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { MadeBatch, ProvisionDevices } from '../../application/provision-devices.js';
import type { ReadDevices } from '../../application/read-devices.js';
import type { BatchId } from '../../domain/link-code.js';
import type { ProvisioningBatch } from '../../domain/link-events.js';
import {
  toBatchResponse,
  toLinkCodeResponse,
  toMadeLinkCode,
  toRepeatedLinkCode,
  type MadeBatchResponse,
  type ProvisioningBatchDetails,
  type ProvisioningBatchResponse,
  type ProvisionDevicesRequest,
} from './link-dtos.js';
import type { ShowCodes } from './show-codes.js';

const HOURS_DEFAULT = 24;
const WITHDRAWN: Answer<ProvisioningBatch, ProvisioningBatchResponse> = { status: 200, render: toBatchResponse };

@Route('v1/{tenant}/pos/devices/provisioning-batches')
@Tags('Devices')
export class DeviceProvisioningController extends Controller {
  constructor(
    private readonly provision: ProvisionDevices,
    private readonly read: ReadDevices,
    private readonly show: ShowCodes,
  ) {
    super();
  }

  /** Makes up to 200 devices ready at once: a code for each, good only for the device that names its serial. Shown this once. */
  @Post()
  @Security('pos', ['devices:manage'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(404, 'device_outlet_not_found')
  @Response<Problem>(409, 'too_many_link_codes, secrets_not_configured')
  @Response<Problem>(422, 'provisioning_batch_invalid, card_data_not_allowed')
  make(
    @Path() tenant: string,
    @Body() body: ProvisionDevicesRequest,
    @Request() request: PosRequest,
  ): Promise<MadeBatchResponse> {
    const { at } = request.context;
    const made: Answer<MadeBatch, MadeBatchResponse> = {
      status: 201,
      location: ({ batch }) => `/v1/${tenant}/pos/devices/provisioning-batches/${batch.id}`,
      render: ({ batch, codes }) => {
        const shown = this.show.of(tenant, request);
        return { ...toBatchResponse(batch), devices: codes.map((code) => toMadeLinkCode(code, shown)) };
      },
      renderRepeat: ({ batch, codes }) => {
        return { ...toBatchResponse(batch), devices: codes.map((code) => toRepeatedLinkCode(code, at)) };
      },
    };
    const wishes = body.devices.map(({ outletId, ...wish }) => ({ ...wish, outletId: outletId as OutletId }));
    return answer(request, made, (context) => this.provision.execute(context, wishes, body.hours ?? HOURS_DEFAULT));
  }

  /** Shows a batch, and of each of its devices whether it is linked. */
  @Get('{batchId}')
  @Security('pos', ['devices:read'])
  @Response<Problem>(404, 'provisioning_batch_not_found')
  async detail(
    @Path('tenant') _tenant: string,
    @Path() batchId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ProvisioningBatchDetails> {
    const { batch, codes } = await this.read.batch(request.context, batchId);
    const { at } = request.context;
    return { ...toBatchResponse(batch), devices: codes.map((code) => toLinkCodeResponse(code, at)) };
  }

  /** Takes the codes of a batch back that nobody used; what was linked stays. */
  @Post('{batchId}/withdraw')
  @Security('pos', ['devices:manage'])
  @SuccessResponse(200, 'The batch')
  @Response<Problem>(404, 'provisioning_batch_not_found')
  @Response<Problem>(409, 'link_code_not_open')
  withdraw(
    @Path('tenant') _tenant: string,
    @Path() batchId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ProvisioningBatchResponse> {
    return answer(request, WITHDRAWN, (context) => this.provision.withdraw(context, batchId as BatchId));
  }
}
