import { isUuid } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { ConnectionId } from './connection.js';
import type { ConnectedProvider } from './provider.js';

/** `asked`: nobody knows whether it arrived; `absent`: it surely did not. */
export type RequestState = 'asked' | 'accepted' | 'refused' | 'absent';

/** What was asked of a provider. */
export interface ProviderRequest {
  /** Our key of the charge. */
  readonly key: string;
  readonly provider: ConnectedProvider;
  /** The same as the provider is told it. */
  readonly requestId: string;
  readonly connectionId: ConnectionId;
  readonly amount: Money;
  readonly state: RequestState;
  /** The provider's name of it. */
  readonly reference: string | null;
  readonly receipt: string | null;
  readonly notifyHash: string | null;
  readonly paymentUrl: string | null;
  /** A callback that nobody signed told another amount. */
  readonly doubtful: boolean;
  readonly askedAt: Date;
}

const KEY = /^(charge|refund|payout)-([0-9a-f-]{36})(?:-(\d{1,4}))?$/;
const LENGTH = 25;

/**
 * Our key as providers can take it: a letter and 25 letters and digits, for some take no hyphens and at most 30 characters.
 * One to one: the UUID behind it is written in base 36, and behind that the number of a further attempt.
 * @throws Error for what is no key of ours.
 */
export function requestIdOf(key: string): string {
  const [, kind, uuid, attempt = ''] = KEY.exec(key) ?? [];
  if (kind === undefined || uuid === undefined || !isUuid(uuid))
    throw new Error('this is no key of a charge, refund or payout');
  const digits = BigInt(`0x${uuid.replaceAll('-', '')}`).toString(36);
  return `${kind.charAt(0)}${digits.padStart(LENGTH, '0')}${attempt}`;
}
