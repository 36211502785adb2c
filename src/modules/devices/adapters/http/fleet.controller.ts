import { Controller, Get, Path, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { answered, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ReadDevices } from '../../application/read-devices.js';
import type { ServeDevice } from '../../application/serve-device.js';
import type { SetDeviceSettings } from '../../application/set-device-settings.js';
import type { FleetDevice } from '../../ports/device-views.js';
import {
  toDeviceResponse,
  toFleetDeviceResponse,
  toHappeningResponse,
  type DeviceBindingDto,
  type DeviceHappeningResponse,
  type DeviceHealthDto,
  type DeviceKindDto,
  type DeviceResponse,
  type DeviceSearch,
  type DeviceStatusDto,
  type FleetDeviceResponse,
} from './device-dtos.js';
import { POLICY_SHOWN, type DevicePolicyResponse } from './device-policy.controller.js';
import {
  toBatchResponse,
  toLinkCodeResponse,
  type LinkCodeResponse,
  type LinkCodeStatusDto,
  type ProvisioningBatchResponse,
} from './link-dtos.js';

const FLEET: Answer<FleetDevice, FleetDeviceResponse> = {
  ...{ status: 200, render: toFleetDeviceResponse },
  etag: ({ device }) => device.version,
};

/** What can be read of devices. Words stand before ids, here and in the order of routes, or a word would be taken for an id. */
@Route('v1/{tenant}/pos/devices')
@Tags('Devices')
export class FleetController extends Controller {
  constructor(
    private readonly read: ReadDevices,
    private readonly serve: ServeDevice,
    private readonly settings: SetDeviceSettings,
  ) {
    super();
  }

  /** Lists the devices of the outlets that the caller acts for, by name, with how they are. */
  @Get()
  @Security('pos', ['devices:read'])
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() kind?: DeviceKindDto,
    @Query() status?: DeviceStatusDto,
    @Query() health?: DeviceHealthDto,
    @Query() binding?: DeviceBindingDto,
    @Query() q?: DeviceSearch,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<FleetDeviceResponse>> {
    const page = pageOf(limit, cursor, ['text', 'uuid']);
    const query = {
      ...(outletId !== undefined && { outletId: outletId as OutletId }),
      ...(kind !== undefined && { kind }),
      ...(status !== undefined && { status }),
      ...(health !== undefined && { health }),
      ...(binding !== undefined && { binding }),
      ...(q !== undefined && { q }),
      ...(page.after !== undefined && { after: page.after as [string, string] }),
      limit: page.limit,
    };
    const devices = await this.read.fleet(request.context, query);
    return listResponse(devices, page.limit, toFleetDeviceResponse, ({ device }) => [device.name, device.id]);
  }

  /** Shows the calling device itself. */
  @Get('self')
  @Security('pos', ['devices:self'])
  @Response<Problem>(403, 'not_a_device')
  async self(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<DeviceResponse> {
    return toDeviceResponse((await this.serve.self(request.context)).device);
  }

  /** Shows what holds for all devices of the business. */
  @Get('policy')
  @Security('pos', ['devices:read'])
  async policy(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<DevicePolicyResponse> {
    return answered(request, POLICY_SHOWN, await this.settings.policy(request.context));
  }

  /** Lists codes, newest first; never their texts. Those of batches are with their batch. */
  @Get('link-codes')
  @Security('pos', ['devices:read'])
  async linkCodes(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: LinkCodeStatusDto,
    @Query() outletId?: Uuid,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<LinkCodeResponse>> {
    const { limit: size, ...after } = pageOfIds(limit, cursor);
    const { at } = request.context;
    const query = {
      ...(status !== undefined && { status }),
      ...(outletId !== undefined && { outletId: outletId as OutletId }),
      ...{ ...after, limit: size },
    };
    const codes = await this.read.linkCodes(request.context, query);
    const show = (code: (typeof codes)[number]): LinkCodeResponse => toLinkCodeResponse(code, at);
    return listResponse(codes, size, show, ({ id }) => [id]);
  }

  /** Lists batches, newest first. */
  @Get('provisioning-batches')
  @Security('pos', ['devices:read'])
  async batches(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ProvisioningBatchResponse>> {
    const page = pageOfIds(limit, cursor);
    const batches = await this.read.batches(request.context, page);
    return listResponse(batches, page.limit, toBatchResponse, ({ id }) => [id]);
  }

  /** Shows a device and how it is. */
  @Get('{deviceId}')
  @Security('pos', ['devices:read'])
  @Response<Problem>(404, 'device_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() deviceId: Uuid,
    @Request() request: PosRequest,
  ): Promise<FleetDeviceResponse> {
    return answered(request, FLEET, await this.read.one(request.context, deviceId));
  }

  /** Shows what happened to a device, newest first. */
  @Get('{deviceId}/timeline')
  @Security('pos', ['devices:read'])
  @Response<Problem>(404, 'device_not_found')
  async timeline(
    @Path('tenant') _tenant: string,
    @Path() deviceId: Uuid,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<DeviceHappeningResponse>> {
    const page = pageOf(limit, cursor, ['number']);
    const after = page.after?.[0] as number | undefined;
    const query = { limit: page.limit, ...(after !== undefined && { after }) };
    const happenings = await this.read.timeline(request.context, deviceId, query);
    return listResponse(happenings, page.limit, toHappeningResponse, ({ sequence }) => [sequence]);
  }
}

/** A page of a list that is in the order of ids. @throws Refusal `cursor_invalid`. */
function pageOfIds(limit: number | undefined, cursor: string | undefined): { limit: number; after?: string } {
  const page = pageOf(limit, cursor, ['uuid']);
  const after = page.after?.[0] as string | undefined;
  return { limit: page.limit, ...(after !== undefined && { after }) };
}
