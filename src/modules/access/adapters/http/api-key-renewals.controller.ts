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
import { answer, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { RenewApiKey } from '../../application/renew-api-key.js';
import type { ApiKeyId } from '../../domain/api-key.js';
import type { Renewal, RenewalId } from '../../domain/api-key-renewal.js';
import type { RenewalViews } from '../../ports/api-key-views.js';
import {
  toRenewalResponse,
  type AskForRenewalRequest,
  type DenyRenewalRequest,
  type GrantRenewalRequest,
  type RenewalResponse,
  type RenewalStatus,
} from './api-key-renewal-dtos.js';

const SHOWN: Answer<Renewal, RenewalResponse> = { status: 200, render: toRenewalResponse };

@Route('v1/{tenant}/pos')
@Tags('Access')
export class ApiKeyRenewalsController extends Controller {
  constructor(
    private readonly renew: RenewApiKey,
    private readonly views: RenewalViews,
  ) {
    super();
  }

  /** Lists requests for the renewal of keys, the last asked first. */
  @Get('api-key-renewals')
  @Security('pos', ['api_keys:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listRenewals(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: RenewalStatus,
    @Query() apiKeyId?: Uuid,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<RenewalResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const renewals = await this.views.renewals(
      request.context.tenantId,
      { status, apiKeyId: apiKeyId as ApiKeyId | undefined },
      { limit: page.limit, after: page.after && [String(page.after[0]), String(page.after[1])] },
    );
    return listResponse(renewals, page.limit, toRenewalResponse, ({ askedAt, id }) => [askedAt.toISOString(), id]);
  }

  /** Shows a request for the renewal of a key. */
  @Get('api-key-renewals/{requestId}')
  @Security('pos', ['api_keys:read'])
  @Response<Problem>(404, 'api_key_renewal_not_found')
  async showRenewal(
    @Path('tenant') _tenant: string,
    @Path() requestId: Uuid,
    @Request() request: PosRequest,
  ): Promise<RenewalResponse> {
    return toRenewalResponse(await this.views.renewal(request.context.tenantId, requestId as RenewalId));
  }

  /** Lets the key last longer: until then, or as was asked for. Who grants must hold all that the key may. */
  @Post('api-key-renewals/{requestId}/grant')
  @Security('pos', ['api_keys:write'])
  @Response<Problem>(403, 'api_key_exceeds_caller')
  @Response<Problem>(404, 'api_key_renewal_not_found')
  @Response<Problem>(409, 'api_key_renewal_decided, api_key_renewal_own, api_key_revoked')
  @Response<Problem>(422, 'api_key_end_in_past, card_data_not_allowed')
  grantRenewal(
    @Path('tenant') _tenant: string,
    @Path() requestId: Uuid,
    @Request() request: PosRequest,
    @Body() body: GrantRenewalRequest,
  ): Promise<RenewalResponse> {
    const until = body.expiresAt === undefined ? undefined : endFrom(body.expiresAt, '/expiresAt');
    const command = { id: requestId as RenewalId, until, note: body.note ?? null };
    return answer(request, SHOWN, (context) => this.renew.grant(context, command));
  }

  /** Lets the key end as it would have ended. */
  @Post('api-key-renewals/{requestId}/deny')
  @Security('pos', ['api_keys:write'])
  @Response<Problem>(404, 'api_key_renewal_not_found')
  @Response<Problem>(409, 'api_key_renewal_decided, api_key_renewal_own')
  @Response<Problem>(422, 'card_data_not_allowed')
  denyRenewal(
    @Path('tenant') _tenant: string,
    @Path() requestId: Uuid,
    @Request() request: PosRequest,
    @Body() body: DenyRenewalRequest,
  ): Promise<RenewalResponse> {
    const command = { id: requestId as RenewalId, reason: body.reason };
    return answer(request, SHOWN, (context) => this.renew.deny(context, command));
  }

  /** Asks that a key last longer: the key for itself, or who sees keys. Somebody else who manages keys decides. */
  @Post('api-keys/{apiKeyId}/renewal-requests')
  @SuccessResponse(201, 'Created')
  @Security('pos', ['tenant:read'])
  @Response<Problem>(403, 'permission_missing')
  @Response<Problem>(404, 'api_key_not_found')
  @Response<Problem>(409, 'api_key_revoked, api_key_without_end, api_key_renewal_open')
  @Response<Problem>(422, 'api_key_end_in_past, card_data_not_allowed')
  askForRenewal(
    @Path() tenant: string,
    @Path() apiKeyId: Uuid,
    @Body() body: AskForRenewalRequest,
    @Request() request: PosRequest,
  ): Promise<RenewalResponse> {
    const command = {
      ...{ id: body.id as RenewalId | undefined, apiKeyId: apiKeyId as ApiKeyId, reason: body.reason },
      wantedUntil: endFrom(body.wantedUntil ?? null, '/wantedUntil'),
    };
    const location = ({ id }: Renewal): string => `/v1/${tenant}/pos/api-key-renewals/${id}`;
    return answer(request, { ...SHOWN, status: 201, location }, (context) => this.renew.ask(context, command));
  }
}

function endFrom(text: Timestamp | null, pointer: string): Date | null {
  return text === null ? null : timeFrom(text, pointer);
}
