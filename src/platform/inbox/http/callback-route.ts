import type { Response } from 'express';
import { Refusal } from '../../../kernel/refusal.js';
import { jsonFrom, readBytes, type BodyLimits } from '../../http/body.js';
import type { RequestRefusal } from '../../http/edge-problems.js';
import type { PosRequest } from '../../http/pos-request.js';
import type { SignedCaller, SignedRoute } from '../../http/raw-route.js';
import { verify, type SignatureRefusal } from '../../signatures/standard-webhooks.js';
import type { CallbackSecrets } from '../callback-secrets.js';
import { eventFrom, MalformedEvent, type InboundEvent } from '../inbound-event.js';
import { UnknownTenant, type Inbox, type Outcome } from '../inbox.js';
import type { TenantLookup } from '../ports.js';

export interface CallbackSettings {
  readonly secrets: CallbackSecrets;
  /** Signs nothing, ever: what a sibling is checked with that is not configured, so that it takes as long as one that is. */
  readonly decoy: string;
  readonly limits: BodyLimits;
  readonly now: () => number;
}

export interface CallbackObserver {
  /** Somebody was not believed. */
  refused(reason: SignatureRefusal | 'unknown_source' | 'unknown_tenant'): void;
  dealtWith(outcome: Outcome): void;
}

const MEDIA_TYPE = /^application\/(?:cloudevents\+)?json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
const NO_BODY = Buffer.alloc(0);

/**
 * `POST /v1/{tenant}/integrations/callbacks/{source}`: the one way that siblings call us. Who calls is told by the signature
 * over the bytes of the body; what they tell goes through the same inbox as their topics, so that an event works once.
 */
export class CallbackRoute implements SignedRoute {
  readonly method = 'post';
  readonly path = '/v1/{tenant}/integrations/callbacks/{source}';

  constructor(
    private readonly inbox: Inbox,
    private readonly tenants: TenantLookup,
    private readonly settings: CallbackSettings,
    private readonly observer: CallbackObserver,
  ) {}

  /**
   * Reads the body, which the signature is over, into `request.body`. Missing, wrong, late and foreign all look alike.
   * @throws Refusal `unauthenticated`, `body_too_large`, `body_incomplete`.
   */
  async authenticate(request: PosRequest): Promise<SignedCaller> {
    const { tenant: slug = '', source = '' } = request.params as { tenant?: string; source?: string };
    this.check(request, source, NO_BODY, (refusal) => refusal === 'signature_wrong'); // what is old or unsigned is not even read
    const bytes = await readBytes(request, this.settings.limits);
    this.check(request, source, bytes, () => false);
    if (!this.settings.secrets.has(source)) throw this.stranger('unknown_source');
    const tenant = await this.tenants.bySlug(slug);
    if (tenant === undefined) throw this.stranger('unknown_tenant');
    request.body = bytes;
    const principal = { kind: 'system', id: source, permissions: new Set<string>(), test: false } as const;
    return { tenant, principal };
  }

  readonly handler = async (request: PosRequest, response: Response): Promise<void> => {
    const event = eventOf(request);
    const name = request.headers['webhook-id'] as string;
    try {
      const outcome = await this.inbox.receive(event, { via: 'callback', name, requestId: request.edge.requestId });
      this.observer.dealtWith(outcome);
      response.status(202).json({ status: outcome });
    } catch (error) {
      throw error instanceof UnknownTenant ? this.stranger('unknown_tenant') : error;
    }
  };

  private check(
    { headers }: PosRequest,
    source: string,
    rawBody: Buffer,
    mayPass: (refusal: SignatureRefusal) => boolean,
  ): void {
    const { secrets, decoy, now } = this.settings;
    const { refusal } = verify({ secrets: secrets.get(source) ?? [decoy], headers, rawBody, nowMs: now() });
    if (refusal !== undefined && !mayPass(refusal)) throw this.stranger(refusal);
  }

  private stranger(reason: Parameters<CallbackObserver['refused']>[0]): Refusal {
    this.observer.refused(reason);
    return new Refusal<RequestRefusal>('unauthenticated');
  }
}

function eventOf({ headers, body, params, context }: PosRequest): InboundEvent {
  if (!MEDIA_TYPE.test(headers['content-type'] ?? '') || (headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new Refusal<RequestRefusal>('unsupported_media_type', { accepts: 'application/cloudevents+json' });
  const document = jsonFrom(body as Buffer);
  try {
    return eventFrom(document, { source: params['source'] as string, tenantSlug: context.tenantSlug });
  } catch (error) {
    if (!(error instanceof MalformedEvent)) throw error;
    throw new Refusal<RequestRefusal>('validation_failed', {}, error.fields);
  }
}
