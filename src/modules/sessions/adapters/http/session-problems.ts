import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { SessionRefusal } from '../../domain/session-refusal.js';

/** How the refusals of this module look to a caller. */
export const sessionProblems: ProblemTable<SessionRefusal> = {
  sign_in_locked: {
    status: 423,
    title: 'After wrong tries no PIN is taken for a while',
    detail: ({ scope, retryAfterSeconds }) =>
      `${LOCKED[String(scope)] ?? 'This'} is locked for ${String(retryAfterSeconds)} s. ` +
      'Wait, or lift it with POST …/sign-in/locks/{lockId}/lift.',
    retryable: true,
    example: { scope: 'person_on_device', retryAfterSeconds: 30 },
    cause:
      'Five wrong tries lock a person on a device, ten in 15 minutes the device, fifty in a day of UTC the person everywhere. ' +
      'Whether there is such a person makes no difference.',
    tellTheCashier: 'Too many wrong tries; wait, or ask a manager.',
    howToProvoke: 'Send a wrong PIN six times.',
  },
  sign_in_closed: {
    status: 403,
    title: 'Nobody can sign in at this device',
    detail: 'It was locked from afar or unlinked. Unlock it, or link it again.',
    tellTheCashier: 'This device is locked; call the office.',
    howToProvoke: 'Lock a device and sign in at it.',
  },
  device_required: {
    status: 403,
    title: 'This can be done at a linked device only',
    detail: 'Send the token of a linked device, or of a session on one.',
    howToProvoke: 'Sign in with an API key.',
  },
  session_required: {
    status: 403,
    title: 'The caller is not signed in to a session',
    detail: 'Send the token of a session; API keys and tokens of the auth service have none.',
    howToProvoke: 'Ask for the current session with an API key.',
  },
  session_not_found: { status: 404, title: 'There is no such session', detail: 'Check the id.' },
  session_over: {
    status: 409,
    title: 'The session is over',
    detail: 'It has ended or run out; sign in again.',
    tellTheCashier: 'Please sign in again.',
    howToProvoke: 'End a session twice.',
  },
  sign_in_lock_not_found: {
    status: 404,
    title: 'There is no such lock',
    detail: 'GET …/sign-in/locks shows what is locked now; what is not there has ended by itself.',
  },
};

const LOCKED: Readonly<Record<string, string>> = {
  person_on_device: 'This person on this device',
  device: 'This device',
  account: 'This person',
};
