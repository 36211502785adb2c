import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { BusinessRefusal } from '../../domain/business.js';
import type { RegistrationRefusal } from '../../domain/registration.js';

/** How the refusals of this module look to a caller. */
export const businessProblems: ProblemTable<BusinessRefusal | RegistrationRefusal> = {
  registration_not_found: {
    status: 404,
    title: 'There is no such registration',
    detail: 'Check the id. A registration of a region that the caller does not act for looks absent, too.',
  },
  registration_invalid: {
    status: 422,
    title: 'A business cannot register like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Register with the slug "platform".',
  },
  registration_id_taken: {
    status: 409,
    title: 'The id belongs to another registration',
    detail: 'Make a fresh UUIDv7 for a new registration.',
  },
  registration_not_open: {
    status: 409,
    title: 'The registration is past that',
    detail: ({ status }) => `It is ${String(status)}. Begin anew where it has ended.`,
    example: { status: 'active' },
  },
  slug_not_available: {
    status: 409,
    title: 'The slug is not to be had',
    detail: ({ slug }) => `A business is called ${String(slug)}, or wants to be. Choose another.`,
    example: { slug: 'acme' },
  },
  region_not_allowed: {
    status: 403,
    title: 'The caller acts for other regions',
    detail: 'Administrators of regions register and move businesses within theirs.',
  },
  code_wrong: {
    status: 422,
    title: 'The code is wrong',
    detail: ({ triesLeft }) => `${String(triesLeft)} tries are left for this code.`,
    example: { triesLeft: 4 },
  },
  code_not_usable: {
    status: 409,
    title: 'No code can be entered now',
    detail: 'The last one is older than 30 minutes, or was tried too often, or none was sent. Send another.',
  },
  code_sent_recently: {
    status: 429,
    title: 'A code was sent a moment ago',
    detail: 'Wait for it; messages take their time.',
    retryable: true,
    retryAfterSeconds: 60,
  },
  codes_used_up: {
    status: 409,
    title: 'No more codes are sent for this registration',
    detail: 'An administrator can confirm it by hand.',
  },
  codes_not_sent_here: {
    status: 409,
    title: 'Codes are not sent',
    detail:
      'There is no notifications service, no SECRETS_KEY, or nobody to write to. An administrator confirms by hand.',
  },
  first_key_not_due: {
    status: 409,
    title: 'The business is not there yet',
    detail: ({ status }) => `The registration is ${String(status)}. Ask again when it is active.`,
    example: { status: 'verified' },
  },
  first_key_made: {
    status: 409,
    title: 'The first API key was made before',
    detail: 'It is shown once. The owner signs in and makes another.',
  },
  business_not_found: {
    status: 404,
    title: 'There is no such business',
    detail: 'Check the slug. A business of a region that the caller does not act for looks absent, too.',
  },
  business_invalid: {
    status: 422,
    title: 'That cannot be said of a business',
    detail: 'errors[] names each bad place.',
  },
  business_closed: {
    status: 409,
    title: 'The business is closed',
    detail:
      'A closed business cannot be suspended. It can be resumed for 30 days after it was closed, and then no more.',
  },
  platform_is_no_business: {
    status: 409,
    title: 'The vendor itself is no business',
    detail: 'It can be neither suspended nor closed.',
  },
};
