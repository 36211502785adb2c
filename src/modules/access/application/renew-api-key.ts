import type { Principal, RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { ApiKey, ApiKeyId } from '../domain/api-key.js';
import { askForRenewal, denyRenewal, grantRenewal, type Renewal, type RenewalId } from '../domain/api-key-renewal.js';
import type { ApiKeyRepository } from '../ports/api-key-repository.js';
import type { RenewalRepository } from '../ports/renewal-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { CallerRecall } from './caller-recall.js';

const SEES_KEYS = 'api_keys:read';

export interface RenewalCommand {
  readonly id: RenewalId | undefined;
  readonly apiKeyId: ApiKeyId;
  readonly wantedUntil: Date | null;
  readonly reason: string;
}

/** What renewing keys takes. */
export interface Renewals {
  readonly transactor: Transactor;
  readonly keys: ApiKeyRepository;
  readonly renewals: RenewalRepository;
  readonly outbox: Outbox;
  readonly ids: IdSource;
  readonly recall: CallerRecall;
  readonly screen: TextScreen;
}

/** Keys that last longer because somebody asked, and somebody else who may agreed. */
export class RenewApiKey {
  constructor(private readonly use: Renewals) {}

  /**
   * Asks for a key by itself, or by who sees keys.
   * @throws Refusal `permission_missing`, `api_key_not_found`, `api_key_revoked`, `api_key_without_end`, `api_key_end_in_past`,
   * `api_key_renewal_open`, `card_data_not_allowed`.
   */
  ask(context: RequestContext, { id, apiKeyId, wantedUntil, reason }: RenewalCommand): Promise<Renewal> {
    const { principal: by, at } = context;
    const { transactor, keys, renewals, outbox, ids, screen } = this.use;
    assertMayAsk(by, apiKeyId);
    screen.assertHarmless(reason, '/reason');
    return transactor.run(context, async (tx) => {
      const key = await keys.get(tx, apiKeyId);
      const wish = { id: id ?? ids.next<'api-key-renewal'>(), wantedUntil, reason };
      const { state, events } = askForRenewal(key, wish, { by, at });
      await renewals.add(tx, state.renewal);
      await keys.save(tx, state.key);
      outbox.append(tx, events);
      return state.renewal;
    });
  }

  /**
   * @param until the new end; null: none; undefined: as was asked for.
   * @throws Refusal `api_key_renewal_not_found`, `api_key_renewal_decided`, `api_key_renewal_own`, `api_key_revoked`,
   * `api_key_end_in_past`, `api_key_exceeds_caller`, `card_data_not_allowed`.
   */
  async grant(
    context: RequestContext,
    { id, until, note }: { id: RenewalId; until: Date | null | undefined; note: string | null },
  ): Promise<Renewal> {
    const { principal: by, at } = context;
    if (note !== null) this.use.screen.assertHarmless(note, '/note');
    const renewal = await this.use.transactor.run(context, async (tx) => {
      const found = await this.find(tx, id);
      const { wantedUntil } = found.renewal;
      const { state, events } = grantRenewal(found, { by, at, note, until: until === undefined ? wantedUntil : until });
      await this.use.keys.save(tx, state.key);
      await this.use.renewals.save(tx, state.renewal);
      this.use.outbox.append(tx, events);
      return state.renewal;
    });
    this.use.recall.recall(`api-key:${renewal.apiKeyId}`); // it is remembered with an end that it no longer has
    return renewal;
  }

  /** @throws Refusal `api_key_renewal_not_found`, `api_key_renewal_decided`, `api_key_renewal_own`, `card_data_not_allowed`. */
  deny(context: RequestContext, { id, reason }: { id: RenewalId; reason: string }): Promise<Renewal> {
    const { principal: by, at } = context;
    this.use.screen.assertHarmless(reason, '/reason');
    return this.use.transactor.run(context, async (tx) => {
      const { state, events } = denyRenewal(await this.find(tx, id), { by, at, reason });
      await this.use.keys.save(tx, state.key);
      await this.use.renewals.save(tx, state.renewal);
      this.use.outbox.append(tx, events);
      return state.renewal;
    });
  }

  /** Asking locks the key before the wish, and the wish is not there yet: no two wait for each other. */
  private async find(tx: Tx, id: RenewalId): Promise<{ renewal: Renewal; key: ApiKey }> {
    const renewal = await this.use.renewals.get(tx, id);
    return { renewal, key: await this.use.keys.get(tx, renewal.apiKeyId) };
  }
}

function assertMayAsk(by: Principal, apiKeyId: ApiKeyId): void {
  const isItself = by.kind === 'api-key' && by.id === apiKeyId;
  if (!isItself && !by.permissions.has(SEES_KEYS)) throw new Refusal('permission_missing', { permission: SEES_KEYS });
}
