import type { CommandEntry } from './command.js';

/** The commands about money at the till. */
export const TILL_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'drawers list',
    summary: 'Lists drawers',
    load: async () => (await import('./commands/drawers-list.js')).drawersList,
  },
  {
    name: 'drawers sessions',
    summary: 'Lists drawer sessions, newest first',
    load: async () => (await import('./commands/drawers-sessions.js')).drawersSessions,
  },
  {
    name: 'drawers open',
    summary: 'Opens a drawer with its float',
    load: async () => (await import('./commands/drawers-open.js')).drawersOpen,
  },
  {
    name: 'drawers count',
    summary: 'Writes down what was counted during a session',
    load: async () => (await import('./commands/drawers-count.js')).drawersCount,
  },
  {
    name: 'drawers close',
    summary: 'Counts a drawer and closes its session',
    load: async () => (await import('./commands/drawers-close.js')).drawersClose,
  },
  {
    name: 'days list',
    summary: 'Lists business days: open, due or closed',
    load: async () => (await import('./commands/days-list.js')).daysList,
  },
  {
    name: 'days x',
    summary: 'Shows what a business day has come to so far, and changes nothing',
    load: async () => (await import('./commands/days-x.js')).daysX,
  },
  {
    name: 'days close',
    summary: 'Closes a business day and makes its Z report',
    load: async () => (await import('./commands/days-close.js')).daysClose,
  },
  {
    name: 'zreports list',
    summary: 'Lists Z reports, newest business day first',
    load: async () => (await import('./commands/zreports-list.js')).zreportsList,
  },
  {
    name: 'zreports show',
    summary: 'Shows a Z report as text, JSON, a page or PDF',
    load: async () => (await import('./commands/zreports-show.js')).zreportsShow,
  },
  {
    name: 'zreports verify',
    summary: 'Says whether any Z report of an outlet was changed or taken away',
    load: async () => (await import('./commands/zreports-verify.js')).zreportsVerify,
  },
  {
    name: 'tenders list',
    summary: 'Lists how each tender is taken at an outlet',
    load: async () => (await import('./commands/tenders-list.js')).tendersList,
  },
  {
    name: 'payments doubtful',
    summary: 'Lists payments of which nobody knows the end',
    load: async () => (await import('./commands/payments-doubtful.js')).paymentsDoubtful,
  },
  {
    name: 'payments unallocated',
    summary: 'Lists money that no order took',
    load: async () => (await import('./commands/payments-unallocated.js')).paymentsUnallocated,
  },
  {
    name: 'payments check',
    summary: 'Asks the provider now what became of a payment',
    load: async () => (await import('./commands/payments-check.js')).paymentsCheck,
  },
  {
    name: 'notices list',
    summary: 'Lists what calls for a person, newest first',
    load: async () => (await import('./commands/notices-list.js')).noticesList,
  },
  {
    name: 'notices ack',
    summary: 'Says that somebody looks after a notice',
    load: async () => (await import('./commands/notices-ack.js')).noticesAck,
  },
  {
    name: 'tips balances',
    summary: 'Lists what is owed to whom in tips',
    load: async () => (await import('./commands/tips-balances.js')).tipsBalances,
  },
  {
    name: 'accounts list',
    summary: 'Lists house accounts',
    load: async () => (await import('./commands/accounts-list.js')).accountsList,
  },
  {
    name: 'accounts statement',
    summary: 'Shows the statement of a house account',
    load: async () => (await import('./commands/accounts-statement.js')).accountsStatement,
  },
  {
    name: 'approvals list',
    summary: 'Lists acts that need a second person, newest first',
    load: async () => (await import('./commands/approvals-list.js')).approvalsList,
  },
  {
    name: 'approvals grant',
    summary: 'Grants an act that somebody has asked for',
    load: async () => (await import('./commands/approvals-grant.js')).approvalsGrant,
  },
  {
    name: 'approvals deny',
    summary: 'Denies an act that somebody has asked for',
    load: async () => (await import('./commands/approvals-deny.js')).approvalsDeny,
  },
  {
    name: 'shifts list',
    summary: 'Lists shifts, newest first',
    load: async () => (await import('./commands/shifts-list.js')).shiftsList,
  },
];
