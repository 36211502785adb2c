import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import { businessTimeOf } from '../../../kernel/business-time.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { clockIn } from '../domain/shift-lifecycle.js';
import type { Shift, ShiftId, ShiftRefusal } from '../domain/shift.js';
import type { KnownOutlets } from '../ports/known-outlets.js';
import type { ShiftOutlet, ShiftOutlets } from '../ports/shift-outlets.js';
import type { ShiftRepository } from '../ports/shift-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import { MANAGE } from './shift-access.js';

export interface ClockInWish {
  readonly id: ShiftId | undefined;
  readonly outletId: OutletId;
  /** Somebody else than the caller. */
  readonly personId: string | undefined;
  readonly job: string;
  readonly deviceId: string | null;
}

/** Begins a person's shift, the caller's own unless somebody else is named. */
export class ClockInPerson {
  constructor(
    private readonly transactor: Transactor,
    private readonly shifts: ShiftRepository,
    private readonly outlets: ShiftOutlets,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly screen: TextScreen,
    private readonly known: KnownOutlets,
  ) {}

  /**
   * @throws Refusal `permission_missing`, `shift_outlet_not_found`, `shift_already_open`, `shift_id_taken`,
   * `card_data_not_allowed`.
   */
  async execute(context: RequestContext, wish: ClockInWish): Promise<Shift> {
    const { principal, at } = context;
    const personId = wish.personId ?? principal.id;
    if (personId !== principal.id && !principal.permissions.has(MANAGE))
      throw new Refusal('permission_missing', { permission: MANAGE });
    if (wish.personId !== undefined) this.screen.assertHarmless(wish.personId, '/personId');
    if (wish.deviceId !== null) this.screen.assertHarmless(wish.deviceId, '/deviceId');
    await this.known.ensure(context, wish.outletId);
    return this.transactor.run(context, async (tx) => {
      const { id: outletId, timeZone, dayCutMinutes, currency } = await this.outletOf(tx, context, wish.outletId);
      const { longestMinutes } = await this.shifts.policy(tx, outletId);
      const { businessDate } = businessTimeOf(at, timeZone, dayCutMinutes);
      const id = wish.id ?? this.ids.next<'shift'>();
      const { job } = wish;
      const deviceId = principal.deviceId ?? wish.deviceId;
      const begun = { id, outletId, personId, job, deviceId, businessDate, currency, longestMinutes };
      const decision = clockIn(begun, at);
      this.shifts.add(tx, decision.state);
      this.outbox.append(tx, decision.events);
      return decision.state;
    });
  }

  private async outletOf(tx: Tx, { principal }: RequestContext, outletId: OutletId): Promise<ShiftOutlet> {
    const outlet = mayActFor(principal, outletId) ? await this.outlets.outlet(tx, outletId) : undefined;
    if (outlet?.active === true) return outlet;
    const field = { pointer: '/outletId', message: 'must be an open outlet that you act for' };
    throw new Refusal<ShiftRefusal>('shift_outlet_not_found', { outletId }, [field]);
  }
}
