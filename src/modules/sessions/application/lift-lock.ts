import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { forgive, lockOf } from '../domain/guessing.js';
import { countEvent, lockSnapshot, type KeptCount } from '../domain/session-events.js';
import type { SessionRefusal } from '../domain/session-refusal.js';
import type { GuessCounts } from '../ports/guess-counts.js';
import type { Staff } from '../ports/staff.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { WorkDevices } from '../ports/work-devices.js';

/** What lifting locks takes. */
export interface LiftLockParts {
  readonly transactor: Transactor;
  readonly counts: GuessCounts;
  readonly staff: Staff;
  readonly devices: WorkDevices;
  readonly outbox: Outbox;
  readonly screen: TextScreen;
}

/** Lets somebody try again whom wrong tries have locked out. */
export class LiftLock {
  constructor(private readonly use: LiftLockParts) {}

  /**
   * Nobody lifts the lock of who may do more than they: whoever could would go on guessing until they are them.
   * @returns what was locked, as it now is.
   * @throws Refusal `sign_in_lock_not_found`, `rights_exceed_caller`, `card_data_not_allowed`.
   */
  execute(context: RequestContext, { id, reason }: { id: string; reason: string }): Promise<KeptCount> {
    const { transactor, counts, outbox, screen } = this.use;
    screen.assertHarmless(reason, '/reason');
    return transactor.run(context, async (tx) => {
      const count = await counts.find(tx, id);
      if (count === undefined || lockOf(count, context.at) === null || !isTheirs(context, count))
        throw new Refusal<SessionRefusal>('sign_in_lock_not_found', { lockId: id });
      await this.assertNoMoreThan(tx, context, count);
      const lifted = { ...count, ...forgive(count), version: count.version + 1 };
      await counts.save(tx, [lifted]);
      const told = { lock: lockSnapshot(lifted), before: lockSnapshot(count), reason };
      outbox.append(tx, [countEvent('pos.session.lock_lifted', lifted, told)]);
      return lifted;
    });
  }

  private async assertNoMoreThan(
    tx: Tx,
    { principal }: RequestContext,
    { personId, deviceId }: KeptCount,
  ): Promise<void> {
    if (personId === null) return;
    const { staff, devices } = this.use;
    const device = deviceId === null ? undefined : await devices.device(tx, deviceId);
    const places = device === undefined ? [null] : [null, device];
    for (const place of places) {
      const { permissions = [] } = (await staff.rightsAt(tx, personId, place)) ?? {};
      const permission = [...permissions]
        .sort()
        .find((one) => !IN_EVERY_SESSION.has(one) && !principal.permissions.has(one));
      if (permission !== undefined) throw new Refusal('rights_exceed_caller', { permission });
    }
  }
}

/** What everybody may who is signed in is no right over others. */
const IN_EVERY_SESSION: ReadonlySet<string> = new Set(['sessions:own']);

function isTheirs({ principal }: RequestContext, { outletId }: KeptCount): boolean {
  return outletId === null ? principal.outlets === undefined : mayActFor(principal, outletId);
}
