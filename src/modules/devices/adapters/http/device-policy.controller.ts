import { Body, Controller, Path, Put, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { SetDeviceSettings } from '../../application/set-device-settings.js';
import type { DevicePolicy } from '../../domain/branding.js';
import type { AppVersion } from './device-dtos.js';

export interface DevicePolicyRequest {
  /** Devices with an older program are shown as outdated; null: none is. */
  minimumAppVersion: AppVersion | null;
}

/** What holds for all devices of the business. */
export interface DevicePolicyResponse {
  minimumAppVersion: string | null;
  /**
   * 0 while it was never set.
   * @isInt
   */
  version: number;
}

export const POLICY_SHOWN: Answer<DevicePolicy, DevicePolicyResponse> = {
  status: 200,
  render: ({ minimumAppVersion, version }) => ({ minimumAppVersion, version }),
  etag: ({ version }) => version,
};

@Route('v1/{tenant}/pos/devices/policy')
@Tags('Devices')
export class DevicePolicyController extends Controller {
  constructor(private readonly settings: SetDeviceSettings) {
    super();
  }

  /** Says which programs are too old. */
  @Put()
  @Security('pos', ['devices:manage'])
  @Response<Problem>(412, 'version_mismatch')
  set(
    @Path('tenant') _tenant: string,
    @Body() body: DevicePolicyRequest,
    @Request() request: PosRequest,
  ): Promise<DevicePolicyResponse> {
    const expected = expectedVersion(request);
    return answer(request, POLICY_SHOWN, (context) =>
      this.settings.setPolicy(context, body.minimumAppVersion, expected),
    );
  }
}
