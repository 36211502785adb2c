/** The front door of dead letters: what could not be delivered, and asking for another try. */
export type {
  DeadLetter,
  DeadLetterEvents,
  DeadLetterId,
  DeadLetterStatus,
  RedriveEvent,
} from './domain/dead-letter.js';
