import { Body, Controller, Get, Path, Put, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { SetDeviceSettings } from '../../application/set-device-settings.js';
import type { Branding } from '../../domain/branding.js';

/**
 * A colour.
 * @pattern ^#[0-9a-f]{6}$ must be like #1f2933
 * @example "#1f2933"
 */
export type HexColour = string;

export interface BrandingRequest {
  /**
   * An https address, or a PNG, JPEG or WebP of at most 64 KiB as a data: URL; null: none.
   * @minLength 1
   * @maxLength 90000
   */
  logo: string | null;
  primaryColour: HexColour;
  accentColour: HexColour;
  backgroundColour: HexColour;
}

/** How the business looks on its devices. */
export interface BrandingResponse extends BrandingRequest {
  /**
   * 0 while it was never set.
   * @isInt
   */
  version: number;
}

const SHOWN: Answer<Branding, BrandingResponse> = {
  status: 200,
  render: (branding) => ({ ...branding }),
  etag: ({ version }) => version,
};

@Route('v1/{tenant}/pos/branding')
@Tags('Devices')
export class BrandingController extends Controller {
  constructor(private readonly settings: SetDeviceSettings) {
    super();
  }

  /** Shows how the business looks on its devices. */
  @Get()
  @Security('pos', ['tenant:read'])
  async show(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<BrandingResponse> {
    return answered(request, SHOWN, await this.settings.branding(request.context));
  }

  /** Sets how the business looks on its devices; they hear of it with their next sign of life. */
  @Put()
  @Security('pos', ['tenant:write'])
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'branding_invalid')
  set(
    @Path('tenant') _tenant: string,
    @Body() body: BrandingRequest,
    @Request() request: PosRequest,
  ): Promise<BrandingResponse> {
    const expected = expectedVersion(request);
    return answer(request, SHOWN, (context) => this.settings.setBranding(context, { ...body }, expected));
  }
}
