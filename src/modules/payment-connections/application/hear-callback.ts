import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { matchCallback } from '../domain/callback-matching.js';
import type { PaymentConnection } from '../domain/connection.js';
import type { HeardCallback } from '../domain/heard-callback.js';
import type { ConnectedProvider } from '../domain/provider.js';
import type { ProviderRequest } from '../domain/provider-request.js';
import type { ConnectionSecrets } from '../ports/connection-secrets.js';
import type { PaymentEars, ProviderDoor } from '../ports/providers.js';
import type { RequestRepository } from '../ports/request-repository.js';

export interface Callback {
  readonly connection: PaymentConnection;
  /** The last part of the address, where it was given for one request. */
  readonly requestId: string | null;
  readonly body: unknown;
  /** Hash of all that was said, and where: the same again is known by it. */
  readonly digest: string;
}

export type CallbackRefusal = 'payment_callback_unreadable' | 'payment_callback_unknown';

/** Takes down what a provider tells of a payment, once. */
export class HearCallback {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestRepository,
    private readonly secrets: ConnectionSecrets,
    private readonly doors: ReadonlyMap<ConnectedProvider, ProviderDoor>,
    private readonly ears: PaymentEars,
  ) {}

  /** @returns what the provider wants to hear. @throws Refusal of `CallbackRefusal`. */
  async execute(context: RequestContext, { connection, requestId, body, digest }: Callback): Promise<object> {
    const { provider, settings, id: connectionId } = connection;
    const door = this.doors.get(provider);
    if (door === undefined) throw new Error(`there is no door for ${provider}`);
    const secrets = await this.secrets.open({ tenantId: context.tenantId, connectionId }, connection.secrets);
    const heard = door.read(body, { settings, secrets });
    if (heard === undefined) throw new Refusal<CallbackRefusal>('payment_callback_unreadable', { provider });
    const notifyHash = heard.notifyToken === null ? null : this.secrets.hashOf(heard.notifyToken);
    await this.transactor.run(context, async (tx) => {
      const names = { requestId: requestId ?? heard.requestId, reference: heard.reference, notifyHash };
      const asked = await this.requests.byNames(tx, provider, names);
      assertOwnToken(heard, asked, notifyHash);
      const { notice, request } = matchCallback(provider, heard, asked, { noticeId: digest, at: context.at });
      const isNew = await this.requests.heard(tx, { ...notice, digest, connectionId, receivedAt: context.at });
      if (!isNew) return;
      if (request !== undefined) await this.requests.save(tx, request);
      await this.ears.hear(tx, context, notice);
    });
    return door.accepted;
  }
}

/** The word must be the one that the provider gave us for this request. @throws Refusal `payment_callback_unknown`. */
function assertOwnToken(heard: HeardCallback, asked: ProviderRequest | undefined, notifyHash: string | null): void {
  if (heard.notifyToken === null) return;
  if (asked === undefined || (asked.notifyHash !== null && asked.notifyHash !== notifyHash))
    throw new Refusal<CallbackRefusal>('payment_callback_unknown');
}
