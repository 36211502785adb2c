import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { ShiftId } from '../domain/shift.js';
import type { ShiftOutlets } from '../ports/shift-outlets.js';
import type { ShiftRepository } from '../ports/shift-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import { ClockInPerson, type ClockInWish } from './clock-in-person.js';
import { MANAGE } from './shift-access.js';
import { WorkClock } from './work-clock.js';

/** What somebody did with the clock at a device some time ago. */
export type OfflineShiftAct =
  | { readonly act: 'clock_in'; readonly wish: ClockInWish & { readonly id: ShiftId } }
  | { readonly act: 'clock_out'; readonly shiftId: ShiftId; readonly declaredTips: Money | null };

/** What people did with the clocks of devices that had no network. */
export abstract class OfflineShifts {
  /**
   * Records it in the caller's transaction. @param context of the person, at the time at which it happened.
   * @throws Refusal those of the commands of the same names.
   */
  abstract record(tx: Tx, context: RequestContext, act: OfflineShiftAct): Promise<void>;
}

/** Records by the same commands as requests do. */
export class RecordedOfflineShifts extends OfflineShifts {
  constructor(
    private readonly shifts: ShiftRepository,
    private readonly outlets: ShiftOutlets,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  async record(tx: Tx, context: RequestContext, done: OfflineShiftAct): Promise<void> {
    const within: Transactor = { run: (_context, work) => work(tx), read: (_context, work) => work(tx) };
    if (done.act === 'clock_in') {
      // The device's outlet is known here: it was linked there.
      const known = { ensure: () => Promise.resolve() };
      const { shifts, outlets, outbox, ids, screen } = this;
      await new ClockInPerson(within, shifts, outlets, outbox, ids, screen, known).execute(context, done.wish);
      return;
    }
    const { principal } = context;
    // A shift that somebody else began is ended by whoever stood there.
    const present = {
      ...context,
      principal: { ...principal, permissions: new Set([...principal.permissions, MANAGE]) },
    };
    const { shiftId, declaredTips } = done;
    await new WorkClock(within, this.shifts, this.outbox).execute(present, shiftId, {
      verb: 'clock-out',
      declaredTips,
    });
  }
}
