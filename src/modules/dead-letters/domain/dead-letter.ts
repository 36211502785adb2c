import type { Decision } from '../../../kernel/decision.js';
import type { Id } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';

export type DeadLetterId = Id<'dead-letter'>;

/** An event that was given up for one sink, the others have it. `queued`: to be tried again; `redriven`: delivered after all. */
export interface DeadLetter {
  readonly id: DeadLetterId;
  readonly sink: string;
  readonly eventId: string;
  readonly type: string;
  /** `orders/0197…`: the aggregate whose event it is. */
  readonly subject: string;
  readonly sequence: number;
  readonly outletId: string | null;
  readonly reason: string;
  readonly attempts: number;
  readonly deadAt: Date;
  readonly status: DeadLetterStatus;
  /** How often somebody has asked for another try. */
  readonly redrives: number;
  readonly queuedBy: string | null;
  readonly redrivenAt: Date | null;
}

export type DeadLetterStatus = 'dead' | 'queued' | 'redriven';

export type DeadLetterRefusal = 'dead_letter_not_found' | 'dead_letter_already_redriven';

/** Somebody asked for another try of a dead letter. */
export interface RedriveRequested {
  readonly deadLetter: {
    readonly id: string;
    readonly sink: string;
    readonly eventId: string;
    readonly type: string;
    readonly subject: string;
    readonly reason: string;
  };
}

/** The data of a dead letter's events by their types. */
export interface DeadLetterEvents {
  /** Somebody asked to deliver an event that was given up. */
  'pos.dead_letter.redrive_requested': RedriveRequested;
}

export type RedriveEvent = DomainEvent<'pos.dead_letter.redrive_requested', RedriveRequested>;

/**
 * Asks for another try. Asking again while the letter is queued changes nothing.
 * @throws Refusal `dead_letter_already_redriven`: the sink has the event, and a second delivery would help nobody.
 */
export function redrive(letter: DeadLetter, by: string): Decision<DeadLetter, RedriveEvent> {
  if (letter.status === 'redriven')
    throw new Refusal<DeadLetterRefusal>('dead_letter_already_redriven', { deadLetterId: letter.id });
  if (letter.status === 'queued') return { state: letter, events: [] };
  const state: DeadLetter = { ...letter, status: 'queued', queuedBy: by, redrives: letter.redrives + 1 };
  const { id, sink, eventId, type, subject, reason } = state;
  const event: RedriveEvent = {
    type: 'pos.dead_letter.redrive_requested',
    aggregate: 'dead_letters',
    aggregateId: id,
    sequence: state.redrives,
    outletId: null,
    data: { deadLetter: { id, sink, eventId, type, subject, reason } },
  };
  return { state, events: [event] };
}
