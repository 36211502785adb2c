import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import { hasFailedTooLong, judge, retryAfterMs, type TryOutcome, type Verdict } from '../domain/delivery.js';
import type { DisableReason } from '../domain/endpoint.js';
import type { DeliveryObserver } from '../ports/delivery-observer.js';
import type { ClaimedDelivery, DeliveryQueue, TryRecord } from '../ports/delivery-queue.js';
import type { SigningSecrets } from '../ports/signing-secrets.js';
import type { CallResult, WebhookCaller } from '../ports/webhook-caller.js';
import type { SwitchEndpoint } from './switch-endpoint.js';

/** Time, chance and waiting, which tests take into their own hands. */
export interface DeliveryClock {
  now(): Date;
  /** From 0 up to 1. */
  chance(): number;
  wait(ms: number): Promise<void>;
}

export const USER_AGENT = 'pos-service-webhooks/1';
const CONTENT_TYPE = 'application/cloudevents+json; charset=utf-8';
/** When our own key is missing nothing is the receiver's fault: no try is counted. */
const OWN_FAULT_WAIT_MS = 60_000;
/** Waits between tries to write down what came of a call; all within the lease. */
const SAVE_WAITS_MS = [100, 500, 2_000, 5_000];

/** Makes one try of one delivery, from signing it to writing down what came of it. */
export class DeliverWebhook {
  constructor(
    private readonly queue: DeliveryQueue,
    private readonly secrets: SigningSecrets,
    private readonly caller: WebhookCaller,
    private readonly endpoints: Pick<SwitchEndpoint, 'disable'>,
    private readonly ids: IdSource,
    private readonly observer: DeliveryObserver,
    private readonly clock: DeliveryClock,
  ) {}

  /** Never rejects. @returns how long the receiver took, `undefined` when it was not called. */
  async execute(delivery: ClaimedDelivery, signal: AbortSignal): Promise<number | undefined> {
    try {
      return await this.attempt(delivery, signal);
    } catch (error) {
      this.observer.failed('a webhook was not delivered; it is taken up again when its lease ends', error);
      return undefined;
    }
  }

  private async attempt(delivery: ClaimedDelivery, signal: AbortSignal): Promise<number | undefined> {
    const { payload } = delivery;
    if (payload === undefined) {
      await this.queue.abandon(delivery, 'the event was cleared away before it could be sent');
      return undefined;
    }
    const at = this.clock.now();
    const headers = await this.headersOf(delivery, payload, at);
    if (headers === undefined) return undefined;
    const startedMs = performance.now();
    const result = await this.caller.call({ url: delivery.url, headers, body: payload, signal });
    const durationMs = performance.now() - startedMs;
    if (result.kind === 'stopped') {
      await this.queue.giveBack(delivery, 0);
      return undefined;
    }
    const verdict = judge(this.outcomeOf(result), delivery.tries + 1, this.clock.chance());
    const record = { ...recordOf(result, headers), id: this.ids.next(), at, durationMs };
    const failingMs = await this.save(delivery, verdict, record);
    this.observer.tried(
      OUTCOMES[verdict.status],
      result.kind === 'answered' ? 'answered' : result.reason,
      durationMs / 1_000,
    );
    if (verdict.status === 'cancelled') await this.disable(delivery, 'gone');
    else if (verdict.status !== 'delivered' && hasFailedTooLong(failingMs)) await this.disable(delivery, 'failing');
    return durationMs;
  }

  private async headersOf(
    delivery: ClaimedDelivery,
    body: string,
    at: Date,
  ): Promise<Readonly<Record<string, string>> | undefined> {
    const timestampSeconds = Math.floor(at.getTime() / 1_000);
    const message = { id: delivery.eventId, timestampSeconds, body };
    try {
      return {
        'content-type': CONTENT_TYPE,
        'user-agent': USER_AGENT,
        'webhook-id': delivery.eventId,
        'webhook-timestamp': String(timestampSeconds),
        'webhook-signature': await this.secrets.sign(delivery, delivery.secrets, message),
      };
    } catch (error) {
      this.observer.failed('a webhook could not be signed', error);
      await this.queue.giveBack(delivery, OWN_FAULT_WAIT_MS, 'the secret could not be opened by this service');
      return undefined;
    }
  }

  private outcomeOf(result: Exclude<CallResult, { kind: 'stopped' }>): TryOutcome {
    if (result.kind === 'failed') return { kind: 'failed' };
    return { ...result, retryAfterMs: retryAfterMs(result.retryAfter, this.clock.now()) };
  }

  /** What cannot be written down is sent again when the lease ends: better to try a little longer. */
  private async save(delivery: ClaimedDelivery, verdict: Verdict, record: TryRecord): Promise<number | undefined> {
    for (const wait of SAVE_WAITS_MS) {
      try {
        return await this.queue.save(delivery, verdict, record);
      } catch (error) {
        this.observer.failed('a try of a webhook was not written down; trying again', error);
        await this.clock.wait(wait);
      }
    }
    return this.queue.save(delivery, verdict, record);
  }

  private async disable(
    { tenantId, tenantSlug, endpointId, id }: ClaimedDelivery,
    reason: DisableReason,
  ): Promise<void> {
    const context: RequestContext = {
      tenantId,
      tenantSlug,
      principal: { kind: 'system', id: 'webhooks', permissions: new Set(), test: false },
      requestId: id,
      at: this.clock.now(),
    };
    await this.endpoints.disable(context, endpointId, reason);
    if (reason !== 'manual') this.observer.endpointDisabled(reason);
  }
}

const OUTCOMES: Readonly<Record<Verdict['status'], Parameters<DeliveryObserver['tried']>[0]>> = {
  delivered: 'delivered',
  pending: 'retry',
  parked: 'parked',
  cancelled: 'gone',
};

function recordOf(
  result: Exclude<CallResult, { kind: 'stopped' }>,
  headers: Readonly<Record<string, string>>,
): Omit<TryRecord, 'id' | 'at' | 'durationMs'> {
  // The signature belongs to the body and would let who sees the log send it again.
  const { 'webhook-signature': _signature, ...requestHeaders } = headers;
  if (result.kind === 'failed') {
    const none = { status: undefined, responseHeaders: undefined, responseBody: undefined, truncated: false };
    return { ...none, requestHeaders, error: `${result.reason}: ${result.message}` };
  }
  const { status, body, truncated } = result;
  const error = status >= 200 && status < 300 ? undefined : `answered ${status}`;
  return { status, error, requestHeaders, responseHeaders: result.headers, responseBody: body, truncated };
}
