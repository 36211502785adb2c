import { Body, Controller, Delete, Get, Path, Put, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { PutTaxGroup } from '../../application/put-tax-group.js';
import type { RemoveTaxGroup } from '../../application/remove-tax-group.js';
import type { Outlet } from '../../domain/outlet.js';
import { taxGroupOf } from '../../domain/outlet-lifecycle.js';
import type { OutletViews } from '../../ports/outlet-views.js';
import type { OutletResponse } from './outlet-dto.js';
import { toOutletResponse } from './outlet-mapping.js';
import { taxGroupDraftFrom, toTaxGroupDto, type PutTaxGroupRequest, type TaxGroupDto } from './tax-group-dto.js';

/** Tax groups are part of their outlet: the ETag is the outlet's, and each change makes the outlet's version one higher. */
@Route('v1/{tenant}/pos/outlets/{outletId}/tax-groups')
@Tags('Outlets')
export class TaxGroupsController extends Controller {
  constructor(
    private readonly views: OutletViews,
    private readonly putTaxGroup: PutTaxGroup,
    private readonly removeTaxGroup: RemoveTaxGroup,
  ) {
    super();
  }

  /** Shows a tax group. The ETag is the outlet's. */
  @Get('{code}')
  @Security('pos', ['outlets:read'])
  @Response<Problem>(404, 'outlet_not_found, tax_group_not_found')
  async show(
    @Path() tenant: string,
    @Path() outletId: Uuid,
    @Path() code: string,
    @Request() request: PosRequest,
  ): Promise<TaxGroupDto> {
    void tenant;
    return answered(request, groupShown(code), await this.views.outlet(request.context, outletId as OutletId));
  }

  /** Adds a tax group or replaces it. Sales made from now on are taxed by it. */
  @Put('{code}')
  @Security('pos', ['outlets:write'])
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'tax_group_invalid, too_many_tax_groups')
  put(
    @Path() tenant: string,
    @Path() outletId: Uuid,
    @Path() code: string,
    @Body() body: PutTaxGroupRequest,
    @Request() request: PosRequest,
  ): Promise<TaxGroupDto> {
    void tenant;
    const taxGroup = taxGroupDraftFrom({ ...body, code });
    const command = { outletId: outletId as OutletId, taxGroup, expectedVersion: expectedVersion(request) };
    return answer(request, groupShown(code), (context) => this.putTaxGroup.execute(context, command));
  }

  /** Takes a tax group away and shows the outlet without it. Items of this category can then not be sold here. */
  @Delete('{code}')
  @Security('pos', ['outlets:write'])
  @Response<Problem>(404, 'outlet_not_found, tax_group_not_found')
  @Response<Problem>(412, 'version_mismatch')
  remove(
    @Path() tenant: string,
    @Path() outletId: Uuid,
    @Path() code: string,
    @Request() request: PosRequest,
  ): Promise<OutletResponse> {
    void tenant;
    const command = { outletId: outletId as OutletId, code, expectedVersion: expectedVersion(request) };
    const shape = { status: 200, render: toOutletResponse, etag: ({ version }: Outlet) => version };
    return answer(request, shape, (context) => this.removeTaxGroup.execute(context, command));
  }
}

function groupShown(code: string): Answer<Outlet, TaxGroupDto> {
  return { status: 200, render: (outlet) => toTaxGroupDto(taxGroupOf(outlet, code)), etag: ({ version }) => version };
}
