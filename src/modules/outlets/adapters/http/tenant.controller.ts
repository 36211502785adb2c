import { Body, Controller, Get, Patch, Path, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { CurrencyCode, Uuid } from '../../../../platform/http/values.js';
import type { ChangeTenant } from '../../application/change-tenant.js';
import type { Tenant } from '../../domain/tenant.js';
import type { OutletViews } from '../../ports/outlet-views.js';

/** What is to change; members left out stay. */
export interface ChangeTenantRequest {
  /** @example "Acme Coffee" */
  name?: string;
  /** What new outlets trade in. Outlets that are open keep theirs. */
  currency?: CurrencyCode;
}

/** Minor digits of currencies where they differ from ISO 4217; fixed when the business was registered. */
export interface MinorDigits {
  [currency: string]: number;
}

/** The business behind the path. */
export interface TenantResponse {
  id: Uuid;
  slug: string;
  name: string;
  currency: CurrencyCode;
  status: 'active' | 'suspended' | 'closed';
  minorDigits: MinorDigits;
  /** @isInt */
  version: number;
}

const SHOWN: Answer<Tenant, TenantResponse> = { status: 200, render: toTenantResponse, etag: ({ version }) => version };

@Route('v1/{tenant}/pos/tenant')
@Tags('Outlets')
export class TenantController extends Controller {
  constructor(
    private readonly views: OutletViews,
    private readonly changeTenant: ChangeTenant,
  ) {
    super();
  }

  /** Shows the business: its name, currency and settings. */
  @Get()
  @Security('pos', ['tenant:read'])
  async show(@Path() tenant: string, @Request() request: PosRequest): Promise<TenantResponse> {
    void tenant;
    return answered(request, SHOWN, await this.views.tenant(request.context));
  }

  /** Changes the business's settings. */
  @Patch()
  @Security('pos', ['tenant:write'])
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'tenant_invalid')
  change(
    @Path() tenant: string,
    @Body() body: ChangeTenantRequest,
    @Request() request: PosRequest,
  ): Promise<TenantResponse> {
    void tenant;
    const { name, currency } = body;
    const changes = { ...(name === undefined ? {} : { name }), ...(currency === undefined ? {} : { currency }) };
    const command = { changes, expectedVersion: expectedVersion(request) };
    return answer(request, SHOWN, (context) => this.changeTenant.execute(context, command));
  }
}

function toTenantResponse({ id, slug, name, currency, status, minorDigits, version }: Tenant): TenantResponse {
  return { id, slug, name, currency, status, minorDigits: { ...minorDigits }, version };
}
