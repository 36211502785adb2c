import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { jsonFrom, readBytes } from '../../../../platform/http/body.js';
import type { RequestRefusal } from '../../../../platform/http/edge-problems.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { SignedCaller, SignedRoute } from '../../../../platform/http/raw-route.js';
import type { TenantLookup } from '../../../../platform/inbox/ports.js';
import type { CallbackRefusal, HearCallback } from '../../application/hear-callback.js';
import type { PaymentConnection } from '../../domain/connection.js';
import { isConnectedProvider } from '../../domain/provider.js';
import type { ConnectionRepository } from '../../ports/connection-repository.js';
import type { ConnectionSecrets } from '../../ports/connection-secrets.js';

/** Callbacks are small; what is larger is none. */
const LIMITS = { bytes: 64 * 1024, timeoutMs: 10_000 };
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const REQUEST_ID = /^[a-z0-9]{1,40}$/;

interface Known {
  readonly connection: PaymentConnection;
  readonly requestId: string | null;
}

export interface CallbackRouteParts {
  readonly transactor: Transactor;
  readonly tenants: TenantLookup;
  readonly connections: Pick<ConnectionRepository, 'byCallback'>;
  readonly secrets: Pick<ConnectionSecrets, 'hashOf'>;
  readonly hear: HearCallback;
}

/**
 * `POST /v1/{tenant}/integrations/payments/{provider}/{callbackToken}`, and the same with the id of one request behind it: where
 * companies that collect money call back. They sign nothing, or each in a way of its own: the word in the address lets them in,
 * and what they say is checked with them before it counts. Whatever is wrong with the address looks alike (404).
 */
export class ProviderCallbackRoute implements SignedRoute {
  readonly method = 'post';
  private readonly callers = new WeakMap<PosRequest, Known>();

  constructor(
    readonly path: string,
    private readonly parts: CallbackRouteParts,
  ) {}

  /** @throws Refusal `not_found` for any address that no provider was given; of the body, for which it is read here. */
  async authenticate(request: PosRequest): Promise<SignedCaller> {
    const {
      tenant: slug = '',
      provider = '',
      callbackToken = '',
      requestId,
    } = request.params as Record<string, string>;
    if (!isConnectedProvider(provider) || !TOKEN.test(callbackToken)) throw absent();
    if (requestId !== undefined && !REQUEST_ID.test(requestId)) throw absent();
    const { tenants, connections, secrets, transactor } = this.parts;
    const tenant = await tenants.bySlug(slug);
    if (tenant === undefined) throw absent();
    const hash = secrets.hashOf(callbackToken);
    const context = { tenantId: tenant.id };
    const connection = await transactor.read(context, (tx) => connections.byCallback(tx, provider, hash));
    if (connection === undefined) throw absent();
    request.body = await readBytes(request, LIMITS);
    this.callers.set(request, { connection, requestId: requestId ?? null });
    return { tenant, principal: { kind: 'system', id: provider, permissions: new Set<string>(), test: false } };
  }

  readonly handler = async (request: PosRequest, response: Response): Promise<void> => {
    const known = this.callers.get(request);
    if (known === undefined) throw new Error('a callback was handled that nobody let in');
    const bytes = request.body as Buffer;
    const body = bodyOf(bytes, known.connection.provider);
    const digest = createHash('sha256')
      .update(`${known.requestId ?? ''}\n`)
      .update(JSON.stringify(body))
      .digest('base64url');
    const context: RequestContext = request.context;
    response.status(200).json(await this.parts.hear.execute(context, { ...known, body, digest }));
  };
}

/** Some providers forget to say what they send, so that nothing is asked of the media type. */
function bodyOf(bytes: Buffer, provider: string): unknown {
  if (bytes.length === 0) throw new Refusal<CallbackRefusal>('payment_callback_unreadable', { provider });
  return jsonFrom(bytes);
}

function absent(): Refusal {
  return new Refusal<RequestRefusal>('not_found');
}
