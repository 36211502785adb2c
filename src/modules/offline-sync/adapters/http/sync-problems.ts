import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { SyncRefusal } from '../../domain/sync-refusal.js';

/** How the refusals of this module look to a caller. Those of single entries are in the answer of their batch. */
export const syncProblems: ProblemTable<SyncRefusal> = {
  batch_too_large: {
    status: 422,
    title: 'The batch has too many entries',
    detail: ({ max }) => `Send at most ${String(max)} at once, in the order of their numbers.`,
    example: { max: 500 },
    howToProvoke: 'Send a batch of 501 entries.',
  },
  sync_in_progress: {
    status: 409,
    title: 'Batches of this device are being handled',
    detail: 'Wait and send this one again: entries that were taken are not taken twice.',
    retryable: true,
    retryAfterSeconds: 2,
    cause: 'Several windows, or a hub and the device itself, send the same queue at once.',
  },
  sync_key_missing: {
    status: 422,
    title: 'The key is missing',
    detail: 'Send the public key that the device signs with, as it was linked: without it no entry can be checked.',
    howToProvoke: 'Send a batch with key null for a device that is linked with a key.',
  },
  sync_device_not_found: {
    status: 404,
    title: 'There is no such device, or nothing has come of it',
    detail: 'Check the id. Who is no device names one with deviceId.',
  },
  sync_days_invalid: {
    status: 422,
    title: 'These are no days that sums are made of',
    detail: ({ from, to, daysMax }) =>
      `From ${String(from)} to ${String(to)}: from may not be after to, and at most ${String(daysMax)} days are summed.`,
    example: { from: '2026-01-31', to: '2026-01-01', daysMax: 92 },
    howToProvoke: 'Ask for the days of a device from 2026-01-31 to 2026-01-01.',
  },
  sync_entry_not_found: { status: 404, title: 'There is no such entry', detail: 'Check the id.' },
  sync_entry_not_waiting: {
    status: 409,
    title: 'The entry waits for no such decision',
    detail: ({ status }) => `It is ${String(status)}.`,
    example: { status: 'applied' },
    howToProvoke: 'Release an entry that has taken effect.',
  },
  sync_entry_superseded: {
    status: 409,
    title: 'The true entry has come',
    detail: 'Another entry with the same id is in the queue; this changed copy can only be discarded.',
  },
  sync_conflict_not_found: { status: 404, title: 'There is no such conflict', detail: 'Check the id.' },
  sync_conflict_not_open: {
    status: 409,
    title: 'The conflict waits for no such decision',
    detail: ({ status }) => `It is ${String(status)}.`,
    example: { status: 'resolved' },
    howToProvoke: 'Resolve a conflict twice.',
  },
};
