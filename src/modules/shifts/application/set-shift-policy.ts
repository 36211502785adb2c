import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { policyChanged } from '../domain/shift-events.js';
import type { ShiftPolicy } from '../domain/shift-policy.js';
import type { ShiftRefusal } from '../domain/shift.js';
import type { ShiftOutlets } from '../ports/shift-outlets.js';
import type { ShiftRepository } from '../ports/shift-repository.js';

/** Shows and sets when somebody is reminded of a shift at an outlet. */
export class SetShiftPolicy {
  constructor(
    private readonly transactor: Transactor,
    private readonly shifts: ShiftRepository,
    private readonly outlets: ShiftOutlets,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `shift_outlet_not_found`. */
  show(context: RequestContext, outletId: OutletId): Promise<ShiftPolicy> {
    return this.transactor.read(context, async (tx) => {
      await this.assertOutlet(tx, context, outletId);
      return this.shifts.policy(tx, outletId);
    });
  }

  /** Shifts that are going on are measured by it, too. @throws Refusal `shift_outlet_not_found`, `version_mismatch`. */
  execute(
    context: RequestContext,
    outletId: OutletId,
    longestMinutes: number | null,
    expectedVersion?: number,
  ): Promise<ShiftPolicy> {
    return this.transactor.run(context, async (tx) => {
      await this.assertOutlet(tx, context, outletId);
      const before = await this.shifts.lockPolicy(tx, outletId);
      if (expectedVersion !== undefined && expectedVersion !== before.version)
        throw new Refusal('version_mismatch', { currentVersion: before.version });
      const policy = { outletId, longestMinutes, version: before.version + 1 };
      await this.shifts.savePolicy(tx, policy);
      this.outbox.append(tx, [policyChanged(policy, before)]);
      return policy;
    });
  }

  private async assertOutlet(tx: Tx, { principal }: RequestContext, outletId: OutletId): Promise<void> {
    if (mayActFor(principal, outletId) && (await this.outlets.outlet(tx, outletId)) !== undefined) return;
    throw new Refusal<ShiftRefusal>('shift_outlet_not_found', { outletId });
  }
}
