import type { Decision } from '../../../kernel/decision.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { ShiftEvent } from '../domain/shift-events.js';
import { clockOut, endBreak, startBreak } from '../domain/shift-lifecycle.js';
import type { Shift, ShiftId } from '../domain/shift.js';
import type { ShiftRepository } from '../ports/shift-repository.js';
import { assertMayClock } from './shift-access.js';

export type ClockCommand =
  { readonly verb: 'start-break' | 'end-break' } | { readonly verb: 'clock-out'; readonly declaredTips: Money | null };

/** Works the clock of a shift that has begun: breaks and its end. */
export class WorkClock {
  constructor(
    private readonly transactor: Transactor,
    private readonly shifts: ShiftRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `shift_not_found`, `permission_missing`, and what says why the clock cannot be worked like that. */
  execute(context: RequestContext, id: ShiftId, command: ClockCommand): Promise<Shift> {
    return this.transactor.run(context, async (tx) => {
      const shift = await this.shifts.get(tx, id);
      assertMayClock(context, shift);
      const { state, events } = decide(shift, command, context.at);
      await this.shifts.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}

function decide(shift: Shift, command: ClockCommand, at: Date): Decision<Shift, ShiftEvent> {
  switch (command.verb) {
    case 'start-break':
      return startBreak(shift, at);
    case 'end-break':
      return endBreak(shift, at);
    case 'clock-out':
      return clockOut(shift, command.declaredTips, at);
  }
}
