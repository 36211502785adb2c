import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { RoleRefusal } from '../../domain/role.js';

/** How refusals about roles look to a caller. */
export const roleProblems: ProblemTable<RoleRefusal> = {
  role_not_found: {
    status: 404,
    title: 'There is no such role',
    detail: 'Check the code; the list of roles has them all.',
  },
  role_already_exists: {
    status: 409,
    title: 'There is a role of this code already',
    detail: 'Choose another code, or change the role that there is.',
    howToProvoke: 'Make a role twice.',
  },
  role_built_in: {
    status: 409,
    title: 'The role is built in',
    detail: ({ code }) => `Every business has ${String(code)}, and nobody changes it. Make a copy with basedOn.`,
    example: { code: 'cashier' },
    howToProvoke: 'Change the role cashier.',
  },
  role_in_use: {
    status: 409,
    title: 'Somebody has the role',
    detail: ({ holders }) => `It was given ${String(holders)} times. Give these people other roles first.`,
    example: { holders: 3 },
    howToProvoke: 'Remove a role that somebody has.',
  },
  role_exceeds_caller: {
    status: 403,
    title: 'The role would be allowed more than its maker',
    detail: ({ permission }) =>
      typeof permission === 'string'
        ? `You lack ${permission} yourself, so you cannot give it, or change who has it.`
        : 'A role holds in all outlets and regions, and you act for some of them.',
    example: { permission: 'orders:refund' },
    howToProvoke: 'Make a role with a permission that your own key lacks.',
  },
  role_permission_reserved: {
    status: 422,
    title: 'No role may hold this permission',
    detail: ({ permission }) => `${String(permission)} is given to devices, or by the vendor, alone.`,
    example: { permission: 'devices:self' },
    howToProvoke: 'Make a role with devices:self.',
  },
  role_base_unknown: {
    status: 422,
    title: 'There is no role to copy',
    detail: ({ code }) => `There is no role ${String(code)}.`,
    example: { code: 'head_barista' },
    howToProvoke: 'Make a role with basedOn of a role that does not exist.',
  },
  role_without_permissions: {
    status: 422,
    title: 'The role would allow nothing',
    detail: 'Name permissions, or a role to copy with basedOn.',
    howToProvoke: 'Make a role without permissions and without basedOn.',
  },
  role_template_not_found: {
    status: 404,
    title: 'There is no such template',
    detail: 'The list of templates has them all.',
  },
  too_many_roles: {
    status: 409,
    title: 'There are as many roles as there can be',
    detail: ({ limit }) => `A business can make ${String(limit)}. Remove what nobody has.`,
    example: { limit: 200 },
  },
};
