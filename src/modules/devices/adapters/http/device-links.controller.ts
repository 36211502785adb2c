import {
  Body,
  Controller,
  Delete,
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
import type { MadeLinkCode, MakeLinkCode } from '../../application/make-link-code.js';
import type { LinkCode, LinkCodeId } from '../../domain/link-code.js';
import type { ShowCodes } from './show-codes.js';
import {
  toLinkCodeResponse,
  toMadeLinkCode,
  toRepeatedLinkCode,
  type LinkCodeResponse,
  type MadeLinkCodeResponse,
  type MakeLinkCodeRequest,
} from './link-dtos.js';

@Route('v1/{tenant}/pos/devices/link-codes')
@Tags('Devices')
export class DeviceLinksController extends Controller {
  constructor(
    private readonly codes: MakeLinkCode,
    private readonly show: ShowCodes,
  ) {
    super();
  }

  /** Makes a code that links one device, to be typed or scanned within ten minutes. It is shown this once. */
  @Post()
  @Security('pos', ['devices:manage'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(404, 'device_outlet_not_found')
  @Response<Problem>(409, 'too_many_link_codes, secrets_not_configured')
  @Response<Problem>(422, 'card_data_not_allowed')
  make(
    @Path() tenant: string,
    @Body() body: MakeLinkCodeRequest,
    @Request() request: PosRequest,
  ): Promise<MadeLinkCodeResponse> {
    const { outletId, kind, name, serial = null } = body;
    const { at } = request.context;
    const made: Answer<MadeLinkCode, MadeLinkCodeResponse> = {
      status: 201,
      render: (result) => toMadeLinkCode(result, this.show.of(tenant, request)),
      renderRepeat: (result) => toRepeatedLinkCode(result, at),
    };
    const wish = { outletId: outletId as OutletId, kind, name, serial };
    return answer(request, made, (context) => this.codes.execute(context, wish));
  }

  /** Takes a code back that nobody used. */
  @Delete('{linkCodeId}')
  @Security('pos', ['devices:manage'])
  @Response<Problem>(404, 'link_code_not_found')
  @Response<Problem>(409, 'link_code_not_open')
  withdraw(
    @Path('tenant') _tenant: string,
    @Path() linkCodeId: Uuid,
    @Request() request: PosRequest,
  ): Promise<LinkCodeResponse> {
    const { at } = request.context;
    const withdrawn: Answer<LinkCode, LinkCodeResponse> = {
      status: 200,
      render: (code) => toLinkCodeResponse(code, at),
    };
    return answer(request, withdrawn, (context) => this.codes.withdraw(context, linkCodeId as LinkCodeId));
  }
}
