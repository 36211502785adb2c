import {
  Body,
  Controller,
  Delete,
  Get,
  Path,
  Post,
  Put,
  Request,
  Response,
  Route,
  Security,
  Tags,
} from '@tsoa/runtime';
import type { RequestContext } from '../../../../kernel/context.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { assertVersion, expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom } from '../../../../platform/http/values.js';
import type { LicenceTexts } from '../../application/licence-texts.js';
import type { ManageLicence } from '../../application/manage-licence.js';
import { reachedBusiness } from '../../application/reached-business.js';
import type { ShowLicence, ShownLicence } from '../../application/show-licence.js';
import type { Subscription } from '../../domain/subscription.js';
import type { Businesses } from '../../ports/businesses.js';
import {
  toLicenceResponse,
  type AssignPlanRequest,
  type ExtendLicenceRequest,
  type LicenceOverrideRequest,
  type LicenceReasonRequest,
  type LicenceResponse,
} from './licence-dtos.js';
import { toLicenceState, type LicenceStateResponse } from './licence-state.js';

const SHOWN: Answer<ShownLicence, LicenceResponse> = {
  status: 200,
  render: toLicenceResponse,
  etag: ({ licence }) => licence.version,
};
const STATE: Answer<Subscription, LicenceStateResponse> = {
  status: 200,
  render: toLicenceState,
  etag: ({ version }) => version,
};

@Route('v1/platform/businesses/{slug}/licence')
@Tags('Platform')
@Response<Problem>(404, 'licence_business_unknown, licence_override_not_found, plan_not_found')
export class BusinessLicencesController extends Controller {
  constructor(
    private readonly licences: ManageLicence,
    private readonly show: ShowLicence,
    private readonly businesses: Businesses,
    private readonly texts: LicenceTexts,
  ) {
    super();
  }

  /** Shows the licence of a business, and what it uses of it. */
  @Get()
  @Security('pos', ['businesses:read'])
  async licence(@Path() slug: string, @Request() request: PosRequest): Promise<LicenceResponse> {
    const { tenantId, at } = await reachedBusiness(this.businesses, request.context, slug);
    return answered(request, SHOWN, await this.show.execute(tenantId, at));
  }

  /** Gives a business a plan: the terms are copied as they are today. What the business was given beside its plan stays. */
  @Put()
  @Security('pos', ['licences:manage'])
  @Response<Problem>(409, 'plan_archived, licence_state_conflict, licence_kept_elsewhere')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'licence_invalid, card_data_not_allowed')
  assign(
    @Path() slug: string,
    @Body() body: AssignPlanRequest,
    @Request() request: PosRequest,
  ): Promise<LicenceStateResponse> {
    const expected = expectedVersion(request);
    const { plan, paidUntil } = body;
    const until = paidUntil == null ? paidUntil : timeFrom(paidUntil, '/paidUntil');
    const command = {
      ...{ plan, reason: this.optional(body.reason), ...(until !== undefined && { paidUntil: until }) },
      checkVersion: (version: number) => assertVersion(expected, version),
    };
    return this.does(request, (context) => this.licences.assign(context, slug, command));
  }

  /** Prolongs the paid time. */
  @Post('extend')
  @Security('pos', ['licences:manage'])
  @Response<Problem>(409, 'licence_state_conflict, licence_kept_elsewhere')
  @Response<Problem>(422, 'licence_invalid, card_data_not_allowed')
  extend(
    @Path() slug: string,
    @Body() body: ExtendLicenceRequest,
    @Request() request: PosRequest,
  ): Promise<LicenceStateResponse> {
    const [until, reason] = [timeFrom(body.paidUntil, '/paidUntil'), this.optional(body.reason)];
    return this.does(request, (context) => this.licences.extend(context, slug, until, reason));
  }

  /** Lets the licence end with its paid time, without a grace period. Assigning or extending undoes it. */
  @Post('cancel')
  @Security('pos', ['licences:manage'])
  @Response<Problem>(409, 'licence_state_conflict, licence_kept_elsewhere')
  @Response<Problem>(422, 'card_data_not_allowed')
  cancel(
    @Path() slug: string,
    @Body() body: LicenceReasonRequest,
    @Request() request: PosRequest,
  ): Promise<LicenceStateResponse> {
    return this.does(request, (context) => this.licences.cancel(context, slug, this.screened(body.reason)));
  }

  /** Withdraws the licence at once: devices lock at their next contact. What they sold without the network is still taken. */
  @Post('revoke')
  @Security('pos', ['licences:manage'])
  @Response<Problem>(409, 'licence_state_conflict, licence_kept_elsewhere')
  @Response<Problem>(422, 'card_data_not_allowed')
  revoke(
    @Path() slug: string,
    @Body() body: LicenceReasonRequest,
    @Request() request: PosRequest,
  ): Promise<LicenceStateResponse> {
    return this.does(request, (context) => this.licences.revoke(context, slug, this.screened(body.reason)));
  }

  /** Puts a withdrawn licence in force again, as far as it is paid. */
  @Post('restore')
  @Security('pos', ['licences:manage'])
  @Response<Problem>(409, 'licence_state_conflict, licence_kept_elsewhere')
  @Response<Problem>(422, 'card_data_not_allowed')
  restore(
    @Path() slug: string,
    @Body() body: LicenceReasonRequest,
    @Request() request: PosRequest,
  ): Promise<LicenceStateResponse> {
    return this.does(request, (context) => this.licences.restore(context, slug, this.screened(body.reason)));
  }

  /** Gives something to the business, or takes it, beside its plan. */
  @Post('overrides')
  @Security('pos', ['licences:manage'])
  @Response<Problem>(422, 'licence_invalid, card_data_not_allowed')
  setOverride(
    @Path() slug: string,
    @Body() body: LicenceOverrideRequest,
    @Request() request: PosRequest,
  ): Promise<LicenceStateResponse> {
    const { name, value } = body;
    const endsAt = body.endsAt == null ? null : timeFrom(body.endsAt, '/endsAt');
    const override = { name, value, endsAt, reason: this.screened(body.reason) };
    return this.does(request, (context) => this.licences.setOverride(context, slug, override));
  }

  /** Takes back what was given or taken beside the plan. */
  @Delete('overrides/{name}')
  @Security('pos', ['licences:manage'])
  removeOverride(
    @Path() slug: string,
    @Path() name: string,
    @Request() request: PosRequest,
  ): Promise<LicenceStateResponse> {
    return this.does(request, (context) => this.licences.removeOverride(context, slug, name, null));
  }

  private does(
    request: PosRequest,
    run: (context: RequestContext) => Promise<Subscription>,
  ): Promise<LicenceStateResponse> {
    return answer(request, STATE, run);
  }

  private screened(text: string): string {
    this.texts.assertHarmless(text, '/reason');
    return text;
  }

  private optional(text: string | null | undefined): string | null {
    return text == null ? null : this.screened(text);
  }
}
