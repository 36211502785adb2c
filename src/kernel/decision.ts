import type { DomainEvent } from './outbox.js';

/** What a command on a state decided: the state after it and what happened. A refusal is thrown instead. */
export interface Decision<State, Event extends DomainEvent = DomainEvent> {
  readonly state: State;
  readonly events: readonly Event[];
}
