import { Body, Controller, Get, Path, Post, Put, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { assertVersion, expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ConnectionWithToken, PutConnection } from '../../application/put-connection.js';
import type { RotateCallbackToken } from '../../application/rotate-callback-token.js';
import type { SwitchConnection } from '../../application/switch-connection.js';
import type { TestConnection } from '../../application/test-connection.js';
import { withinReach } from '../../application/within-reach.js';
import type { ConnectionId, PaymentConnection } from '../../domain/connection.js';
import type { ConnectionViews } from '../../ports/connection-views.js';
import {
  putFrom,
  toConnectionAgain,
  toConnectionResponse,
  toConnectionWithToken,
  type PaymentConnectionResponse,
  type PaymentProviderName,
  type PutPaymentConnectionRequest,
} from './connection-dtos.js';

const SHOWN: Answer<PaymentConnection, PaymentConnectionResponse> = {
  status: 200,
  render: toConnectionResponse,
  etag: ({ version }) => version,
};
const WITH_TOKEN: Answer<ConnectionWithToken, PaymentConnectionResponse> = {
  status: 200,
  render: toConnectionWithToken,
  renderRepeat: toConnectionAgain,
  etag: ({ connection }) => connection.version,
};

/** What is done to connections. */
export interface ConnectionCommands {
  readonly put: PutConnection;
  readonly switching: SwitchConnection;
  readonly rotate: RotateCallbackToken;
  readonly test: TestConnection;
}

@Route('v1/{tenant}/integrations/payment-connections')
@Tags('Payment connections')
export class PaymentConnectionsController extends Controller {
  constructor(
    private readonly commands: ConnectionCommands,
    private readonly views: ConnectionViews,
  ) {
    super();
  }

  /** Lists the connections to companies that collect mobile money, oldest first. */
  @Get()
  @Security('pos', ['providers:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listPaymentConnections(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() provider?: PaymentProviderName,
    @Query() outletId?: Uuid,
    @Query() active?: boolean,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PaymentConnectionResponse>> {
    const page = pageOf(limit, cursor, ['uuid']);
    const after = page.after?.[0] as ConnectionId | undefined;
    const found = await this.views.list(request.context, { limit: page.limit, after, provider, outletId, active });
    return listResponse(found, page.limit, toConnectionResponse, ({ id }) => [id]);
  }

  /** Shows a connection; its secrets masked. */
  @Get('{connectionId}')
  @Security('pos', ['providers:read'])
  @Response<Problem>(404, 'payment_connection_not_found')
  async showPaymentConnection(
    @Path('tenant') _tenant: string,
    @Path() connectionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PaymentConnectionResponse> {
    const id = connectionId as ConnectionId;
    const { context } = request;
    return answered(request, SHOWN, withinReach(context.principal, id, await this.views.find(context, id)));
  }

  /**
   * Connects the business, or one outlet, to a provider under an id of your own, or changes the connection that has the id. Secrets
   * that are left out, or sent as their mask, stay. The first answer has the word of the provider's address, once.
   */
  @Put('{connectionId}')
  @Security('pos', ['providers:write'])
  @Response<Problem>(403, 'entitlement_exceeded')
  @Response<Problem>(404, 'payment_connection_not_found')
  @Response<Problem>(
    409,
    'payment_connection_exists, payment_connection_fixed, payment_connection_changed, payment_secrets_not_configured',
  )
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'payment_connection_invalid')
  putPaymentConnection(
    @Path('tenant') _tenant: string,
    @Path() connectionId: Uuid,
    @Body() body: PutPaymentConnectionRequest,
    @Request() request: PosRequest,
  ): Promise<PaymentConnectionResponse> {
    const expected = expectedVersion(request);
    const checkVersion = (current: number): void => assertVersion(expected, current);
    const command = { ...putFrom(connectionId, body), checkVersion };
    return answer(request, WITH_TOKEN, (context) => this.commands.put.execute(context, command));
  }

  /** Lets no new payment go through the connection. Those under way come to their end. */
  @Post('{connectionId}/disable')
  @Security('pos', ['providers:write'])
  @Response<Problem>(404, 'payment_connection_not_found')
  disablePaymentConnection(
    @Path('tenant') _tenant: string,
    @Path() connectionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PaymentConnectionResponse> {
    const id = connectionId as ConnectionId;
    return answer(request, SHOWN, (context) => this.commands.switching.execute(context, id, false));
  }

  /** Lets payments go through the connection again. */
  @Post('{connectionId}/enable')
  @Security('pos', ['providers:write'])
  @Response<Problem>(403, 'entitlement_exceeded')
  @Response<Problem>(404, 'payment_connection_not_found')
  enablePaymentConnection(
    @Path('tenant') _tenant: string,
    @Path() connectionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PaymentConnectionResponse> {
    const id = connectionId as ConnectionId;
    return answer(request, SHOWN, (context) => this.commands.switching.execute(context, id, true));
  }

  /** Asks the provider for an access token: `testFailure` says why it gave none, or is null. Takes at most ten seconds. */
  @Post('{connectionId}/test')
  @Security('pos', ['providers:write'])
  @Response<Problem>(404, 'payment_connection_not_found')
  testPaymentConnection(
    @Path('tenant') _tenant: string,
    @Path() connectionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PaymentConnectionResponse> {
    const id = connectionId as ConnectionId;
    return answer(request, SHOWN, (context) => this.commands.test.execute(context, id));
  }

  /** Gives the provider another address to call, with a word that is told in this answer and never again. The old one is dead. */
  @Post('{connectionId}/rotate-callback-token')
  @Security('pos', ['providers:write'])
  @Response<Problem>(404, 'payment_connection_not_found')
  @Response<Problem>(409, 'payment_connection_changed, payment_secrets_not_configured')
  rotatePaymentCallbackToken(
    @Path('tenant') _tenant: string,
    @Path() connectionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PaymentConnectionResponse> {
    const id = connectionId as ConnectionId;
    return answer(request, WITH_TOKEN, (context) => this.commands.rotate.execute(context, id));
  }
}
