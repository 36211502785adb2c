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
import type { ReplayDelivery } from '../../application/replay-delivery.js';
import type { SendTest } from '../../application/send-test.js';
import type { Delivery, DeliveryId } from '../../domain/delivery.js';
import type { EndpointId } from '../../domain/endpoint.js';
import type { DeliveryViews } from '../../ports/delivery-views.js';
import {
  toDeliveryDetail,
  toDeliveryResponse,
  type ReplayedWebhooksResponse,
  type ReplayWebhooksRequest,
  type WebhookDeliveryDetailResponse,
  type WebhookDeliveryResponse,
  type WebhookDeliveryStatus,
} from './delivery-dtos.js';
import type { TestWebhookRequest } from './endpoint-dtos.js';

const QUEUED: Answer<Delivery, WebhookDeliveryResponse> = { status: 202, render: toDeliveryResponse };
const REPLAYED: Answer<{ queued: number }, ReplayedWebhooksResponse> = {
  status: 202,
  render: ({ queued }) => ({ queued }),
};

@Route('v1/{tenant}/pos/webhooks')
@Tags('Webhooks')
export class WebhookDeliveriesController extends Controller {
  constructor(
    private readonly sendTest: SendTest,
    private readonly replay: ReplayDelivery,
    private readonly views: DeliveryViews,
  ) {
    super();
  }

  /** Sends an event that did not happen, marked with `"test": true`, whatever the endpoint asks for. */
  @Post('endpoints/{endpointId}/test')
  @SuccessResponse(202, 'Accepted')
  @Security('pos', ['webhooks:write'])
  @Response<Problem>(404, 'webhook_endpoint_not_found')
  @Response<Problem>(409, 'webhook_endpoint_disabled')
  testWebhookEndpoint(
    @Path() tenant: string,
    @Path() endpointId: Uuid,
    @Request() request: PosRequest,
    @Body() body?: TestWebhookRequest,
  ): Promise<WebhookDeliveryResponse> {
    const command = { endpointId: endpointId as EndpointId, type: body?.type };
    return answer(request, queuedAt(tenant), (context) => this.sendTest.execute(context, command));
  }

  /** Sends again what was parked, or all, of a time; under the same ids. At most 10,000 in one call. */
  @Post('endpoints/{endpointId}/replay')
  @SuccessResponse(202, 'Accepted')
  @Security('pos', ['webhooks:write'])
  @Response<Problem>(404, 'webhook_endpoint_not_found')
  @Response<Problem>(409, 'webhook_endpoint_disabled')
  @Response<Problem>(422, 'webhook_replay_too_large, webhook_replay_period_invalid')
  replayWebhookEndpoint(
    @Path('tenant') _tenant: string,
    @Path() endpointId: Uuid,
    @Body() body: ReplayWebhooksRequest,
    @Request() request: PosRequest,
  ): Promise<ReplayedWebhooksResponse> {
    const range = {
      endpointId: endpointId as EndpointId,
      status: body.status,
      from: body.from === undefined ? undefined : timeFrom(body.from, '/from'),
      to: body.to === undefined ? undefined : timeFrom(body.to, '/to'),
    };
    return answer(request, REPLAYED, (context) => this.replay.range(context, range));
  }

  /** Lists deliveries, newest first. `from` is inclusive, `to` exclusive, by when they were first queued. */
  @Get('deliveries')
  @Security('pos', ['webhooks:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listWebhookDeliveries(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() endpointId?: Uuid,
    @Query() status?: WebhookDeliveryStatus,
    @Query() eventType?: string,
    @Query() eventId?: Uuid,
    @Query() from?: Timestamp,
    @Query() to?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<WebhookDeliveryResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after && { createdAt: String(page.after[0]), id: String(page.after[1]) };
    const filter = {
      ...{ endpointId: endpointId as EndpointId | undefined, status, eventType, eventId },
      from: from === undefined ? undefined : timeFrom(from, '/query/from'),
      to: to === undefined ? undefined : timeFrom(to, '/query/to'),
    };
    const deliveries = await this.views.list(request.context, filter, { limit: page.limit, after });
    return listResponse(deliveries, page.limit, toDeliveryResponse, (one) => [one.createdAt.toISOString(), one.id]);
  }

  /** Shows a delivery with what was sent and what was answered, try by try. */
  @Get('deliveries/{deliveryId}')
  @Security('pos', ['webhooks:read'])
  @Response<Problem>(404, 'webhook_delivery_not_found')
  async showWebhookDelivery(
    @Path('tenant') _tenant: string,
    @Path() deliveryId: Uuid,
    @Request() request: PosRequest,
  ): Promise<WebhookDeliveryDetailResponse> {
    return toDeliveryDetail(await this.views.one(request.context, deliveryId as DeliveryId));
  }

  /** Sends a delivery again, with the same `webhook-id`. One that is pending goes out at once. */
  @Post('deliveries/{deliveryId}/replay')
  @SuccessResponse(202, 'Accepted')
  @Security('pos', ['webhooks:write'])
  @Response<Problem>(404, 'webhook_delivery_not_found')
  @Response<Problem>(409, 'webhook_endpoint_disabled, webhook_event_gone')
  replayWebhookDelivery(
    @Path() tenant: string,
    @Path() deliveryId: Uuid,
    @Request() request: PosRequest,
  ): Promise<WebhookDeliveryResponse> {
    return answer(request, queuedAt(tenant), (context) => this.replay.one(context, deliveryId as DeliveryId));
  }
}

function queuedAt(tenant: string): Answer<Delivery, WebhookDeliveryResponse> {
  return { ...QUEUED, location: ({ id }) => `/v1/${tenant}/pos/webhooks/deliveries/${id}` };
}
