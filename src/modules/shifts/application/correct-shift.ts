import { businessTimeOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { correct, type ShiftChanges } from '../domain/shift-correction.js';
import type { Shift, ShiftId, ShiftRefusal } from '../domain/shift.js';
import type { ShiftOutlets } from '../ports/shift-outlets.js';
import type { ShiftRepository } from '../ports/shift-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import { assertMayClock } from './shift-access.js';

/** Puts right what the clock says of a shift. */
export class CorrectShift {
  constructor(
    private readonly transactor: Transactor,
    private readonly shifts: ShiftRepository,
    private readonly outlets: ShiftOutlets,
    private readonly outbox: Outbox,
    private readonly screen: TextScreen,
  ) {}

  /**
   * @throws Refusal `shift_not_found`, `version_mismatch`, `shift_times_invalid`, `currency_mismatch`, `shift_overlaps` (with
   * another shift of the same person), `card_data_not_allowed`.
   */
  execute(
    context: RequestContext,
    id: ShiftId,
    wish: { readonly changes: ShiftChanges; readonly reason: string },
    expectedVersion?: number,
  ): Promise<Shift> {
    const { principal, at } = context;
    this.screen.assertHarmless(wish.reason, '/reason');
    return this.transactor.run(context, async (tx) => {
      const shift = await this.shifts.get(tx, id);
      assertMayClock(context, shift);
      if (expectedVersion !== undefined && expectedVersion !== shift.version)
        throw new Refusal('version_mismatch', { currentVersion: shift.version });
      const outlet = await this.outlets.outlet(tx, shift.outletId);
      if (outlet === undefined) throw new Error(`the outlet of the shift ${id} is gone`);
      const { timeZone, dayCutMinutes } = outlet;
      const businessDateOf = (time: Date): string => businessTimeOf(time, timeZone, dayCutMinutes).businessDate;
      const { longestMinutes } = await this.shifts.policy(tx, shift.outletId);
      const { state, events } = correct(shift, { ...wish, by: principal.id, businessDateOf, longestMinutes }, at);
      if (await this.shifts.overlaps(tx, state)) throw new Refusal<ShiftRefusal>('shift_overlaps', { shiftId: id });
      await this.shifts.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
