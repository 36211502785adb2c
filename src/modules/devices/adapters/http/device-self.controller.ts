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
import { answered, type Answer } from '../../../../platform/http/answering.js';
import { etagOf } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom } from '../../../../platform/http/values.js';
import type { Heartbeat, HeartbeatAnswer, RecordSignOfLife } from '../../application/record-sign-of-life.js';
import type { NumberedConfiguration, RotatedToken, ServeDevice } from '../../application/serve-device.js';
import { toConfigurationResponse, type DeviceConfigurationResponse } from './configuration-dto.js';
import type { RulesOf } from './device-rules.js';
import {
  toHeartbeat,
  type DeviceHeartbeatRequest,
  type DeviceHeartbeatResponse,
  type RotatedDeviceTokenResponse,
} from './heartbeat-dto.js';

const HEARD: Answer<HeartbeatAnswer, DeviceHeartbeatResponse> = { status: 200, render: toHeartbeat };
const CONFIGURED: Answer<NumberedConfiguration, DeviceConfigurationResponse> = {
  status: 200,
  render: ({ device: { receiptSeries }, configuration, revision, nextReceipt: nextReceiptNumber }) =>
    toConfigurationResponse(configuration, revision, { receiptSeries, nextReceiptNumber }),
  etag: ({ revision }) => revision,
};
const ROTATED: Answer<RotatedToken, RotatedDeviceTokenResponse> = {
  status: 200,
  render: ({ token, oldUntil }) => ({ token, oldUntil: oldUntil.toISOString() }),
};

@Route('v1/{tenant}/pos/devices/self')
@Tags('Devices')
export class DeviceSelfController extends Controller {
  constructor(
    private readonly signs: RecordSignOfLife,
    private readonly serve: ServeDevice,
    private readonly rules: RulesOf,
  ) {
    super();
  }

  /** Says that the device lives and how it is, once a minute or so, and hears what it is to do. Needs no Idempotency-Key. */
  @Post('heartbeats')
  @Security('pos', ['devices:self'])
  @SuccessResponse(200, 'What the device is to do')
  @Response<Problem>(403, 'not_a_device')
  @Response<Problem>(409, 'device_unlinked')
  async heartbeat(
    @Path('tenant') _tenant: string,
    @Body() body: DeviceHeartbeatRequest,
    @Request() request: PosRequest,
  ): Promise<DeviceHeartbeatResponse> {
    const heartbeat = heartbeatFrom(body);
    return answered(request, HEARD, await this.signs.execute(request.context, heartbeat, this.rules(request)));
  }

  /** Shows what the device works by. With `If-None-Match` and the revision that it has: 304 while nothing has changed. */
  @Get('configuration')
  @Security('pos', ['devices:self'])
  @Response(304, 'Nothing has changed')
  @Response<Problem>(403, 'not_a_device')
  async configuration(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
  ): Promise<DeviceConfigurationResponse | undefined> {
    const configured = await this.serve.configuration(request.context, this.rules(request));
    const etag = etagOf(configured.revision);
    if (!isKnown(request.headers['if-none-match'], etag)) return answered(request, CONFIGURED, configured);
    this.setHeader('ETag', etag);
    this.setStatus(304);
    return undefined;
  }

  /** Gives the device a new token. The old one is good for a day more, as the answer may get lost. Needs no Idempotency-Key. */
  @Post('token')
  @Security('pos', ['devices:self'])
  @SuccessResponse(200, 'The new token, this once')
  @Response<Problem>(403, 'not_a_device')
  @Response<Problem>(409, 'device_unlinked')
  async rotate(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<RotatedDeviceTokenResponse> {
    return answered(request, ROTATED, await this.serve.rotate(request.context));
  }
}

function isKnown(header: string | undefined, etag: string): boolean {
  const known = header?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? [];
  return known.includes(etag) || known.includes('*');
}

function heartbeatFrom(body: DeviceHeartbeatRequest): Heartbeat {
  const { appVersion, queueDepth, oldestQueuedAt, battery, charging, deviceTime, network, lastSyncAt } = body;
  const { fingerprint, configurationRevision, acknowledged } = body;
  const timeOf = (text: string | null | undefined, pointer: string): Date | null =>
    text == null ? null : timeFrom(text, pointer);
  return {
    ...{ appVersion, queueDepth, battery: battery ?? null, charging: charging ?? null, fingerprint },
    oldestQueuedAt: timeOf(oldestQueuedAt, '/oldestQueuedAt'),
    deviceTime: timeFrom(deviceTime, '/deviceTime'),
    lastSyncAt: timeOf(lastSyncAt, '/lastSyncAt'),
    network: network ?? null,
    configurationRevision: configurationRevision ?? null,
    acknowledged: acknowledged ?? [],
  };
}
