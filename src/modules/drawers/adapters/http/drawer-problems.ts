import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { DrawerRefusal } from '../../domain/drawer-refusal.js';

type SessionRefusal = Extract<
  DrawerRefusal,
  `drawer_session_${string}` | `drawer_count_${string}` | `drawer_variance_${string}`
>;

const sessionProblems: ProblemTable<SessionRefusal> = {
  drawer_session_id_taken: {
    status: 409,
    title: 'The id belongs to another drawer session',
    detail: 'Make a fresh UUIDv7.',
  },
  drawer_session_not_found: {
    status: 404,
    title: 'There is no such drawer session',
    detail: 'Check the id. A session that the caller may not see looks absent, too.',
  },
  drawer_session_not_open: {
    status: 409,
    title: 'The drawer takes nothing now',
    detail: 'Its session is closed, is being counted, has to be counted first, or is of another outlet or currency.',
    cause: 'A payment, a refund or a movement came while the drawer was not open, or lost the race against its close.',
    tellTheCashier: 'This drawer is not open. Open it, or count it first.',
    howToProvoke: 'Begin the closing count and take cash.',
  },
  drawer_session_not_counting: {
    status: 409,
    title: 'The closing count has not begun',
    detail: 'Begin it with POST …/count; a session that is closed stays closed.',
  },
  drawer_count_forced: {
    status: 409,
    title: 'The drawer must be counted first',
    detail: 'Count it with POST …/counts, or take cash out with POST …/skims where there is too much in it.',
    tellTheCashier: 'Count the drawer before you go on.',
    howToProvoke: 'Take more cash than the cashLimit of the drawer policy.',
  },
  drawer_count_invalid: {
    status: 422,
    title: 'This is no count of the drawer',
    detail: 'errors[] names the place: give counted or denominations, each coin and note of the outlet once.',
  },
  drawer_variance_not_pending: {
    status: 409,
    title: 'There is nothing to decide',
    detail: 'Only a variance above the limit of a closed session is decided on, once.',
  },
  drawer_variance_own_count: {
    status: 403,
    title: 'Who counted does not decide',
    detail: 'Somebody else with drawers:approve has to decide on the variance.',
  },
};

/** How the refusals of this module look to a caller. */
export const drawerProblems: ProblemTable<DrawerRefusal> = {
  ...sessionProblems,
  drawer_not_found: {
    status: 404,
    title: 'There is no such drawer',
    detail: 'Check the id. A drawer of an outlet that the caller may not act for looks absent, too.',
  },
  drawer_id_taken: {
    status: 409,
    title: 'The id belongs to another drawer',
    detail: 'Make a fresh UUIDv7 for a new drawer, or change the one that is there with PATCH.',
  },
  drawer_name_taken: {
    status: 409,
    title: 'Another drawer of the outlet has this name',
    detail: 'Choose another one.',
  },
  drawer_inactive: {
    status: 409,
    title: 'The drawer was put away',
    detail: 'Take it back with PATCH, "active": true.',
  },
  drawer_in_use: { status: 409, title: 'The drawer is in use', detail: 'Close its session first.' },
  drawer_tray_not_found: {
    status: 404,
    title: 'There is no such tray',
    detail: 'Check the id; a tray stays in its outlet.',
  },
  drawer_tray_id_taken: {
    status: 409,
    title: 'The id belongs to another tray',
    detail: 'Make a fresh UUIDv7 for a new tray, or change the one that is there with PATCH.',
  },
  drawer_tray_name_taken: {
    status: 409,
    title: 'Another tray of the outlet has this name',
    detail: 'Choose another one.',
  },
  drawer_tray_inactive: { status: 409, title: 'The tray was put away', detail: 'Take it back with PATCH.' },
  drawer_tray_in_use: { status: 409, title: 'The tray is in a drawer', detail: 'Take it out, or close that session.' },
  drawer_tray_of_another: { status: 409, title: 'The tray is of another cashier', detail: 'Take your own.' },
  drawer_policy_invalid: {
    status: 422,
    title: 'Drawers cannot be run like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Name a denomination twice.',
  },
  drawer_already_open: {
    status: 409,
    title: 'The drawer is open',
    detail: 'A drawer has one session at a time: go on with it, or close it first.',
    tellTheCashier: 'This drawer is open already.',
    howToProvoke: 'Open a drawer twice.',
  },
  drawer_device_in_use: {
    status: 409,
    title: 'The device has a drawer open',
    detail: 'A device has one open session at a time.',
  },
  drawer_amount_invalid: { status: 422, title: 'The amount is nothing', detail: 'Name what is to move.' },
  drawer_cash_too_low: {
    status: 409,
    title: 'There is less in the drawer than that',
    detail: 'No more can be taken out than the books say went in. Count the drawer if there is more.',
    howToProvoke: 'Skim more than the float of a drawer that was just opened.',
  },
  drawer_float_too_high: {
    status: 422,
    title: 'More would be left than there is',
    detail: 'keepAsFloat is nothing or more, and not more than what was counted.',
  },
  drawer_transfer_invalid: {
    status: 409,
    title: 'Cash cannot go between these drawers',
    detail: 'They must be two, of the same outlet.',
  },
  bank_deposit_not_found: { status: 404, title: 'There is no such deposit', detail: 'Check the id and the outlet.' },
  bank_deposit_id_taken: { status: 409, title: 'The id belongs to another deposit', detail: 'Make a fresh UUIDv7.' },
  bank_deposit_ended: {
    status: 409,
    title: 'The deposit was confirmed or cancelled',
    detail: 'It does not change any more.',
  },
};
