import type { Decision } from '../../../kernel/decision.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import {
  CALLBACK_TOKEN,
  type ConnectionId,
  type ConnectionRefusal,
  type PaymentConnection,
  type StoredSecret,
} from './connection.js';
import { connectionEvent, type PaymentConnectionEvent } from './connection-events.js';
import type { ConnectedProvider } from './provider.js';

export type ConnectionDecision = Decision<PaymentConnection, PaymentConnectionEvent>;

/** What somebody wants a connection to be. Its secrets are checked and sealed elsewhere. */
export interface ConnectionWish {
  readonly provider: ConnectedProvider;
  readonly outletId: OutletId | null;
  readonly settings: Readonly<Record<string, string>>;
}

/** The word in the provider's address, made anew. */
export interface CallbackToken {
  readonly hash: string;
  readonly stored: StoredSecret;
}

/** What making a connection adds to the wish. */
export interface ConnectionMaking {
  readonly id: ConnectionId;
  readonly secrets: Readonly<Record<string, StoredSecret>>;
  readonly token: CallbackToken;
  readonly by: string;
  readonly at: Date;
}

/** Connects a business to a provider. */
export function createConnection(
  wish: ConnectionWish,
  { id, secrets, token, by, at }: ConnectionMaking,
): ConnectionDecision {
  const state: PaymentConnection = {
    ...wish,
    id,
    secrets: { ...secrets, [CALLBACK_TOKEN]: token.stored },
    callbackHash: token.hash,
    active: true,
    testedAt: null,
    testFailure: null,
    version: 1,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
  };
  return { state, events: [connectionEvent('pos.payment_connection.created', state, null)] };
}

/**
 * Changes settings, and the secrets that are given; all others stay. Nothing new changes nothing.
 * @throws Refusal `payment_connection_fixed`: another provider or outlet is another connection.
 */
export function changeConnection(
  present: PaymentConnection,
  wish: ConnectionWish,
  secrets: Readonly<Record<string, StoredSecret>>,
  at: Date,
): ConnectionDecision {
  if (wish.provider !== present.provider || wish.outletId !== present.outletId)
    throw new Refusal<ConnectionRefusal>('payment_connection_fixed', { connectionId: present.id });
  const isSame = Object.keys(secrets).length === 0 && areSame(wish.settings, present.settings);
  if (isSame) return { state: present, events: [] };
  return changed('pos.payment_connection.changed', present, at, {
    settings: wish.settings,
    secrets: { ...present.secrets, ...secrets },
  });
}

/** Lets payments go through the connection, or no new ones. Again the same changes nothing. */
export function switchConnection(present: PaymentConnection, active: boolean, at: Date): ConnectionDecision {
  if (present.active === active) return { state: present, events: [] };
  return changed(`pos.payment_connection.${active ? 'enabled' : 'disabled'}`, present, at, { active });
}

/** Gives the provider another address to call; the one before is unknown at once. */
export function rotateToken(present: PaymentConnection, { hash, stored }: CallbackToken, at: Date): ConnectionDecision {
  const secrets = { ...present.secrets, [CALLBACK_TOKEN]: stored };
  return changed('pos.payment_connection.token_rotated', present, at, { secrets, callbackHash: hash });
}

function changed(
  type: PaymentConnectionEvent['type'],
  present: PaymentConnection,
  at: Date,
  change: Partial<PaymentConnection>,
): ConnectionDecision {
  const state = { ...present, ...change, version: present.version + 1, updatedAt: at };
  return { state, events: [connectionEvent(type, state, present)] };
}

function areSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}
