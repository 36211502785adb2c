import type { IdSource } from '../../../kernel/ids.js';
import type { ApprovalDesk } from '../ports/approval-desk.js';
import type { DrawerDesk } from '../ports/drawer-desk.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { SalesOutlets } from '../ports/sales-outlets.js';
import type { TenderDesk } from '../ports/tender-desk.js';
import { AddLines } from './add-lines.js';
import { AddPayment } from './add-payment.js';
import { AddPromoCode } from './add-promo-code.js';
import { AdjustTip } from './adjust-tip.js';
import type { BasketBuilder } from './basket-builder.js';
import { CancelPayment } from './cancel-payment.js';
import { ChangeLine } from './change-line.js';
import { ChangeTip } from './change-tip.js';
import type { ChargeFlow } from './charge-flow.js';
import { CompleteOrder } from './complete-order.js';
import { FireOrder } from './fire-order.js';
import { GiveDiscount } from './give-discount.js';
import { HoldOrder } from './hold-order.js';
import type { ItemCounts } from './item-counts.js';
import type { LedgerPayments } from './ledger-payments.js';
import type { OrderCommands } from './order-commands.js';
import type { OrderPricer } from './order-pricer.js';
import type { PayingOut } from './paying-out.js';
import type { PaymentIntake } from './payment-intake.js';
import type { PromotionCounter } from './promotion-counter.js';
import { RecallOrder } from './recall-order.js';
import { RefundOrder } from './refund-order.js';
import { RemoveDiscount } from './remove-discount.js';
import { RemoveLine } from './remove-line.js';
import { RemovePromoCode } from './remove-promo-code.js';
import { ReturnPayment } from './return-payment.js';
import type { SaleRights } from './sale-rights.js';
import { VoidOrder } from './void-order.js';

/** What the money of an order goes through. */
export interface MoneyParts {
  readonly tenders: TenderDesk;
  readonly drawers: DrawerDesk;
  readonly approvals: ApprovalDesk;
  readonly rights: SaleRights;
  readonly intake: PaymentIntake;
  readonly charges: ChargeFlow;
  readonly payingOut: PayingOut;
}

/** What the commands on existing orders are made of. */
export interface CommandParts extends MoneyParts {
  readonly commands: OrderCommands;
  readonly outlets: SalesOutlets;
  readonly orders: OrderRepository;
  readonly baskets: BasketBuilder;
  readonly pricer: OrderPricer;
  readonly ledgers: LedgerPayments;
  readonly counts: ItemCounts;
  readonly promotions: PromotionCounter;
  readonly ids: IdSource;
}

/** Makes the commands on existing orders. */
export class OrderParts {
  constructor(readonly parts: CommandParts) {}

  /** The commands that most orders see. */
  commands() {
    const { commands, outlets, orders, baskets, pricer, ledgers, counts, promotions } = this.parts;
    const { intake, charges, approvals, tenders, rights } = this.parts;
    return {
      addLines: new AddLines(commands, pricer, baskets, rights),
      changeLine: new ChangeLine(commands, pricer, counts),
      removeLine: new RemoveLine(commands, pricer, counts),
      addPayment: new AddPayment(commands, outlets, orders, intake, ledgers, charges),
      complete: new CompleteOrder(commands, outlets, orders, ledgers),
      void: new VoidOrder(commands, { outlets, orders, promotions, counts, approvals, tenders }),
      fire: new FireOrder(commands),
      hold: new HoldOrder(commands),
      recall: new RecallOrder(commands),
      refund: this.refunds(),
    };
  }

  /** Refunds, by themselves and within an exchange. */
  refunds() {
    const { commands, outlets, orders, ledgers, approvals, payingOut, tenders, ids } = this.parts;
    return new RefundOrder(commands, { outlets, orders, ledgers, approvals, payingOut, tenders }, ids);
  }

  /** What comes off an order, and on top of it. */
  extras() {
    const { commands, pricer, rights, ids } = this.parts;
    return {
      giveDiscount: new GiveDiscount(commands, pricer, rights, ids),
      removeDiscount: new RemoveDiscount(commands, pricer),
      addPromoCode: new AddPromoCode(commands, pricer),
      removePromoCode: new RemovePromoCode(commands, pricer),
      changeTip: new ChangeTip(commands, pricer),
    };
  }

  /** What can be done to one payment. */
  payments() {
    const { commands, outlets, orders, approvals, ledgers, payingOut, tenders, drawers, ids } = this.parts;
    return {
      cancel: new CancelPayment(commands, tenders),
      giveBack: new ReturnPayment(commands, outlets, orders, approvals, ledgers, payingOut, ids),
      adjustTip: new AdjustTip(commands, outlets, orders, drawers),
    };
  }
}
