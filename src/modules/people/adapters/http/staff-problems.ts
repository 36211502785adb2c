import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { StaffRefusal } from '../../domain/staff.js';

/** How refusals about people look to a caller. */
export const staffProblems: ProblemTable<StaffRefusal | 'user_announcement_invalid'> = {
  person_not_found: {
    status: 404,
    title: 'There is no such person',
    detail: 'Check the id; the list of staff has all whom you may see.',
  },
  person_already_exists: {
    status: 409,
    title: 'There is a person of this id already',
    detail: 'Leave the id out, or change the person that there is.',
    howToProvoke: 'Take somebody on twice under one id, with different keys.',
  },
  staff_number_taken: {
    status: 409,
    title: 'Somebody has this staff number',
    detail: ({ staffNumber }) => `${String(staffNumber)} is taken. Leave it out to be given the next free one.`,
    example: { staffNumber: '1007' },
    howToProvoke: 'Take on two people under one staff number.',
  },
  staff_email_taken: {
    status: 409,
    title: 'Somebody has this e-mail address',
    detail: 'An address belongs to one person, working here or not; large and small letters are the same.',
    howToProvoke: 'Take on two people with one e-mail address.',
  },
  staff_user_taken: {
    status: 409,
    title: 'Somebody is this user of the auth service',
    detail: 'A user is one person.',
    howToProvoke: 'Take on two people with one userId.',
  },
  person_disabled: {
    status: 409,
    title: 'The person does not work here any more',
    detail: 'Enable them first.',
    howToProvoke: 'Disable somebody twice.',
  },
  person_active: {
    status: 409,
    title: 'The person works here already',
    detail: 'There is nothing to enable.',
    howToProvoke: 'Enable somebody who was not disabled.',
  },
  rights_exceed_caller: {
    status: 403,
    title: 'It takes rights that you lack',
    detail: ({ permission }) =>
      typeof permission === 'string'
        ? `You lack ${permission} yourself, so you cannot give it, or decide about who has it.`
        : 'You act for some outlets or regions, and this reaches beyond them.',
    example: { permission: 'orders:refund' },
    howToProvoke: 'Give somebody the role owner with a key that may do less.',
  },
  own_person: {
    status: 409,
    title: 'Nobody does this to themselves',
    detail: 'Ask somebody else who may.',
    howToProvoke: 'Disable yourself.',
  },
  last_owner: {
    status: 409,
    title: 'Nobody else may do everything',
    detail:
      'This is the last active person with the role owner or business_admin for the whole business. Give it to another first.',
    howToProvoke: 'Disable the only owner.',
  },
  staff_role_unknown: {
    status: 422,
    title: 'There is no such role',
    detail: ({ role }) => `There is no role ${String(role)} in this business.`,
    example: { role: 'head_barista' },
    howToProvoke: 'Give somebody a role that does not exist.',
  },
  staff_outlet_unknown: {
    status: 422,
    title: 'There is no such outlet',
    detail: ({ outletId }) => `The business has no outlet ${String(outletId)}.`,
    example: { outletId: '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e' },
    howToProvoke: 'Give somebody a role in an outlet that does not exist.',
  },
  staff_regions_reserved: {
    status: 422,
    title: 'Regions are of the platform',
    detail: 'Only the staff of the vendor work by regions, and then not by outlets. Leave one of them out.',
    howToProvoke: 'Give somebody of a business a role with regions.',
  },
  staff_import_refused: {
    status: 422,
    title: 'Not all of these people can be taken on',
    detail: 'Nobody was. Each of those named has the code of what is in the way.',
    howToProvoke: 'Import two people under one staff number.',
  },
  pin_trivial: {
    status: 422,
    title: 'The PIN is too easy to guess',
    detail: ({ why }) => `Who guesses begins with PINs like this one (${String(why)}). Choose another.`,
    example: { why: 'run' },
    howToProvoke: 'Set the PIN 1234.',
  },
  pin_used_before: {
    status: 422,
    title: 'The person had this PIN lately',
    detail: 'The last three do not come again. Choose another.',
    howToProvoke: 'Set the same PIN twice.',
  },
  pin_not_set: {
    status: 409,
    title: 'There is no PIN to change',
    detail: 'An administrator gives the first one.',
    howToProvoke: 'Change your PIN without having one.',
  },
  not_a_person: {
    status: 403,
    title: 'Only people who are signed in have a PIN',
    detail: 'The caller is a key or a device, or a user who is not on the staff.',
    howToProvoke: 'Change the PIN of an API key.',
  },
  badge_taken: {
    status: 409,
    title: 'Somebody has this badge',
    detail: 'A badge belongs to one person. Take it away there first.',
    howToProvoke: 'Give one badge to two people.',
  },
  badge_not_found: {
    status: 404,
    title: 'The person has no such badge',
    detail: "Check the id; the list of the person's badges has them all.",
  },
  too_many_badges: {
    status: 409,
    title: 'The person has as many badges as one can have',
    detail: ({ limit }) => `${String(limit)} at most. Take one away first.`,
    example: { limit: 10 },
  },
  user_announcement_invalid: {
    status: 422,
    title: 'What was announced is no user',
    detail: 'The fields say what is wrong.',
  },
};
