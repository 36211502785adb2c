import { Body, Controller, Path, Post, Request, Response, Route, Security, SuccessResponse, Tags } from '@tsoa/runtime';
import { Refusal } from '../../../../kernel/refusal.js';
import type { DpopProofs } from '../../../../platform/dpop/dpop-proofs.js';
import { answered, type Answer } from '../../../../platform/http/answering.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { ActivateDevice, Binding, LinkedDevice } from '../../application/activate-device.js';
import type { RulesOf } from './device-rules.js';
import { toActivated, type ActivatedDeviceResponse, type ActivateDeviceRequest } from './link-dtos.js';

const LINKED: Answer<LinkedDevice, ActivatedDeviceResponse> = { status: 201, render: toActivated };

@Route('v1/{tenant}/pos/devices/activations')
@Tags('Devices')
export class DeviceActivationsController extends Controller {
  constructor(
    private readonly activate: ActivateDevice,
    private readonly proofs: DpopProofs,
    private readonly rules: RulesOf,
  ) {
    super();
  }

  /**
   * Links the calling device by a code that somebody made for it. It comes with the public half of its key and a `DPoP` proof by it
   * (RFC 9449) over this request, in which the code stands for the token. The answer has what the device works by; its token
   * is shown this once. Whatever is wrong with the code, and where too many wrong ones were tried, looks the same.
   */
  @Post()
  @Security('open', [])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(401, 'proof_required, proof_refused')
  @Response<Problem>(403, 'device_secret_not_allowed, entitlement_exceeded')
  @Response<Problem>(404, 'device_outlet_not_found')
  async link(
    @Path('tenant') _tenant: string,
    @Body() body: ActivateDeviceRequest,
    @Request() request: PosRequest,
  ): Promise<ActivatedDeviceResponse> {
    const { code, serial = null, fingerprint, platform, model, appVersion } = body;
    const binding = await this.bindingOf(body, request);
    const command = { code, binding, serial, fingerprint, platform, model, appVersion };
    return answered(request, LINKED, await this.activate.execute(request.context, command, this.rules(request)));
  }

  /** What is wrong with a proof is told later, and only to who knows a code: strangers learn nothing, not even that the business exists. */
  private async bindingOf({ binding, publicKey, code }: ActivateDeviceRequest, request: PosRequest): Promise<Binding> {
    if (binding === 'secret') return { by: 'secret' };
    if (publicKey === undefined) return { by: 'nothing', refusal: new Refusal('proof_required') };
    const { method, originalUrl, headers } = request;
    const shown = headers['dpop'];
    const proved = {
      ...{ method, path: originalUrl.split('?', 1)[0] as string, host: headers.host ?? '', token: code },
      proof: typeof shown === 'string' ? shown : undefined,
    };
    try {
      const thumbprint = await this.proofs.checkFirst(proved, publicKey);
      return { by: 'dpop', thumbprint };
    } catch (error) {
      if (error instanceof Refusal) return { by: 'nothing', refusal: error as Refusal };
      throw error;
    }
  }
}
