import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { DeadLetterRefusal } from '../../domain/dead-letter.js';

/** How refusals about dead letters look to a caller. */
export const deadLetterProblems: ProblemTable<DeadLetterRefusal> = {
  dead_letter_not_found: {
    status: 404,
    title: 'There is no such dead letter',
    detail: 'Check the id; the list of dead letters has them all.',
  },
  dead_letter_already_redriven: {
    status: 409,
    title: 'The event has been delivered since',
    detail: 'Nothing is left to do: the sink has the event.',
    howToProvoke: 'Redrive a letter again after it was delivered.',
  },
};
