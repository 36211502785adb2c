import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { DiscoveryRefusal } from '../../domain/discovery.js';
import type { OutletRefusal } from '../../domain/outlet.js';
import type { TenantRefusal } from '../../domain/tenant.js';

/** How the refusals of this module look to a caller. */
export const outletProblems: ProblemTable<OutletRefusal | TenantRefusal | DiscoveryRefusal> = {
  outlet_not_found: {
    status: 404,
    title: 'There is no such outlet',
    detail: 'Check the id. An outlet that the caller may not act for looks absent, too.',
    tellTheCashier: 'This till is not set up for a shop that exists; call the office.',
  },
  outlet_invalid: {
    status: 422,
    title: 'An outlet cannot be like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Open an outlet with "timeZone": "Mars/Olympus".',
  },
  outlet_id_taken: {
    status: 409,
    title: 'The id belongs to another outlet',
    detail: 'Make a fresh UUIDv7 for a new outlet, or change the one that is there with PATCH.',
  },
  outlets_restricted: {
    status: 403,
    title: 'The caller may act for some outlets only',
    detail: 'New outlets are opened by callers that may act for all of them.',
  },
  receipt_prefix_taken: {
    status: 409,
    title: 'Another outlet has this receipt prefix',
    detail: ({ receiptPrefix }) =>
      `Choose another prefix than ${String(receiptPrefix)}: receipt numbers must tell outlets apart.`,
  },
  tax_group_not_found: {
    status: 404,
    title: 'The outlet has no such tax group',
    detail: ({ code }) => `Add the group ${String(code)} with PUT, or name one that is there.`,
  },
  tax_group_invalid: {
    status: 422,
    title: 'A tax group cannot be like that',
    detail: 'errors[] names each bad place.',
  },
  tax_group_in_use: {
    status: 409,
    title: 'A service charge is taxed by this group',
    detail: ({ serviceCharge, code }) =>
      `Change or remove the service charge ${String(serviceCharge)} first, then the group ${String(code)}.`,
  },
  too_many_tax_groups: {
    status: 422,
    title: 'The outlet has too many tax groups',
    detail: ({ limit }) => `At most ${String(limit)}. Remove one that is not used.`,
  },
  outlet_discovery_pending: {
    status: 503,
    title: 'The registry is being asked about this outlet',
    detail: 'The outlet is not known here yet. Nothing was stored; repeat the request when Retry-After says.',
    cause:
      'The registry of outlets takes longer than a request may wait, or the business has asked about too many outlets within a ' +
      'minute. Work goes on behind the requests.',
    tellTheCashier: 'This shop is being set up; try again in a moment.',
    retryable: true,
    retryAfterSeconds: 2,
  },
  registry_unavailable: {
    status: 503,
    title: 'The registry of outlets does not answer',
    detail: 'The outlet is not known here, and the registry cannot be asked. Nothing was stored; try again later.',
    cause: 'The auth service is away. Outlets that are known already sell on.',
    tellTheCashier: 'This shop is not set up yet, and the office cannot be reached; try again in a moment.',
    retryable: true,
    retryAfterSeconds: 5,
  },
  registry_distrusted: {
    status: 502,
    title: 'What the registry of outlets answered is not believed',
    detail: 'Nothing of it was stored. See GET /outlets/discoveries for the reason; a minute later it is asked again.',
    cause:
      'The answer was not signed with AUTH_SERVICE_SECRET, was about something else, old, too large or no JSON, or no outlet ' +
      'can be like what it said.',
    tellTheCashier: 'This shop cannot be set up; call the office.',
  },
  tenant_invalid: { status: 422, title: 'A business cannot be like that', detail: 'errors[] names each bad place.' },
  tenant_slug_taken: {
    status: 409,
    title: 'The slug is taken',
    detail: ({ slug }) => `Choose another slug than ${String(slug)}.`,
  },
  tenant_closed_for_good: {
    status: 409,
    title: 'The business is closed',
    detail: 'A closed business cannot be suspended, and 30 days after it was closed it cannot be reopened.',
  },
  tenant_is_platform: {
    status: 409,
    title: 'The vendor itself is no business',
    detail: 'It can be neither suspended nor closed.',
  },
};
