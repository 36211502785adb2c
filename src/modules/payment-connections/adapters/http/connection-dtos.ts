import type { OutletId } from '../../../../kernel/ids.js';
import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { ConnectionWithToken, PutConnectionCommand } from '../../application/put-connection.js';
import { CALLBACK_TOKEN, maskOf, type ConnectionId, type PaymentConnection } from '../../domain/connection.js';
import type { ConnectedProvider } from '../../domain/provider.js';

export type PaymentProviderName = 'mpesa' | 'airtel_money' | 'orange_money';

/** Settings of a connection: which there are depends on the provider. */
export interface PaymentConnectionSettings {
  /**
   * M-Pesa: the paybill number, or the store number behind a till.
   * @maxLength 20
   */
  shortcode?: string;
  /**
   * M-Pesa: `paybill` (when absent) or `till`.
   * @maxLength 20
   */
  kind?: string;
  /**
   * M-Pesa: the till that is paid to, with `till`.
   * @maxLength 20
   */
  till?: string;
  /**
   * Airtel Money: the country, such as `KE`. Orange Money: as in the path of its API, such as `ci`, or `dev`.
   * @maxLength 3
   */
  country?: string;
  /**
   * Orange Money: what the customer reads, `en` (when absent) or `fr`.
   * @maxLength 2
   */
  language?: string;
  /**
   * M-Pesa and Orange Money: the public address of this service, where the provider calls back.
   * @maxLength 300
   * @example "https://pos.example.com"
   */
  callbackBase?: string;
  /**
   * Orange Money: where the customer goes after paying.
   * @maxLength 500
   */
  returnUrl?: string;
  /**
   * Orange Money: where the customer goes after giving up.
   * @maxLength 500
   */
  cancelUrl?: string;
  /**
   * The provider's address where it is not the usual one, such as its sandbox.
   * @maxLength 300
   * @example "https://sandbox.safaricom.co.ke"
   */
  baseUrl?: string;
}

/** Secrets of a connection, in clear; a mask, or a member left out, keeps what is stored. */
export interface PaymentConnectionSecrets {
  /**
   * M-Pesa.
   * @maxLength 2000
   */
  consumerKey?: string;
  /**
   * M-Pesa.
   * @maxLength 2000
   */
  consumerSecret?: string;
  /**
   * M-Pesa.
   * @maxLength 2000
   */
  passkey?: string;
  /**
   * Airtel Money and Orange Money.
   * @maxLength 2000
   */
  clientId?: string;
  /**
   * Airtel Money and Orange Money.
   * @maxLength 2000
   */
  clientSecret?: string;
  /**
   * Airtel Money: the key of call-back authentication, where that is switched on.
   * @maxLength 2000
   */
  callbackKey?: string;
  /**
   * Orange Money.
   * @maxLength 2000
   */
  merchantKey?: string;
}

/** A connection as it is to be. */
export interface PutPaymentConnectionRequest {
  provider: PaymentProviderName;
  /** The outlet that it is for; null or absent is all that have none of their own. */
  outletId?: Uuid | null;
  settings: PaymentConnectionSettings;
  secrets?: PaymentConnectionSecrets;
}

/** A connection, its secrets masked. */
export interface PaymentConnectionResponse {
  id: Uuid;
  provider: PaymentProviderName;
  outletId: Uuid | null;
  settings: PaymentConnectionSettings;
  /** Masked: at most their last four characters. */
  secrets: PaymentConnectionSecrets;
  active: boolean;
  /**
   * The last part of the address that the provider calls, `/v1/{tenant}/integrations/payments/{provider}/{callbackToken}`. Told
   * once, when it is made; null ever after.
   */
  callbackToken: string | null;
  /** When somebody last tested it; null when nobody has. */
  testedAt: Timestamp | null;
  /** Why that test failed; null when it did not. */
  testFailure: string | null;
  createdBy: string;
  createdAt: Timestamp;
  updatedAt: Timestamp;
  /** @isInt */
  version: number;
}

/** Reads what is to be put. */
export function putFrom(id: Uuid, body: PutPaymentConnectionRequest): Omit<PutConnectionCommand, 'checkVersion'> {
  return {
    id: id as ConnectionId,
    provider: body.provider satisfies ConnectedProvider,
    outletId: (body.outletId ?? null) as OutletId | null,
    settings: given(body.settings),
    secrets: given(body.secrets ?? {}),
  };
}

function given(members: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Shows a connection. */
export function toConnectionResponse(connection: PaymentConnection): PaymentConnectionResponse {
  const { [CALLBACK_TOKEN]: _token, ...secrets } = connection.secrets;
  return {
    id: connection.id,
    provider: connection.provider,
    outletId: connection.outletId,
    settings: { ...connection.settings },
    secrets: Object.fromEntries(Object.entries(secrets).map(([field, stored]) => [field, maskOf(stored)])),
    active: connection.active,
    callbackToken: null,
    testedAt: connection.testedAt?.toISOString() ?? null,
    testFailure: connection.testFailure,
    createdBy: connection.createdBy,
    createdAt: connection.createdAt.toISOString(),
    updatedAt: connection.updatedAt.toISOString(),
    version: connection.version,
  };
}

/** Shows a connection with the word of its address, this once. */
export function toConnectionWithToken({ connection, token }: ConnectionWithToken): PaymentConnectionResponse {
  return { ...toConnectionResponse(connection), callbackToken: token };
}

/** The same as a repeat shows it, and as it is stored: without the word. */
export function toConnectionAgain({ connection }: ConnectionWithToken): PaymentConnectionResponse {
  return toConnectionResponse(connection);
}
