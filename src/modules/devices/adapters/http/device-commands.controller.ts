import {
  Body,
  Controller,
  Delete,
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
import type { Id } from '../../../../kernel/ids.js';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ReadDevices } from '../../application/read-devices.js';
import type { CommandWish, SendCommand } from '../../application/send-command.js';
import type { CommandId, DeviceCommand } from '../../domain/device-command.js';
import {
  toCommandResponse,
  type DeviceCommandRequest,
  type DeviceCommandResponse,
  type DeviceMessageRequest,
  type DeviceReasonRequest,
} from './device-dtos.js';

const SENT: Answer<DeviceCommand, DeviceCommandResponse> = { status: 201, render: toCommandResponse };
const WITHDRAWN: Answer<DeviceCommand, DeviceCommandResponse> = { status: 200, render: toCommandResponse };

@Route('v1/{tenant}/pos/devices/{deviceId}')
@Tags('Devices')
export class DeviceCommandsController extends Controller {
  constructor(
    private readonly send: SendCommand,
    private readonly read: ReadDevices,
  ) {
    super();
  }

  /** Shows a text on the device. */
  @Post('messages')
  @Security('pos', ['devices:manage'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(404, 'device_not_found')
  @Response<Problem>(409, 'device_unlinked, too_many_device_commands')
  @Response<Problem>(422, 'card_data_not_allowed')
  message(
    @Path('tenant') _tenant: string,
    @Path() deviceId: Uuid,
    @Body() body: DeviceMessageRequest,
    @Request() request: PosRequest,
  ): Promise<DeviceCommandResponse> {
    return this.sent(request, { ...wishOf(deviceId), kind: 'message', text: body.text });
  }

  /** Signs out whoever is signed in to the device. Its queue stays. */
  @Post('sign-out')
  @Security('pos', ['devices:manage'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(404, 'device_not_found')
  @Response<Problem>(409, 'device_unlinked, too_many_device_commands')
  @Response<Problem>(422, 'card_data_not_allowed')
  signOut(
    @Path('tenant') _tenant: string,
    @Path() deviceId: Uuid,
    @Body() body: DeviceReasonRequest,
    @Request() request: PosRequest,
  ): Promise<DeviceCommandResponse> {
    return this.sent(request, { ...wishOf(deviceId), kind: 'sign_out', reason: body.reason });
  }

  /** Has the device fetch its configuration anew, or update its program when no basket is open. */
  @Post('commands')
  @Security('pos', ['devices:manage'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(404, 'device_not_found')
  @Response<Problem>(409, 'device_unlinked, too_many_device_commands')
  @Response<Problem>(422, 'card_data_not_allowed')
  command(
    @Path('tenant') _tenant: string,
    @Path() deviceId: Uuid,
    @Body() body: DeviceCommandRequest,
    @Request() request: PosRequest,
  ): Promise<DeviceCommandResponse> {
    return this.sent(request, { ...wishOf(deviceId), kind: body.kind, reason: body.reason ?? null });
  }

  /** Lists what the device was to do, newest first. */
  @Get('commands')
  @Security('pos', ['devices:read'])
  @Response<Problem>(404, 'device_not_found')
  async list(
    @Path('tenant') _tenant: string,
    @Path() deviceId: Uuid,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<DeviceCommandResponse>> {
    const page = pageOf(limit, cursor, ['uuid']);
    const after = page.after?.[0] as string | undefined;
    const query = { limit: page.limit, ...(after !== undefined && { after }) };
    const commands = await this.read.commands(request.context, deviceId, query);
    return listResponse(commands, page.limit, toCommandResponse, ({ id }) => [id]);
  }

  /** Takes back what waits for the device. */
  @Delete('commands/{commandId}')
  @Security('pos', ['devices:manage'])
  @Response<Problem>(404, 'device_not_found, device_command_not_found')
  @Response<Problem>(409, 'device_command_not_pending, device_unlinked')
  withdraw(
    @Path('tenant') _tenant: string,
    @Path() deviceId: Uuid,
    @Path() commandId: Uuid,
    @Request() request: PosRequest,
  ): Promise<DeviceCommandResponse> {
    return answer(request, WITHDRAWN, (context) =>
      this.send.withdraw(context, deviceId as Id<'device'>, commandId as CommandId),
    );
  }

  private sent(request: PosRequest, wish: CommandWish): Promise<DeviceCommandResponse> {
    return answer(request, SENT, (context) => this.send.execute(context, wish));
  }
}

function wishOf(deviceId: Uuid): Pick<CommandWish, 'deviceId' | 'text' | 'reason'> {
  return { deviceId: deviceId as Id<'device'>, text: null, reason: null };
}
