import {
  Body,
  Controller,
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
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { OpenBusiness, OpenedBusiness } from '../../application/open-business.js';
import type { RegisterBusiness } from '../../application/register-business.js';
import type { RejectRegistration } from '../../application/reject-registration.js';
import type { ResendCode } from '../../application/resend-code.js';
import type { VerifyRegistration } from '../../application/verify-registration.js';
import type { Registration, RegistrationId } from '../../domain/registration.js';
import type { BusinessViews } from '../../ports/business-views.js';
import {
  commandFrom,
  toOpenedResponse,
  toRegistrationResponse,
  type OpenedBusinessResponse,
  type BusinessReasonRequest,
  type BusinessRegion,
  type RegisterBusinessRequest,
  type RegistrationResponse,
  type RegistrationStatusDto,
  type BusinessSlug,
  type VerifyRegistrationRequest,
} from './registration-dtos.js';

/** What registering is done by. */
export interface RegistrationCommands {
  readonly register: RegisterBusiness;
  readonly resend: ResendCode;
  readonly verify: VerifyRegistration;
  readonly open: OpenBusiness;
  readonly reject: RejectRegistration;
}

const SHOWN: Answer<Registration, RegistrationResponse> = {
  status: 200,
  render: toRegistrationResponse,
  etag: ({ version }) => version,
};
const CREATED: Answer<Registration, RegistrationResponse> = {
  ...{ ...SHOWN, status: 201 },
  location: ({ id }) => `/v1/platform/registrations/${id}`,
};
const OPENED: Answer<OpenedBusiness, OpenedBusinessResponse> = { status: 200, render: toOpenedResponse };

@Route('v1/platform/registrations')
@Tags('Businesses')
export class RegistrationsController extends Controller {
  constructor(
    private readonly commands: RegistrationCommands,
    private readonly views: BusinessViews,
  ) {
    super();
  }

  /**
   * Registers a business: its slug is kept for a week, and its owner is sent a code of six digits, good for 30 minutes and five
   * tries. Where codes are not sent, an administrator confirms by hand.
   */
  @Post()
  @SuccessResponse(201, 'Created')
  @Security('pos', ['businesses:register'])
  @Response<Problem>(403, 'region_not_allowed')
  @Response<Problem>(409, 'slug_not_available, registration_id_taken')
  @Response<Problem>(422, 'registration_invalid, card_data_not_allowed')
  register(@Body() body: RegisterBusinessRequest, @Request() request: PosRequest): Promise<RegistrationResponse> {
    return answer(request, CREATED, (context) => this.commands.register.execute(context, commandFrom(body)));
  }

  /** Lists registrations, newest first. */
  @Get()
  @Security('pos', ['businesses:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async list(
    @Request() request: PosRequest,
    @Query() status?: RegistrationStatusDto,
    @Query() region?: BusinessRegion,
    @Query() slug?: BusinessSlug,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<RegistrationResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const filter = { status, region, slug };
    const rows = await this.views.registrations(request.context, filter, { limit: page.limit, after });
    return listResponse(rows, page.limit, toRegistrationResponse, ({ requestedAt, id }) => [
      requestedAt.toISOString(),
      id,
    ]);
  }

  /** Shows a registration. */
  @Get('{registrationId}')
  @Security('pos', ['businesses:read'])
  @Response<Problem>(404, 'registration_not_found')
  async show(@Path() registrationId: Uuid, @Request() request: PosRequest): Promise<RegistrationResponse> {
    const registration = await this.views.registration(request.context, registrationId as RegistrationId);
    return answered(request, SHOWN, registration);
  }

  /** Sends the owner another code; the one before counts no more. At most three times, a minute apart. */
  @Post('{registrationId}/resend')
  @Security('pos', ['businesses:register'])
  @Response<Problem>(404, 'registration_not_found')
  @Response<Problem>(409, 'registration_not_open, codes_used_up, codes_not_sent_here')
  @Response<Problem>(429, 'code_sent_recently')
  resend(@Path() registrationId: Uuid, @Request() request: PosRequest): Promise<RegistrationResponse> {
    return answer(request, SHOWN, (context) => this.commands.resend.execute(context, registrationId as RegistrationId));
  }

  /**
   * Enters the code that the owner was sent. The business is made, and its first API key is shown: this once. What cannot be made
   * now is made within a minute, and the key is then asked for.
   */
  @Post('{registrationId}/verify')
  @Security('pos', ['businesses:register'])
  @Response<Problem>(404, 'registration_not_found')
  @Response<Problem>(409, 'registration_not_open, code_not_usable')
  @Response<Problem>(422, 'code_wrong')
  async verify(
    @Path() registrationId: Uuid,
    @Body() body: VerifyRegistrationRequest,
    @Request() request: PosRequest,
  ): Promise<OpenedBusinessResponse> {
    const id = registrationId as RegistrationId;
    return answered(request, OPENED, await this.commands.verify.byCode(request.context, id, body.code));
  }

  /** Stands for an owner who was not sent a code. The answer is as for the code. */
  @Post('{registrationId}/confirm')
  @Security('pos', ['businesses:manage'])
  @Response<Problem>(404, 'registration_not_found')
  @Response<Problem>(409, 'registration_not_open')
  @Response<Problem>(422, 'card_data_not_allowed')
  async confirm(
    @Path() registrationId: Uuid,
    @Body() body: BusinessReasonRequest,
    @Request() request: PosRequest,
  ): Promise<OpenedBusinessResponse> {
    const id = registrationId as RegistrationId;
    return answered(request, OPENED, await this.commands.verify.byHand(request.context, id, body.reason));
  }

  /** Makes the first API key of a business that was made behind the requests, and shows it: once. */
  @Post('{registrationId}/api-key')
  @Security('pos', ['businesses:register'])
  @Response<Problem>(404, 'registration_not_found')
  @Response<Problem>(409, 'first_key_not_due, first_key_made')
  async firstKey(@Path() registrationId: Uuid, @Request() request: PosRequest): Promise<OpenedBusinessResponse> {
    const made = await this.commands.open.firstKey(request.context, registrationId as RegistrationId);
    return answered(request, OPENED, { ...made, invitation: null });
  }

  /** Keeps a business out. Its slug is free again. */
  @Post('{registrationId}/reject')
  @Security('pos', ['businesses:manage'])
  @Response<Problem>(404, 'registration_not_found')
  @Response<Problem>(409, 'registration_not_open')
  @Response<Problem>(422, 'card_data_not_allowed')
  reject(
    @Path() registrationId: Uuid,
    @Body() body: BusinessReasonRequest,
    @Request() request: PosRequest,
  ): Promise<RegistrationResponse> {
    const id = registrationId as RegistrationId;
    return answer(request, SHOWN, (context) => this.commands.reject.execute(context, id, body.reason));
  }
}
