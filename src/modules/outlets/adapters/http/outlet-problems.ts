import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { OutletRefusal } from '../../domain/outlet.js';
import type { TenantRefusal } from '../../domain/tenant.js';

/** How the refusals of this module look to a caller. */
export const outletProblems: ProblemTable<OutletRefusal | TenantRefusal> = {
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
  tenant_invalid: { status: 422, title: 'A business cannot be like that', detail: 'errors[] names each bad place.' },
  tenant_slug_taken: {
    status: 409,
    title: 'The slug is taken',
    detail: ({ slug }) => `Choose another slug than ${String(slug)}.`,
  },
};
