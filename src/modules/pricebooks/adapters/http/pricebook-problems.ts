import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { PricebookRefusal } from '../../domain/pricebook.js';

/** How the refusals of this module look to a caller. */
export const pricebookProblems: ProblemTable<PricebookRefusal> = {
  pricebook_not_found: {
    status: 404,
    title: 'There is no such pricebook',
    detail: 'Check the id; GET …/pricebooks lists all.',
  },
  pricebook_version_not_found: {
    status: 404,
    title: 'The pricebook has no such version',
    detail: 'Check the number; GET …/pricebooks/{id}/versions lists all.',
  },
  pricebook_invalid: {
    status: 422,
    title: 'A pricebook cannot be like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Create a pricebook whose scope names an outlet that does not exist.',
  },
  pricebook_already_exists: {
    status: 409,
    title: 'The id belongs to another pricebook',
    detail: 'Make a fresh UUIDv7 for a new pricebook, or change the one that is there.',
  },
  pricebook_code_taken: {
    status: 409,
    title: 'Another pricebook has this code',
    detail: ({ code }) => `Choose another code than ${String(code)}, or archive the other pricebook.`,
    example: { code: 'happy-hour' },
  },
  pricebook_parent_fixed: {
    status: 409,
    title: 'What a pricebook inherits is fixed once it was released',
    detail:
      'Sales of the past find their prices by it. Make a new pricebook with the other parent and archive this one.',
  },
  pricebook_archived: {
    status: 409,
    title: 'The pricebook is archived',
    detail: 'It changes no more. Make a new one.',
  },
  pricebook_in_use: {
    status: 409,
    title: 'Other pricebooks inherit this one',
    detail: 'Archive those first: their prices would change with it.',
  },
  pricebook_no_draft: {
    status: 409,
    title: 'The pricebook has no draft',
    detail: 'Begin one with POST …/pricebooks/{id}/versions. Perhaps somebody else has just published it.',
  },
  pricebook_draft_exists: {
    status: 409,
    title: 'The pricebook has a draft already',
    detail: ({ number }) => `Publish or withdraw version ${String(number)} first.`,
    example: { number: 3 },
  },
  pricebook_version_released: {
    status: 409,
    title: 'The version is retired',
    detail: 'What was in force stays on record, and what was withdrawn stays withdrawn.',
  },
  pricebook_version_in_force: {
    status: 409,
    title: 'The version is in force',
    detail: 'Publish another version, roll back to an earlier one, or archive the pricebook.',
  },
  pricebook_version_never_in_force: {
    status: 409,
    title: 'The version was never in force',
    detail: 'Roll back to a version that was; or publish the draft, or begin a draft from this version.',
  },
  pricebook_publish_time_passed: {
    status: 422,
    title: 'The time to publish has passed',
    detail: 'Prices of the past stay. Leave publishAt out to publish now.',
  },
  pricebook_entries_invalid: {
    status: 422,
    title: 'Some entries cannot be like that',
    detail: 'errors[] names the first hundred bad places. Nothing was changed.',
  },
  pricebook_too_large: {
    status: 409,
    title: 'The pricebook would have too many entries',
    detail: ({ limit }) => `At most ${String(limit)}. Rules for categories say the same with less.`,
    example: { limit: 50_000 },
  },
  pricebook_outlets_restricted: {
    status: 403,
    title: 'The pricebook applies at other outlets',
    detail: 'You may act for some outlets only: name outletIds in the scope, and none but those.',
  },
  pricebook_item_not_found: {
    status: 404,
    title: 'There is no such item',
    detail: 'Check the SKU; letter case matters.',
  },
  pricebook_file_unreadable: {
    status: 422,
    title: 'The file cannot be read',
    detail: ({ row, reason }) => `Row ${String(row)}: ${String(reason)}. Nothing was changed.`,
    example: { row: 1, reason: 'the header must be sku,kind,value,currency' },
  },
  too_many_pricebooks: {
    status: 409,
    title: 'There are too many pricebooks',
    detail: ({ limit }) => `At most ${String(limit)} that are not archived. Archive those that are not used.`,
    example: { limit: 500 },
  },
  too_many_versions_scheduled: {
    status: 409,
    title: 'Too many versions are scheduled',
    detail: ({ limit }) => `At most ${String(limit)} of one pricebook. Withdraw one, or wait.`,
    example: { limit: 20 },
  },
};
