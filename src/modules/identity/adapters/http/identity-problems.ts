import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { IdentityRefusal } from '../../domain/login.js';

/** How the refusals of this module look to a caller. */
export const identityProblems: ProblemTable<IdentityRefusal> = {
  login_not_found: {
    status: 404,
    title: 'There is no such login',
    detail: 'The person was not invited to sign in with a password. API keys have no login.',
  },
  login_person_not_found: {
    status: 404,
    title: 'There is no such person to invite',
    detail: 'Check the id. Somebody who is disabled, or works at outlets that you may not act for, looks absent, too.',
  },
  login_exists: {
    status: 409,
    title: 'The person has a login already',
    detail: 'Reset it to send a link for a new password; or remove it and invite again.',
    howToProvoke: 'Invite somebody who has accepted.',
  },
  login_email_taken: {
    status: 409,
    title: 'The e-mail address belongs to the login of somebody else',
    detail: 'Each person signs in with an address of their own. Change it at the person, then invite them.',
  },
  login_email_missing: {
    status: 422,
    title: 'The person has no e-mail address',
    detail: 'Enter one at the person first: it is the name that they sign in with.',
  },
  login_exceeds_caller: {
    status: 403,
    title: 'The person may do more than you',
    detail: 'Whoever gives somebody a link could use it. Ask somebody whose rights reach as far.',
    howToProvoke: 'Reset the login of an owner as a manager.',
  },
  login_changed: {
    status: 409,
    title: 'The login has changed meanwhile',
    detail: 'Somebody reset it, or the same was done in another window. Look at it again and decide anew.',
  },
  login_locked: {
    status: 423,
    title: 'There were too many wrong tries',
    detail: ({ retryAfterSeconds }) =>
      `Wait ${String(retryAfterSeconds)} seconds. An administrator can lift the lock. Addresses that nobody has lock, too.`,
    retryable: true,
    example: { retryAfterSeconds: 30 },
    cause:
      'Five wrong tries in a row lock an account for 30 seconds, each further one for twice as long; fifty in a day, until the next.',
    howToProvoke: 'Sign in with a wrong password six times.',
  },
  login_not_locked: {
    status: 409,
    title: 'The login is not locked',
    detail: 'There is no lock to lift: it may have run out by itself.',
  },
  otp_required: {
    status: 401,
    title: 'A second factor is needed',
    detail:
      'The password is right. Send it again together with otp, the six digits of the app, or with a recoveryCode.',
    howToProvoke: 'Enrol a second factor and sign in without it.',
  },
  otp_wrong: {
    status: 422,
    title: 'The code is not right',
    detail: 'Each code is good once, for half a minute. Check that the clock of the phone is right.',
  },
  password_wrong: {
    status: 422,
    title: 'The password is not right',
    detail: 'Wrong tries count as those to sign in do.',
  },
  password_refused: {
    status: 422,
    title: 'The password is too easy to guess, or too short',
    detail: 'errors[] says why. Some words that nobody else would put together are long and easy to keep in mind.',
    howToProvoke: 'Choose "password1234".',
  },
  totp_already_enrolled: {
    status: 409,
    title: 'There is a second factor already',
    detail: 'Remove it first, with the password and a code.',
  },
  totp_not_enrolled: {
    status: 409,
    title: 'There is no second factor',
    detail: 'There is nothing to remove.',
  },
  totp_not_begun: {
    status: 409,
    title: 'Enrolling a second factor was not begun',
    detail: 'Ask for a secret first.',
  },
  identity_policy_invalid: {
    status: 422,
    title: 'The rules for signing in cannot be like that',
    detail: 'errors[] names each bad place.',
  },
  passwords_needed: {
    status: 409,
    title: 'Without passwords nobody could sign in',
    detail: 'This installation has no auth service (OIDC_ISSUER), so that passwords cannot be switched off.',
    howToProvoke: 'Switch passwords off at a service that runs without OIDC_ISSUER.',
  },
};
