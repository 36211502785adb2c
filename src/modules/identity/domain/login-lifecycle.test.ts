import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { LoginEvent } from './login-events.js';
import {
  beginTotp,
  changePassword,
  choosePassword,
  confirmTotp,
  inviteAgain,
  inviteNew,
  removeLogin,
  removeTotp,
  requestReset,
  signedIn,
  useFactor,
} from './login-lifecycle.js';
import { AT, loginLike, ON, PENDING } from './login.examples.js';
import { foldedEmail, statusOf, type Login, type LoginId, type PersonId } from './login.js';

const LATER = new Date('2026-11-22T08:00:00Z');
const STATES = {
  invited: loginLike({ passwordHash: null, passwordNumber: 0, passwordAt: null }),
  active: loginLike(),
  pending: loginLike({ totp: PENDING, totpNumber: 1 }),
  'with factor': loginLike({ totp: ON, totpNumber: 1 }),
  reset: loginLike({ passwordHash: null }),
};
type State = keyof typeof STATES;
const COMMANDS = {
  'invite again': (login: Login) => inviteAgain(login, 'new@example.com', LATER, LATER),
  choose: (login: Login) => choosePassword(login, 'h2', LATER),
  change: (login: Login) => changePassword(login, 'h2', LATER),
  'ask for reset': (login: Login) => requestReset(login, { by: 'self' }, LATER),
  reset: (login: Login) => requestReset(login, { by: 'administrator', reason: 'lost', removeTotp: false }, LATER),
  'reset all': (login: Login) => requestReset(login, { by: 'administrator', reason: 'lost', removeTotp: true }, LATER),
  'begin factor': (login: Login) => beginTotp(login, 's2', LATER),
  'confirm factor': (login: Login) => confirmTotp(login, 7, ['r'], LATER),
  'remove factor': (login: Login) => removeTotp(login, LATER),
  remove: (login: Login) => removeLogin(login, 'left', LATER),
};
type Command = keyof typeof COMMANDS;

const asked = 'pos.identity.reset_requested';
const off = 'pos.identity.totp_removed';
/** Every command in every state: the events, or the refusal. */
const OUTCOMES: Record<Command, Record<State, string | readonly string[]>> = {
  'invite again': {
    ...{ invited: ['pos.identity.invited'], active: 'login_exists', pending: 'login_exists' },
    ...{ 'with factor': 'login_exists', reset: 'login_exists' },
  },
  choose: everywhere(['pos.identity.password_changed'], { invited: ['pos.identity.login_made'] }),
  change: everywhere(['pos.identity.password_changed'], {}),
  'ask for reset': everywhere([asked], {}),
  reset: everywhere([asked], {}),
  'reset all': everywhere([asked], { pending: [asked, off], 'with factor': [asked, off] }),
  'begin factor': everywhere([], { 'with factor': 'totp_already_enrolled' }),
  'confirm factor': everywhere('totp_not_begun', {
    pending: ['pos.identity.totp_enrolled'],
    'with factor': 'totp_already_enrolled',
  }),
  'remove factor': everywhere('totp_not_enrolled', { 'with factor': [off] }),
  remove: everywhere(['pos.identity.login_removed'], {}),
};

function everywhere(
  usual: string | readonly string[],
  otherwise: Partial<Record<State, string | readonly string[]>>,
): Record<State, string | readonly string[]> {
  return { invited: usual, active: usual, pending: usual, 'with factor': usual, reset: usual, ...otherwise };
}

const cells = (Object.keys(OUTCOMES) as Command[]).flatMap((command) =>
  (Object.keys(STATES) as State[]).map((state) => ({ command, state, outcome: OUTCOMES[command][state] })),
);

test.each(cells)('$command when $state', ({ command, state, outcome }) => {
  const before = STATES[state];
  let decided: Decision<Login, LoginEvent> | undefined;
  try {
    decided = COMMANDS[command](before);
  } catch (error) {
    expect((error as Refusal).code).toBe(outcome);
    return;
  }
  expect(decided.events.map(({ type }) => type)).toEqual(outcome);
  // The events have the next places, without a gap, and the login counts them.
  const places = decided.events.map((_, index) => before.eventSequence + index + 1);
  expect(decided.events.map(({ sequence }) => sequence)).toEqual(places);
  expect(decided.state.eventSequence).toBe(before.eventSequence + places.length);
  expect(decided.state.version).toBeGreaterThan(before.version);
  expect(decided.state.updatedAt).toBe(LATER);
});

test('no event has an address, a hash or a secret', () => {
  const told = cells.flatMap(({ command, state }) => {
    try {
      return [...COMMANDS[command](STATES[state]).events];
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      return [];
    }
  });
  expect(told.length).toBeGreaterThan(20);
  expect(JSON.stringify(told)).not.toMatch(/example\.com|"h2?"|"s2?"|"r[12]?"/);
});

test('an invitation makes a login that waits for its first password', () => {
  const wish = { id: 'l' as LoginId, personId: 'p' as PersonId, email: 'ann@example.com', by: 'user:owner', at: AT };
  const { state, events } = inviteNew(wish, LATER);
  expect([statusOf(state), state.version, state.eventSequence]).toEqual(['invited', 1, 1]);
  expect(events).toMatchObject([{ type: 'pos.identity.invited', sequence: 1, data: { until: LATER.toISOString() } }]);
});

test('an administrator takes the password away, somebody who asks for a link does not', () => {
  expect(statusOf(COMMANDS['ask for reset'](STATES.active).state)).toBe('active');
  expect(statusOf(COMMANDS.reset(STATES.active).state)).toBe('reset');
  expect(statusOf(COMMANDS.reset(STATES.invited).state)).toBe('invited');
  expect(COMMANDS.reset(STATES['with factor']).state.totp.state).toBe('on');
  expect(COMMANDS['reset all'](STATES['with factor']).state.totp.state).toBe('off');
});

test('a code counts once: none of its step or an earlier one is taken after it', () => {
  const login = STATES['with factor'];
  expect(useFactor(login, { step: 99 }, LATER)).toBeUndefined();
  expect(useFactor(login, { step: 100 }, LATER)).toBeUndefined();
  const used = useFactor(login, { step: 101 }, LATER);
  expect(used).toMatchObject({ state: { totp: { lastStep: 101 } }, events: [] });
  expect(useFactor(used?.state as Login, { step: 101 }, LATER)).toBeUndefined();
});

test('a recovery code counts once, and is told of', () => {
  const used = useFactor(STATES['with factor'], { recoveryCode: 'r1' }, LATER);
  expect(used?.events).toMatchObject([
    { type: 'pos.identity.recovery_code_used', data: { login: { recoveryCodesLeft: 1 } } },
  ]);
  expect(useFactor(used?.state as Login, { recoveryCode: 'r1' }, LATER)).toBeUndefined();
  expect(useFactor(used?.state as Login, { recoveryCode: 'r2' }, LATER)).toBeDefined();
  expect(useFactor(STATES['with factor'], { recoveryCode: 'r3' }, LATER)).toBeUndefined();
});

test.each(['invited', 'active', 'pending', 'reset'] as const)('when %s no code is right', (state) => {
  expect(useFactor(STATES[state], { step: 1_000 }, LATER)).toBeUndefined();
  expect(useFactor(STATES[state], { recoveryCode: 'r1' }, LATER)).toBeUndefined();
});

test('signing in is a version and no event', () => {
  expect(signedIn(STATES.active, LATER)).toMatchObject({ version: 4, eventSequence: 2, lastSignInAt: LATER });
});

test.each([
  [' Ann@Example.COM ', 'ann@example.com'],
  ['a@b', 'a@b'],
  ['ann', undefined],
  ['ann@', undefined],
  ['@example.com', undefined],
  ['a nn@example.com', undefined],
  ['ann@example.com\u0000', undefined],
  [`${'a'.repeat(65)}@example.com`, undefined],
  [`ann@${'a'.repeat(190)}`, undefined],
])('%j is the address %j', (text, folded) => {
  expect(foldedEmail(text)).toBe(folded);
});
