import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { add, zero, type Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import {
  adjustSafe,
  cancelDeposit,
  confirmDeposit,
  handIn,
  prepareDeposit,
  type BankDeposit,
  type DepositDecision,
  type DepositId,
} from '../domain/bank-deposit.js';
import type { Entry } from '../domain/drawer-ledger.js';
import type { DrawerRefusal } from '../domain/drawer-refusal.js';
import type { Doing } from '../domain/drawer-session.js';
import type { SafeRepository } from '../ports/drawer-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { SessionDesk } from './session-desk.js';

/** What becomes of a bag. */
export type DepositCommand =
  | { readonly verb: 'hand_in'; readonly reference: string | null }
  | { readonly verb: 'confirm'; readonly amount: Money }
  | { readonly verb: 'cancel'; readonly reason: string };

export interface PrepareCommand {
  readonly id: DepositId;
  readonly outletId: OutletId;
  readonly amount: Money;
  readonly reference: string | null;
  readonly reason: string | null;
}

/** Takes cash from the safe to the bank, and corrects what the books say is in the safe. */
export class KeepSafe {
  constructor(
    private readonly transactor: Transactor,
    private readonly safe: SafeRepository,
    private readonly desk: SessionDesk,
    private readonly outbox: Outbox,
    private readonly screen: TextScreen,
  ) {}

  /** @throws Refusal `outlet_not_found`, `drawer_amount_invalid`, `currency_mismatch`, `bank_deposit_id_taken`. */
  prepare(context: RequestContext, { reason, ...wish }: PrepareCommand): Promise<BankDeposit> {
    if (reason !== null) this.screen(reason, '/reason');
    if (wish.reference !== null) this.screen(wish.reference, '/reference');
    return this.transactor.run(context, async (tx) => {
      const outlet = await this.desk.outlet(tx, context, wish.outletId);
      const amount = add(zero(outlet.currency), wish.amount);
      const decision = prepareDeposit({ ...wish, amount }, reason, this.desk.doing(tx, context, outlet));
      await this.safe.addDeposit(tx, decision.state);
      this.safe.book(tx, decision.entries);
      this.outbox.append(tx, decision.events);
      return decision.state;
    });
  }

  /** @throws Refusal `bank_deposit_not_found`, `bank_deposit_ended`, `drawer_amount_invalid`, `currency_mismatch`. */
  change(
    context: RequestContext,
    outletId: OutletId,
    depositId: DepositId,
    command: DepositCommand,
  ): Promise<BankDeposit> {
    this.assertTexts(command);
    return this.transactor.run(context, async (tx) => {
      const deposit = await this.safe.deposit(tx, depositId);
      if (deposit.outletId !== outletId || !mayActFor(context.principal, outletId))
        throw new Refusal<DrawerRefusal>('bank_deposit_not_found', { depositId });
      const outlet = await this.desk.outlet(tx, context, outletId);
      const decision = decide(deposit, command, this.desk.doing(tx, context, outlet));
      await this.safe.saveDeposit(tx, decision.state);
      this.safe.book(tx, decision.entries);
      this.outbox.append(tx, decision.events);
      return decision.state;
    });
  }

  /** @param wish its id names the event's aggregate. @throws Refusal `outlet_not_found`, `drawer_amount_invalid`, `currency_mismatch`. */
  adjust(
    context: RequestContext,
    wish: { readonly id: string; readonly outletId: OutletId; readonly amount: Money; readonly reason: string },
  ): Promise<Entry> {
    this.screen(wish.reason, '/reason');
    return this.transactor.run(context, async (tx) => {
      const outlet = await this.desk.outlet(tx, context, wish.outletId);
      const amount = add(zero(outlet.currency), wish.amount);
      const { entry, event } = adjustSafe({ ...wish, amount }, this.desk.doing(tx, context, outlet));
      this.safe.book(tx, [entry]);
      this.outbox.append(tx, [event]);
      return entry;
    });
  }

  private assertTexts(command: DepositCommand): void {
    if (command.verb === 'cancel') this.screen(command.reason, '/reason');
    if (command.verb === 'hand_in' && command.reference !== null) this.screen(command.reference, '/reference');
  }
}

function decide(deposit: BankDeposit, command: DepositCommand, doing: Doing): DepositDecision {
  switch (command.verb) {
    case 'hand_in':
      return handIn(deposit, command.reference, doing);
    case 'confirm':
      return confirmDeposit(deposit, command.amount, doing);
    case 'cancel':
      return cancelDeposit(deposit, command.reason, doing);
  }
}
