import {
  Body,
  Controller,
  Delete,
  Get,
  Patch,
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
import { assertVersion, expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ChangeEndpoint, VersionCheck } from '../../application/change-endpoint.js';
import type { CreateEndpoint, EndpointWithSecret } from '../../application/create-endpoint.js';
import type { DeleteEndpoint } from '../../application/delete-endpoint.js';
import type { RotateSecret } from '../../application/rotate-secret.js';
import type { SwitchEndpoint } from '../../application/switch-endpoint.js';
import type { EndpointId, WebhookEndpoint } from '../../domain/endpoint.js';
import type { EndpointViews } from '../../ports/endpoint-views.js';
import {
  changesFrom,
  creationFrom,
  toEndpointAgain,
  toEndpointResponse,
  toEndpointWithSecret,
  type ChangeWebhookEndpointRequest,
  type CreateWebhookEndpointRequest,
  type RotateWebhookSecretRequest,
  type WebhookEndpointResponse,
} from './endpoint-dtos.js';

const OVERLAP_HOURS = 24;
const SHOWN: Answer<WebhookEndpoint, WebhookEndpointResponse> = {
  status: 200,
  render: toEndpointResponse,
  etag: ({ version }) => version,
};
const WITH_SECRET: Answer<EndpointWithSecret, WebhookEndpointResponse> = {
  status: 200,
  render: toEndpointWithSecret,
  renderRepeat: toEndpointAgain,
  etag: ({ endpoint }) => endpoint.version,
};

/** What is done to endpoints. */
export interface EndpointCommands {
  readonly create: CreateEndpoint;
  readonly change: ChangeEndpoint;
  readonly rotate: RotateSecret;
  readonly switching: SwitchEndpoint;
  readonly remove: DeleteEndpoint;
}

@Route('v1/{tenant}/pos/webhooks/endpoints')
@Tags('Webhooks')
export class WebhookEndpointsController extends Controller {
  constructor(
    private readonly commands: EndpointCommands,
    private readonly views: EndpointViews,
  ) {
    super();
  }

  /** Lists the webhook endpoints, newest first. */
  @Get()
  @Security('pos', ['webhooks:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listWebhookEndpoints(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<WebhookEndpointResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after && { createdAt: String(page.after[0]), id: String(page.after[1]) };
    const endpoints = await this.views.list(request.context, { limit: page.limit, after });
    return listResponse(endpoints, page.limit, toEndpointResponse, ({ createdAt, id }) => [
      createdAt.toISOString(),
      id,
    ]);
  }

  /** Makes an endpoint, which gets the events that happen from now on. Its secret is in this answer and nowhere else, ever. */
  @Post()
  @SuccessResponse(201, 'Created')
  @Security('pos', ['webhooks:write'])
  @Response<Problem>(403, 'webhook_outlets_restricted, entitlement_exceeded')
  @Response<Problem>(409, 'webhook_endpoint_already_exists, too_many_webhook_endpoints, secrets_not_configured')
  @Response<Problem>(422, 'webhook_url_forbidden, webhook_endpoint_invalid')
  createWebhookEndpoint(
    @Path() tenant: string,
    @Body() body: CreateWebhookEndpointRequest,
    @Request() request: PosRequest,
  ): Promise<WebhookEndpointResponse> {
    const location = ({ endpoint }: EndpointWithSecret): string =>
      `/v1/${tenant}/pos/webhooks/endpoints/${endpoint.id}`;
    const command = creationFrom(body);
    return answer(request, { ...WITH_SECRET, status: 201, location }, (context) =>
      this.commands.create.execute(context, command),
    );
  }

  /** Shows an endpoint and how it fares. */
  @Get('{endpointId}')
  @Security('pos', ['webhooks:read'])
  @Response<Problem>(404, 'webhook_endpoint_not_found')
  async showWebhookEndpoint(
    @Path('tenant') _tenant: string,
    @Path() endpointId: Uuid,
    @Request() request: PosRequest,
  ): Promise<WebhookEndpointResponse> {
    return answered(request, SHOWN, await this.views.one(request.context, endpointId as EndpointId));
  }

  /** Changes address, description and filters. What is queued already goes to the new address. */
  @Patch('{endpointId}')
  @Security('pos', ['webhooks:write'])
  @Response<Problem>(403, 'webhook_outlets_restricted')
  @Response<Problem>(404, 'webhook_endpoint_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'webhook_url_forbidden, webhook_endpoint_invalid')
  changeWebhookEndpoint(
    @Path('tenant') _tenant: string,
    @Path() endpointId: Uuid,
    @Body() body: ChangeWebhookEndpointRequest,
    @Request() request: PosRequest,
  ): Promise<WebhookEndpointResponse> {
    const command = { ...commandOf(endpointId, request), changes: changesFrom(body) };
    return answer(request, SHOWN, (context) => this.commands.change.execute(context, command));
  }

  /** Deletes an endpoint for good. What is queued for it is not sent. Answers with it as it was last. */
  @Delete('{endpointId}')
  @Security('pos', ['webhooks:write'])
  @Response<Problem>(404, 'webhook_endpoint_not_found')
  @Response<Problem>(412, 'version_mismatch')
  deleteWebhookEndpoint(
    @Path('tenant') _tenant: string,
    @Path() endpointId: Uuid,
    @Request() request: PosRequest,
  ): Promise<WebhookEndpointResponse> {
    const command = commandOf(endpointId, request);
    return answer(request, { status: 200, render: toEndpointResponse }, (context) =>
      this.commands.remove.execute(context, command),
    );
  }

  /** Gives an endpoint a new secret, shown now and never again. Messages are signed with both until the overlap is over. */
  @Post('{endpointId}/rotate')
  @Security('pos', ['webhooks:write'])
  @Response<Problem>(404, 'webhook_endpoint_not_found')
  @Response<Problem>(409, 'webhook_secret_changed, secrets_not_configured')
  rotateWebhookSecret(
    @Path('tenant') _tenant: string,
    @Path() endpointId: Uuid,
    @Request() request: PosRequest,
    @Body() body?: RotateWebhookSecretRequest,
  ): Promise<WebhookEndpointResponse> {
    const command = { endpointId: endpointId as EndpointId, overlapHours: body?.overlapHours ?? OVERLAP_HOURS };
    return answer(request, WITH_SECRET, (context) => this.commands.rotate.execute(context, command));
  }

  /** Lets events go out again. What waited meanwhile goes out too. */
  @Post('{endpointId}/enable')
  @Security('pos', ['webhooks:write'])
  @Response<Problem>(404, 'webhook_endpoint_not_found')
  enableWebhookEndpoint(
    @Path('tenant') _tenant: string,
    @Path() endpointId: Uuid,
    @Request() request: PosRequest,
  ): Promise<WebhookEndpointResponse> {
    return answer(request, SHOWN, (context) => this.commands.switching.enable(context, endpointId as EndpointId));
  }

  /** Lets no more events go out. What is queued waits for 30 days; what happens meanwhile is not queued. */
  @Post('{endpointId}/disable')
  @Security('pos', ['webhooks:write'])
  @Response<Problem>(404, 'webhook_endpoint_not_found')
  disableWebhookEndpoint(
    @Path('tenant') _tenant: string,
    @Path() endpointId: Uuid,
    @Request() request: PosRequest,
  ): Promise<WebhookEndpointResponse> {
    return answer(request, SHOWN, (context) =>
      this.commands.switching.disable(context, endpointId as EndpointId, 'manual'),
    );
  }
}

function commandOf(endpointId: Uuid, request: PosRequest): { endpointId: EndpointId; checkVersion: VersionCheck } {
  const expected = expectedVersion(request);
  return { endpointId: endpointId as EndpointId, checkVersion: (current) => assertVersion(expected, current) };
}
