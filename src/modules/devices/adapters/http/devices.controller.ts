import {
  Body,
  Controller,
  Patch,
  Path,
  Post,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { Id } from '../../../../kernel/ids.js';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ChangeDevice } from '../../application/change-device.js';
import type { HoldDevice } from '../../application/hold-device.js';
import type { DeviceChanges } from '../../domain/device-lifecycle.js';
import type { Device } from '../../domain/device.js';
import {
  toDeviceResponse,
  type ChangeDeviceRequest,
  type DeviceResponse,
  type DeviceReasonRequest,
  type UnlinkDeviceRequest,
} from './device-dtos.js';

const SHOWN: Answer<Device, DeviceResponse> = { status: 200, render: toDeviceResponse, etag: ({ version }) => version };
@Route('v1/{tenant}/pos/devices')
@Tags('Devices')
export class DevicesController extends Controller {
  constructor(
    private readonly change: ChangeDevice,
    private readonly hold: HoldDevice,
  ) {
    super();
  }

  /** Renames a device, moves it to another outlet, or changes when it locks by itself. */
  @Patch('{deviceId}')
  @Security('pos', ['devices:manage'])
  @Response<Problem>(404, 'device_not_found, device_outlet_not_found')
  @Response<Problem>(409, 'device_unlinked, device_has_queue')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  edit(
    @Path('tenant') _tenant: string,
    @Path() deviceId: Uuid,
    @Body() body: ChangeDeviceRequest,
    @Request() request: PosRequest,
  ): Promise<DeviceResponse> {
    const expected = expectedVersion(request);
    const changes = definedOf(body) as DeviceChanges;
    return answer(request, SHOWN, (context) => this.change.execute(context, idOf(deviceId), changes, expected));
  }

  /** Locks a device from afar: at once it may only say how it is, and its screen locks with its next sign of life. */
  @Post('{deviceId}/lock')
  @Security('pos', ['devices:manage'])
  @SuccessResponse(200, 'The locked device')
  @Response<Problem>(404, 'device_not_found')
  @Response<Problem>(409, 'device_locked, device_unlinked')
  @Response<Problem>(422, 'card_data_not_allowed')
  lock(
    @Path('tenant') _tenant: string,
    @Path() deviceId: Uuid,
    @Body() body: DeviceReasonRequest,
    @Request() request: PosRequest,
  ): Promise<DeviceResponse> {
    const wish = { deviceId: idOf(deviceId), reason: body.reason };
    return answer(request, SHOWN, (context) => this.hold.lock(context, wish));
  }

  /** Lets a locked device work again. */
  @Post('{deviceId}/unlock')
  @Security('pos', ['devices:manage'])
  @SuccessResponse(200, 'The device')
  @Response<Problem>(404, 'device_not_found')
  @Response<Problem>(409, 'device_not_locked, device_unlinked')
  @Response<Problem>(422, 'card_data_not_allowed')
  unlock(
    @Path('tenant') _tenant: string,
    @Path() deviceId: Uuid,
    @Body() body: DeviceReasonRequest,
    @Request() request: PosRequest,
  ): Promise<DeviceResponse> {
    const wish = { deviceId: idOf(deviceId), reason: body.reason };
    return answer(request, SHOWN, (context) => this.hold.unlock(context, wish));
  }

  /** Ends the link for good, as for a device that was stolen. While entries wait on it, only with `force`. */
  @Post('{deviceId}/unlink')
  @Security('pos', ['devices:manage'])
  @SuccessResponse(200, 'The unlinked device')
  @Response<Problem>(404, 'device_not_found')
  @Response<Problem>(409, 'device_has_queue, device_unlinked')
  @Response<Problem>(422, 'card_data_not_allowed')
  unlink(
    @Path('tenant') _tenant: string,
    @Path() deviceId: Uuid,
    @Body() body: UnlinkDeviceRequest,
    @Request() request: PosRequest,
  ): Promise<DeviceResponse> {
    const wish = { deviceId: idOf(deviceId), reason: body.reason };
    return answer(request, SHOWN, (context) => this.hold.unlink(context, wish, body.force === true));
  }

  /** Ends the alarm that there are two of a device: somebody has looked, and the machine that was heard last is the right one. */
  @Post('{deviceId}/clear-suspicion')
  @Security('pos', ['devices:manage'])
  @SuccessResponse(200, 'The device')
  @Response<Problem>(404, 'device_not_found')
  @Response<Problem>(409, 'device_not_suspect, device_unlinked')
  @Response<Problem>(422, 'card_data_not_allowed')
  clearSuspicion(
    @Path('tenant') _tenant: string,
    @Path() deviceId: Uuid,
    @Body() body: DeviceReasonRequest,
    @Request() request: PosRequest,
  ): Promise<DeviceResponse> {
    const wish = { deviceId: idOf(deviceId), reason: body.reason };
    return answer(request, SHOWN, (context) => this.hold.clearSuspicion(context, wish));
  }
}

type Defined<Given> = { [Name in keyof Given]?: Exclude<Given[Name], undefined> };

/** What was given: a member that is absent is not one that is undefined. */
function definedOf<Given extends object>(given: Given): Defined<Given> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<Given>;
}

function idOf(deviceId: Uuid): Id<'device'> {
  return deviceId as Id<'device'>;
}
