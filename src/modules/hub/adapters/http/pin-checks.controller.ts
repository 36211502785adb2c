import { Body, Controller, Path, Post, Request, Response, Route, Security, SuccessResponse, Tags } from '@tsoa/runtime';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { CheckPinForHub } from '../../application/check-pin-for-hub.js';

/**
 * Digits.
 * @pattern ^\d{4,8}$ must be four to eight digits
 */
type TypedDigits = string;

export interface CheckPinRequest {
  /** Where somebody typed it. */
  deviceId: Uuid;
  personId: Uuid;
  pin: TypedDigits;
}

export interface CheckPinResponse {
  right: boolean;
}

@Route('v1/{tenant}/pos/sync/pin-checks')
@Tags('Shop hub')
export class PinChecksController extends Controller {
  constructor(private readonly checkPin: CheckPinForHub) {
    super();
  }

  /**
   * Checks, for a hub, a PIN that somebody typed at a device of its outlet. Tries count and lock there as when they sign in; a wrong one is
   * refused, told of and audited as any.
   */
  @Post()
  @SuccessResponse(200, 'Right')
  @Security('pos', ['sync:relay'])
  @Response<Problem>(401, 'credentials_refused')
  @Response<Problem>(403, 'hub_required, sign_in_closed')
  @Response<Problem>(404, 'hub_device_not_found')
  @Response<Problem>(423, 'sign_in_locked')
  @Response<Problem>(503, 'overloaded, secrets_not_configured')
  async check(
    @Path('tenant') _tenant: string,
    @Body() body: CheckPinRequest,
    @Request() request: PosRequest,
  ): Promise<CheckPinResponse> {
    const { deviceId, personId, pin } = body;
    await this.checkPin.execute(request.context, deviceId, personId, pin);
    this.setStatus(200);
    return { right: true };
  }
}
