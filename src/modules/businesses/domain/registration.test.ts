import fc from 'fast-check';
import { Refusal } from '../../../kernel/refusal.js';
import { beginProvisioning, finishStep, makeFirstKey, nextStep, postpone } from './provisioning.js';
import {
  codeDelivered,
  confirmByHand,
  enterCode,
  expireRegistration,
  rejectRegistration,
  requestRegistration,
  resendCode,
  verifiedByRegistry,
} from './registration-lifecycle.js';
import { after, AT, CODE, EACH, FACTS, WISH } from './registration.examples.js';
import { STEPS, type Registration, type RegistrationRefusal, type RegistrationStatus } from './registration.js';

const DEED = { by: 'user:root', at: after(5), reason: 'because' };
const commands = {
  rightCode: (registration: Registration) => enterCode(registration, true, 'user:x', after(5)).state,
  wrongCode: (registration: Registration) => enterCode(registration, false, 'user:x', after(5)).state,
  confirm: (registration: Registration) => confirmByHand(registration, DEED).state,
  resend: (registration: Registration) => resendCode(registration, CODE, after(5)).state,
  reject: (registration: Registration) => rejectRegistration(registration, DEED).state,
  expireEarly: (registration: Registration) => expireRegistration(registration, after(5)).state,
  expireLate: (registration: Registration) => expireRegistration(registration, after(8 * 24 * 60)).state,
  begin: (registration: Registration) => beginProvisioning(registration, after(5)),
  finish: (registration: Registration) => finishStep(registration, 'tenant', after(5)).state,
  postpone: (registration: Registration) => postpone(registration, 'away', after(5)),
  key: (registration: Registration) => makeFirstKey(registration, after(5)),
};
type Command = keyof typeof commands;
type Outcome = RegistrationStatus | 'unchanged' | RegistrationRefusal;
const NOT_OPEN = 'registration_not_open';
const PAST = { verified: NOT_OPEN, provisioning: NOT_OPEN, active: NOT_OPEN } as const;
const OVER = { expired: NOT_OPEN, rejected: NOT_OPEN } as const;
const STAYS = { expired: 'unchanged', rejected: 'unchanged' } as const;
const NO_KEY = 'first_key_not_due';
const outcomes: Readonly<Record<Command, Readonly<Record<RegistrationStatus, Outcome>>>> = {
  rightCode: { requested: 'verified', ...PAST, ...OVER },
  wrongCode: { requested: 'requested', ...PAST, ...OVER },
  confirm: { requested: 'verified', ...PAST, ...OVER },
  resend: { requested: 'requested', ...PAST, ...OVER },
  reject: { requested: 'rejected', verified: 'rejected', provisioning: 'rejected', active: NOT_OPEN, ...OVER },
  expireEarly: {
    requested: 'unchanged',
    verified: 'unchanged',
    provisioning: 'unchanged',
    active: 'unchanged',
    ...STAYS,
  },
  expireLate: { requested: 'expired', verified: 'unchanged', provisioning: 'unchanged', active: 'unchanged', ...STAYS },
  begin: { requested: NOT_OPEN, verified: 'provisioning', provisioning: 'provisioning', active: NOT_OPEN, ...OVER },
  finish: {
    requested: 'unchanged',
    verified: 'unchanged',
    provisioning: 'provisioning',
    active: 'unchanged',
    ...STAYS,
  },
  postpone: {
    requested: 'unchanged',
    verified: 'unchanged',
    provisioning: 'provisioning',
    active: 'unchanged',
    ...STAYS,
  },
  key: {
    requested: NO_KEY,
    verified: NO_KEY,
    provisioning: NO_KEY,
    active: 'active',
    expired: NO_KEY,
    rejected: NO_KEY,
  },
};

function outcomeOf(command: Command, registration: Registration): string {
  try {
    const state = commands[command](registration);
    return state === registration ? 'unchanged' : state.status;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const names = Object.keys(commands) as Command[];
const states = Object.keys(EACH) as RegistrationStatus[];
test.each(names.flatMap((name) => states.map((status) => [name, status] as const)))(
  '%s of one that is %s',
  (name, status) => {
    expect(outcomeOf(name, EACH[status]())).toBe(outcomes[name][status]);
  },
);

test.each<[string, Partial<typeof WISH>, string[]]>([
  ['a reserved slug', { slug: 'platform' }, ['/slug']],
  ['a slug with a capital', { slug: 'Acme' }, ['/slug']],
  ['a name of blanks', { name: '  ' }, ['/name']],
  ['no currency', { currency: 'XAU' }, ['/currency']],
  ['no country', { country: 'Kenya' }, ['/country']],
  ['a region with a blank', { region: 'east africa' }, ['/region']],
  ['a time zone of Mars', { timeZone: 'Mars/Olympus' }, ['/timeZone']],
  ['no language', { language: '?' }, ['/language']],
  ['an address that is none', { owner: { name: 'A', email: 'amina', phone: null } }, ['/owner/email']],
  ['a number without its country', { owner: { name: 'A', email: 'a@b.co', phone: '0712345678' } }, ['/owner/phone']],
  ['nowhere to send to', { channel: 'sms', owner: { name: 'A', email: 'a@b.co', phone: null } }, ['/owner/phone']],
])('a registration with %s is refused', (_, change, pointers) => {
  expect(() => requestRegistration({ ...WISH, ...change }, FACTS)).toThrow(
    expect.objectContaining({
      code: 'registration_invalid',
      fields: pointers.map((pointer): unknown => expect.objectContaining({ pointer })),
    }),
  );
});

test('no event and nothing that is left of an ended registration tells who the owner is', () => {
  const wrong = enterCode(EACH.requested(), false, 'user:x', after(1));
  const told = [requestRegistration(WISH, FACTS), wrong, rejectRegistration(EACH.requested(), DEED)];
  for (const { events } of told) {
    expect(JSON.stringify(events)).not.toMatch(/amina@|Yusuf|712345678|aaaaaaaa/);
  }
  for (const status of ['active', 'expired', 'rejected'] as const) {
    const { owner, code, contact } = EACH[status]();
    expect({ owner, code, contact }).toEqual({ owner: null, code: null, contact: 'a***@e***.com, +25***78' });
  }
});

test('after five wrong codes none can be entered until another is sent', () => {
  let registration = EACH.requested();
  for (let tries = 0; tries < 5; tries += 1) registration = enterCode(registration, false, 'user:x', after(2)).state;
  expect(outcomeOf('rightCode', registration)).toBe('code_not_usable');
  const again = resendCode(registration, CODE, after(2)).state;
  expect(again.code?.triesLeft).toBe(5);
  expect(outcomeOf('rightCode', again)).toBe('verified');
});

test('a code is good for thirty minutes', () => {
  const enter = (minutes: number) => enterCode(EACH.requested(), true, 'user:x', after(minutes)).state.status;
  expect(enter(29)).toBe('verified');
  expect(() => enter(30)).toThrow('code_not_usable');
});

test('three more codes are sent, a minute apart unless one failed', () => {
  let registration = codeDelivered(EACH.requested(), 1, true);
  expect(() => resendCode(registration, CODE, after(0.5))).toThrow('code_sent_recently');
  registration = codeDelivered(EACH.requested(), 1, false);
  registration = resendCode(registration, CODE, after(0.5)).state;
  registration = resendCode(registration, CODE, after(2)).state;
  registration = resendCode(registration, CODE, after(4)).state;
  expect(() => resendCode(registration, CODE, after(9))).toThrow('codes_used_up');
});

test('what became of a code says nothing of one that was sent since', () => {
  const again = resendCode(EACH.requested(), CODE, after(2)).state;
  expect(codeDelivered(again, 1, true)).toBe(again);
  expect(codeDelivered(again, 2, true).delivery).toBe('sent');
});

test('where codes are not sent there is none to enter, and an administrator confirms', () => {
  const { state } = requestRegistration(WISH, { ...FACTS, code: null });
  expect(state.delivery).toBe('by_hand');
  expect(outcomeOf('rightCode', state)).toBe('code_not_usable');
  expect(() => resendCode(state, null, after(2))).toThrow('codes_not_sent_here');
  expect(outcomeOf('confirm', state)).toBe('verified');
});

test('what the registry announces is verified at once, and due', () => {
  const { state, events } = requestRegistration({ ...WISH, owner: null, channel: null }, { ...FACTS, code: null });
  const known = verifiedByRegistry(state, AT);
  expect(known.state).toMatchObject({ status: 'verified', nextTryAt: AT });
  expect([...events, ...known.events].map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test('once the business is there, its registration cannot be rejected', () => {
  const made = finishStep(EACH.provisioning(), 'tenant', after(2)).state;
  expect(outcomeOf('reject', made)).toBe(NOT_OPEN);
});

test('the first key is made once', () => {
  expect(() => makeFirstKey(makeFirstKey(EACH.active(), after(3)), after(4))).toThrow('first_key_made');
});

test('whatever is done in whatever order, events count without gaps and steps are done in order', () => {
  const anything = fc.array(fc.constantFrom(...names, ...STEPS), { maxLength: 25 });
  fc.assert(
    fc.property(anything, (doings) => {
      let registration = EACH.requested();
      let sequence = 1;
      for (const doing of doings) {
        const before = registration;
        if (doing in commands) {
          if (!(outcomeOf(doing as Command, registration) in EACH)) continue;
          registration = commands[doing as Command](registration);
        } else if (doing === nextStep(registration)) {
          registration = finishStep(registration, doing, after(6)).state;
        }
        expect(registration.eventSequence - sequence).toBeLessThanOrEqual(1);
        expect(registration.version).toBeGreaterThanOrEqual(before.version);
        sequence = registration.eventSequence;
        expect((registration.endedAt === null) === (registration.owner !== null)).toBe(true);
        expect(registration.status === 'active').toBe(registration.stepsDone.length === STEPS.length);
      }
    }),
  );
});
