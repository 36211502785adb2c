import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { InvariantFinding } from '../domain/invariant.js';
import type { InvariantChecks } from '../ports/invariant-checks.js';
import type { KnownOutlets } from '../ports/known-outlets.js';

export interface InvariantWish {
  /** YYYY-MM-DD; counts. */
  readonly from: string | null;
  /** YYYY-MM-DD; does not count. */
  readonly to: string | null;
  readonly outletId: OutletId | null;
}

/** What was found, and when. */
export interface InvariantReport {
  readonly checkedAt: Date;
  readonly findings: readonly InvariantFinding[];
}

/** Checks the rules about money against what the tables hold at this moment (GUARANTEES, "Ten invariants"). */
export class CheckInvariants {
  constructor(
    private readonly checks: InvariantChecks,
    private readonly outlets: KnownOutlets,
  ) {}

  /** A caller bound to outlets sees what is theirs. @throws Refusal `report_outlet_not_found`, `report_period_empty`. */
  async execute(context: RequestContext, { from, to, outletId }: InvariantWish): Promise<InvariantReport> {
    if (from !== null && to !== null && from >= to) {
      throw new Refusal('report_period_empty', { from, to }, [
        { pointer: '/query/from', message: 'must be before to' },
      ]);
    }
    const { principal } = context;
    if (outletId !== null) await this.assertOutlet(context, outletId);
    const mine = principal.outlets === undefined ? null : [...principal.outlets];
    const findings = await this.checks.check(context, { from, to, outletIds: outletId === null ? mine : [outletId] });
    return { checkedAt: context.at, findings };
  }

  private async assertOutlet(context: RequestContext, outletId: OutletId): Promise<void> {
    if (mayActFor(context.principal, outletId) && (await this.outlets.exists(context, outletId))) return;
    throw new Refusal('report_outlet_not_found', { outletId }, [
      { pointer: '/query/outletId', message: 'must be an outlet that you act for' },
    ]);
  }
}
