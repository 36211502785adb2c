import {
  assertComplete,
  CALLBACK_TOKEN,
  hintOf,
  maskOf,
  newSecrets,
  type ConnectionId,
  type StoredSecret,
} from './connection.js';
import { changeConnection, createConnection, rotateToken, switchConnection } from './connection-lifecycle.js';
import { PROVIDER_RULES, PROVIDERS, type ConnectedProvider } from './provider.js';
import { requestIdOf } from './provider-request.js';
import { Refusal } from '../../../kernel/refusal.js';

const AT = new Date('2026-11-20T10:00:00Z');
const stored = (number: number, hint = 'abcd'): StoredSecret => ({ sealed: `sealed-${number}`, number, hint });
const good: Record<ConnectedProvider, Record<string, string>> = {
  mpesa: { shortcode: '600000', callbackBase: 'https://pos.example.com' },
  airtel_money: { country: 'KE' },
  orange_money: {
    country: 'ci',
    callbackBase: 'https://pos.example.com',
    returnUrl: 'https://shop.example.com/thanks',
    cancelUrl: 'https://shop.example.com/again',
  },
};
const secretsOf = (provider: ConnectedProvider): Record<string, string> =>
  Object.fromEntries(Object.keys(PROVIDER_RULES[provider].secrets).map((field) => [field, `secret of ${field}`]));

function badPlaces(run: () => void): string[] {
  try {
    run();
    return [];
  } catch (error) {
    expect(error).toMatchObject({ code: 'payment_connection_invalid' });
    return (error as Refusal).fields.map(({ pointer }) => pointer);
  }
}
const publicOnly = (url: string): string | undefined => (url.includes('127.0.0.1') ? 'must be public' : undefined);

describe.each(PROVIDERS)('%s', (provider) => {
  test('takes what it needs', () => {
    expect(
      badPlaces(() =>
        assertComplete(provider, { settings: good[provider], secrets: secretsOf(provider) }, new Set(), publicOnly),
      ),
    ).toEqual([]);
  });
  test('names what is missing, and what is too much', () => {
    const places = badPlaces(() =>
      assertComplete(provider, { settings: { colour: 'red' }, secrets: { pin: '1' } }, new Set(), publicOnly),
    );
    const required = (rules: Readonly<Record<string, { required: boolean }>>): string[] =>
      Object.entries(rules)
        .filter(([, rule]) => rule.required)
        .map(([name]) => name);
    const { settings, secrets } = PROVIDER_RULES[provider];
    expect(places).toEqual([
      '/settings/colour',
      ...required(settings).map((name) => `/settings/${name}`),
      '/secrets/pin',
      ...required(secrets).map((name) => `/secrets/${name}`),
    ]);
  });
  test('an address that is called must be public', () => {
    const settings = { ...good[provider], baseUrl: 'http://127.0.0.1:3000' };
    expect(
      badPlaces(() => assertComplete(provider, { settings, secrets: secretsOf(provider) }, new Set(), publicOnly)),
    ).toEqual(['/settings/baseUrl']);
  });
});

test('a till needs its number', () => {
  const settings = { ...good.mpesa, kind: 'till' };
  expect(
    badPlaces(() => assertComplete('mpesa', { settings, secrets: secretsOf('mpesa') }, new Set(), publicOnly)),
  ).toEqual(['/settings/till']);
});

test('a mask keeps what is stored; the mask of another is refused', () => {
  const present = { passkey: stored(1, 'wxyz') };
  expect(newSecrets({ passkey: maskOf(stored(1, 'wxyz')) }, present)).toEqual({});
  expect(newSecrets({ passkey: 'new' }, present)).toEqual({ passkey: 'new' });
  const secrets = { ...secretsOf('mpesa'), passkey: '…0000' };
  expect(
    badPlaces(() => assertComplete('mpesa', { settings: good.mpesa, secrets }, new Set(['passkey']), publicOnly)),
  ).toEqual(['/secrets/passkey']);
});

test('of a short secret nothing is shown, of a long one four characters', () => {
  expect([hintOf('12345678901'), hintOf('123456789012')]).toEqual(['', '9012']);
});

const wish = { provider: 'mpesa', outletId: null, settings: good.mpesa } as const;
const making = {
  id: 'c' as ConnectionId,
  secrets: { passkey: stored(1) },
  token: { hash: 'h1', stored: stored(1) },
  by: 'ann',
  at: AT,
};
const made = createConnection(wish, making).state;

test('events tell what was before, and of secrets only that they changed', () => {
  const { state, events } = changeConnection(made, wish, { passkey: stored(2) }, AT);
  expect(events).toMatchObject([
    {
      type: 'pos.payment_connection.changed',
      sequence: 2,
      data: {
        paymentConnection: {
          secrets: [
            { field: CALLBACK_TOKEN, number: 1 },
            { field: 'passkey', number: 2 },
          ],
        },
        before: {
          secrets: [
            { field: CALLBACK_TOKEN, number: 1 },
            { field: 'passkey', number: 1 },
          ],
          version: 1,
        },
      },
    },
  ]);
  expect(JSON.stringify(events)).not.toMatch(/sealed|abcd|h1/);
  expect(state.version).toBe(2);
});

test('nothing new changes nothing', () => {
  expect(changeConnection(made, wish, {}, AT).events).toEqual([]);
  expect(switchConnection(made, true, AT).events).toEqual([]);
});

test('provider and outlet stay', () => {
  expect(() => changeConnection(made, { ...wish, provider: 'airtel_money' }, {}, AT)).toThrow(
    'payment_connection_fixed',
  );
});

test('off, on, and another address', () => {
  const off = switchConnection(made, false, AT);
  expect([off.state.active, off.events[0]?.type]).toEqual([false, 'pos.payment_connection.disabled']);
  expect(switchConnection(off.state, true, AT).events[0]?.type).toBe('pos.payment_connection.enabled');
  const rotated = rotateToken(made, { hash: 'h2', stored: stored(2) }, AT);
  expect([rotated.state.callbackHash, rotated.events[0]?.type]).toEqual(['h2', 'pos.payment_connection.token_rotated']);
});

test('our key as providers take it: at most 30 letters and digits, one to one', () => {
  const uuid = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e';
  const ids = [
    `charge-${uuid}`,
    `refund-${uuid}`,
    `refund-${uuid}-2`,
    `payout-${uuid}`,
    'charge-ffffffff-ffff-7fff-bfff-ffffffffffff',
  ].map(requestIdOf);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]{26,30}$/);
  expect(() => requestIdOf('charge-1')).toThrow('no key');
});
