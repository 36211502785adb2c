import type { Id, OutletId } from '../../../kernel/ids.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { PROVIDER_RULES, type ConnectedProvider } from './provider.js';

export type ConnectionId = Id<'payment-connection'>;

/** A secret as it is stored: sealed. */
export interface StoredSecret {
  readonly sealed: string;
  /** Counts the values that the field has had. */
  readonly number: number;
  /** At most its last four characters; none of a short one. */
  readonly hint: string;
}

/** How a business, or one outlet of it, is connected to a provider. */
export interface PaymentConnection {
  readonly id: ConnectionId;
  readonly provider: ConnectedProvider;
  /** Null: for every outlet that has no connection of its own. */
  readonly outletId: OutletId | null;
  readonly settings: Readonly<Record<string, string>>;
  /** By their fields; `callbackToken` is among them. */
  readonly secrets: Readonly<Record<string, StoredSecret>>;
  readonly callbackHash: string;
  readonly active: boolean;
  readonly testedAt: Date | null;
  /** Why the last test failed; null when it did not. */
  readonly testFailure: string | null;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type ConnectionRefusal =
  | 'payment_connection_not_found'
  | 'payment_connection_exists'
  | 'payment_connection_invalid'
  | 'payment_connection_fixed'
  | 'payment_connection_changed'
  | 'payment_secrets_not_configured';

/** The field of the word in the address that the provider calls. */
export const CALLBACK_TOKEN = 'callbackToken';
const MASK = '…';
const HINT_LENGTH = 4;
/** Of a shorter secret, four characters would tell too much. */
const HINTED_FROM = 12;
const SECRET_MAX = 2_000;

/** What is shown of a secret besides the mask. */
export function hintOf(secret: string): string {
  return secret.length < HINTED_FROM ? '' : secret.slice(-HINT_LENGTH);
}

/** A secret as it is shown. Written back, it stays as it is. */
export function maskOf({ hint }: StoredSecret): string {
  return `${MASK}${hint}`;
}

/** What is to become of the secrets: those that are written anew; all others stay. */
export function newSecrets(
  wish: Readonly<Record<string, string>>,
  present: PaymentConnection['secrets'],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(wish).filter(([field, text]) => present[field] === undefined || text !== maskOf(present[field])),
  );
}

/**
 * Looks whether settings and secrets are what the provider needs.
 * @param present fields of secrets that are stored already.
 * @param urlRefusal says in words why an address must not be called.
 * @throws Refusal `payment_connection_invalid` with each bad place.
 */
export function assertComplete(
  provider: ConnectedProvider,
  { settings, secrets }: { settings: Readonly<Record<string, string>>; secrets: Readonly<Record<string, string>> },
  present: ReadonlySet<string>,
  urlRefusal: (url: string) => string | undefined,
): void {
  const fields = [...badSettings(provider, settings, urlRefusal), ...badSecrets(provider, secrets, present)];
  if (provider === 'mpesa' && settings['kind'] === 'till' && settings['till'] === undefined)
    fields.push({ pointer: '/settings/till', message: 'is needed where kind is "till"' });
  if (fields.length > 0) throw new Refusal<ConnectionRefusal>('payment_connection_invalid', {}, fields);
}

function badSettings(
  provider: ConnectedProvider,
  settings: Readonly<Record<string, string>>,
  urlRefusal: (url: string) => string | undefined,
): RefusedField[] {
  const rules = PROVIDER_RULES[provider].settings;
  const fields: RefusedField[] = [];
  for (const name of Object.keys(settings)) {
    if (!Object.hasOwn(rules, name))
      fields.push({ pointer: `/settings/${name}`, message: `is no setting of ${provider}` });
  }
  for (const [name, rule] of Object.entries(rules)) {
    const text = settings[name];
    const pointer = `/settings/${name}`;
    if (text === undefined) {
      if (rule.required) fields.push({ pointer, message: 'is needed' });
    } else if (!rule.form.test(text)) fields.push({ pointer, message: rule.message });
    else if (rule.isCalled === true) {
      const message = urlRefusal(text);
      if (message !== undefined) fields.push({ pointer, message });
    }
  }
  return fields;
}

function badSecrets(
  provider: ConnectedProvider,
  secrets: Readonly<Record<string, string>>,
  present: ReadonlySet<string>,
): RefusedField[] {
  const rules = PROVIDER_RULES[provider].secrets;
  const fields: RefusedField[] = [];
  for (const [name, text] of Object.entries(secrets)) {
    const pointer = `/secrets/${name}`;
    if (!Object.hasOwn(rules, name)) fields.push({ pointer, message: `is no secret of ${provider}` });
    else if (text === '' || text.length > SECRET_MAX)
      fields.push({ pointer, message: `must have 1 to ${SECRET_MAX} characters` });
    else if (text.startsWith(MASK)) fields.push({ pointer, message: 'is the mask of another secret' });
  }
  for (const [name, { required }] of Object.entries(rules)) {
    if (required && secrets[name] === undefined && !present.has(name))
      fields.push({ pointer: `/secrets/${name}`, message: 'is needed' });
  }
  return fields;
}
