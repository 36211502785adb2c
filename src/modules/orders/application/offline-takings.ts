import { allocate } from '../../../kernel/allocation.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import { sum, zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { isCash } from '../domain/order-payment.js';
import type { NewPayment } from '../domain/order-payments.js';
import type { DrawerDesk } from '../ports/drawer-desk.js';
import type { TenderDesk, TenderRule } from '../ports/tender-desk.js';
import { LEDGERS } from './ledger-payments.js';
import type { OfflineConflict } from './offline-orders.js';
import { surchargeOf } from './payment-intake.js';
import type { RequestedPayment } from './requested-payment.js';
import { refuseAt } from './sale-refusal.js';

/** Where money moved. */
export interface SessionScene {
  readonly outletId: OutletId;
  readonly currency: string;
  readonly deviceId: string;
  /** The session that the device names. */
  readonly drawerSessionId: string | null;
  /** True while its opening may still arrive. */
  readonly mayWait: boolean;
}

/** What payments were taken for, and where. */
export interface TakingScene extends SessionScene {
  readonly bookedOn: string | null;
  readonly takenBy: string;
  /** When the money was taken. */
  readonly at: Date;
}

/** Payments that happened, the tenders they are in, and what the outlet's rules of now say to them. */
export interface Takings {
  readonly payments: readonly NewPayment[];
  readonly tenders: readonly string[];
  readonly drawerSessionId: string | null;
  readonly conflicts: readonly OfflineConflict[];
}

/** Makes payments of what a device took: money in hand is taken down whatever the rules have become. */
export class OfflineTakings {
  constructor(
    private readonly tenders: TenderDesk,
    private readonly drawers: DrawerDesk,
    private readonly ids: IdSource,
  ) {}

  /**
   * @param charged what the device charged for its tenders; `undefined`: what the outlet's rules of now say.
   * @throws Refusal `tender_needs_network`: value of ours, or money that a provider has to collect, cannot have been taken.
   */
  async of(
    tx: Tx,
    scene: TakingScene,
    requested: readonly RequestedPayment[],
    charged: Money | undefined,
  ): Promise<Takings> {
    const rules = await this.tenders.rules(tx, scene.outletId);
    for (const one of requested) assertByHand(one, rules.get(one.tender));
    const { drawerSessionId, conflicts: ofSession } = await this.session(tx, scene, requested.length > 0);
    const { surcharges, conflicts: ofSurcharges } = surchargesOf(requested, rules, charged, scene.currency);
    const { bookedOn, takenBy, at: receivedAt } = scene;
    const payments = requested.map(({ id, tender, amount, reference }, index): NewPayment => {
      const surcharge = surcharges[index] ?? zero(scene.currency);
      const money = { id: id ?? this.ids.next<'payment'>(), tender, amount, surcharge, reference };
      const where = { drawerSessionId, bookedOn, takenBy, receivedAt };
      return { ...money, ...where, ledger: null, provider: null, acceptDoubt: true };
    });
    const unknown = [...new Set(requested.map(({ tender }) => tender))].filter((tender) => !rules.has(tender));
    const ofTenders: OfflineConflict[] =
      unknown.length === 0 ? [] : [{ cause: 'tender_not_accepted', facts: { tenders: unknown } }];
    return {
      payments,
      tenders: [...rules.keys(), ...unknown],
      drawerSessionId,
      conflicts: [...ofTenders, ...ofSession, ...ofSurcharges],
    };
  }

  /**
   * The session that takes the money now; a closed one keeps its Z, so another takes it, or none.
   * @throws Refusal `drawer_session_not_found` where it may still arrive.
   */
  async session(
    tx: Tx,
    { drawerSessionId: sessionId, deviceId, outletId, currency, mayWait }: SessionScene,
    moves: boolean,
  ): Promise<Pick<Takings, 'drawerSessionId' | 'conflicts'>> {
    if (sessionId === null || !moves) return { drawerSessionId: sessionId, conflicts: [] };
    const asked = { sessionId, deviceId, outletId, currency };
    const { sessionId: found, known } = await this.drawers.sessionFor(tx, asked);
    if (!known && mayWait) throw new Refusal('drawer_session_not_found', { drawerSessionId: sessionId });
    if (found === sessionId) return { drawerSessionId: found, conflicts: [] };
    const facts = { drawerSessionId: sessionId, takenBy: found };
    return { drawerSessionId: found, conflicts: [{ cause: 'drawer_session_closed', facts }] };
  }
}

function assertByHand({ tender, pointer }: RequestedPayment, rule: TenderRule | undefined): void {
  if (LEDGERS[rule?.kind ?? tender] === undefined && (rule?.provider ?? null) === null) return;
  refuseAt('tender_needs_network', { tender }, `${pointer}/tender`, 'takes no money without a network');
}

/** What each tender added: by the rules, or, where the device charged another sum, that sum over what was not cash. */
function surchargesOf(
  requested: readonly RequestedPayment[],
  rules: ReadonlyMap<string, TenderRule>,
  charged: Money | undefined,
  currency: string,
): { readonly surcharges: readonly Money[]; readonly conflicts: readonly OfflineConflict[] } {
  const own = requested.map(({ tender, amount }) => {
    const rule = rules.get(tender);
    return rule === undefined ? zero(currency) : surchargeOf(amount, rule);
  });
  const total = sum(own, currency);
  if (charged === undefined || charged.amount === total.amount) return { surcharges: own, conflicts: [] };
  const weights = requested.map((payment) => (isCash(payment) ? 0n : BigInt(Math.max(payment.amount.amount, 0))));
  if (weights.every((weight) => weight === 0n)) return { surcharges: own, conflicts: [] };
  const conflict: OfflineConflict = { cause: 'surcharge_differs', facts: { charged, own: total } };
  return { surcharges: allocate(charged, weights), conflicts: [conflict] };
}
