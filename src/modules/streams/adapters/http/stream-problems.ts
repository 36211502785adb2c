import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { ResumeRefusal } from '../../domain/resume-point.js';
import type { PlaceRefusal } from './stream-places.js';

/** How refusals about streams look to a caller. */
export const streamProblems: ProblemTable<ResumeRefusal | PlaceRefusal> = {
  last_event_id_invalid: {
    status: 400,
    title: 'The Last-Event-ID is not one of ours',
    detail: 'Send the id of the last event unchanged, or none to begin with what happens from now on.',
    howToProvoke: 'Open a stream with lastEventId=x.',
  },
  too_many_streams: {
    status: 429,
    title: 'The business has too many streams open',
    detail: ({ limit }) =>
      `At most ${String(limit)} at once. Close those that nobody watches, and wait as Retry-After says.`,
    example: { limit: 1000 },
    retryable: true,
    retryAfterSeconds: 5,
    tellTheCashier: 'Too many screens are connected; close those that nobody needs.',
  },
  streams_exhausted: {
    status: 503,
    title: 'This instance has no room for another stream',
    detail: 'Wait as Retry-After says and connect again; another instance may have room.',
    retryable: true,
    retryAfterSeconds: 2,
  },
};
