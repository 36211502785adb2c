import { Body, Controller, Get, Path, Put, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { PolicyShown, SetDrawerPolicy } from '../../application/set-drawer-policy.js';
import { policyFrom, toPolicyResponse, type DrawerPolicyRequest, type DrawerPolicyResponse } from './drawer-dtos.js';

const SHOWN: Answer<PolicyShown, DrawerPolicyResponse> = {
  status: 200,
  render: toPolicyResponse,
  etag: ({ policy }) => policy.version,
};

@Route('v1/{tenant}/pos/outlets/{outletId}/drawer-policy')
@Tags('Drawers')
export class DrawerPoliciesController extends Controller {
  constructor(private readonly policies: SetDrawerPolicy) {
    super();
  }

  /** Shows how drawers of an outlet are run, and the coins and notes that a count may name. */
  @Get()
  @Security('pos', ['drawers:open'])
  @Response<Problem>(404, 'outlet_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Request() request: PosRequest,
  ): Promise<DrawerPolicyResponse> {
    return answered(request, SHOWN, await this.policies.show(request.context, outletId as OutletId));
  }

  /** Says how drawers of an outlet are run. A session that is open stays blind, or not, as it began. */
  @Put()
  @Security('pos', ['drawers:manage'])
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'drawer_policy_invalid')
  put(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Body() body: DrawerPolicyRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerPolicyResponse> {
    const [settings, expected] = [policyFrom(body), expectedVersion(request)];
    return answer(request, SHOWN, (context) =>
      this.policies.execute(context, outletId as OutletId, settings, expected),
    );
  }
}
