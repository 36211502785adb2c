import type { IdSource } from '../../../src/kernel/ids.js';
import { BasketBuilder } from '../../../src/modules/orders/application/basket-builder.js';
import { ChargeFlow } from '../../../src/modules/orders/application/charge-flow.js';
import { LedgerPayments } from '../../../src/modules/orders/application/ledger-payments.js';
import { LinePieces, type Pieces } from '../../../src/modules/orders/application/line-pieces.js';
import { PaymentIntake } from '../../../src/modules/orders/application/payment-intake.js';
import { PlaceOrder } from '../../../src/modules/orders/application/place-order.js';
import { PromotionCounter } from '../../../src/modules/orders/application/promotion-counter.js';
import type { RequestedLine } from '../../../src/modules/orders/application/requested-line.js';
import { SaleOpening } from '../../../src/modules/orders/application/sale-opening.js';
import { SaleRights } from '../../../src/modules/orders/application/sale-rights.js';
import { Sellings } from '../../../src/modules/orders/application/selling.js';
import type { GiftCardDesk } from '../../../src/modules/orders/ports/gift-card-desk.js';
import type { HouseAccountDesk } from '../../../src/modules/orders/ports/house-account-desk.js';
import type { Member } from '../../../src/modules/orders/ports/members.js';
import type { Menu } from '../../../src/modules/orders/ports/menu.js';
import type { OrderRepository } from '../../../src/modules/orders/ports/order-repository.js';
import type { PriceLists } from '../../../src/modules/orders/ports/price-lists.js';
import type { Tx } from '../../../src/kernel/transaction.js';
import {
  approvalsOf,
  AT_ONCE,
  drawersOf,
  licenceOf,
  membersOf,
  menuOf,
  needsNetwork,
  NO_EVENTS,
  outletsOf,
  priceListsOf,
  promotionRulesOf,
  tendersOf,
  type Book,
} from './book-ports.js';
import type { LinePrices } from './line-prices.js';

/** What the engine runs on. */
export interface EngineSurroundings {
  readonly book: Book;
  readonly ids: IdSource;
  readonly now: () => number;
  readonly member: (customerId: string) => Member | undefined;
  /** What the lines of the sale cost. */
  readonly prices: LinePrices;
}

/** The service's own use cases of a sale, on a book instead of a database. */
export interface SaleEngine {
  readonly opening: SaleOpening;
  readonly placing: PlaceOrder;
}

const GIFT_CARDS: GiftCardDesk = {
  redeem: needsNetwork,
  giveBack: needsNetwork,
  forSale: needsNetwork,
  sold: needsNetwork,
  unsold: needsNetwork,
};
const ACCOUNTS: HouseAccountDesk = { charge: needsNetwork, giveBack: needsNetwork };

/** Where orders would be kept: a till keeps what it sold in its queue. */
const NO_ORDERS: Pick<OrderRepository, 'add' | 'get' | 'find' | 'countsIn' | 'originOf'> = {
  add: () => undefined,
  get: needsNetwork,
  find: () => Promise.resolve(undefined),
  countsIn: () => undefined,
  originOf: () => Promise.resolve(undefined),
};

/** Puts the use cases together as the service's own module of orders does, for one sale. */
export function saleEngine({ book, ids, now, member, prices }: EngineSurroundings): SaleEngine {
  const [menu, members, tenders] = [agreedMenu(menuOf(book, now), prices), membersOf(member), tendersOf(book)];
  const ledgers = new LedgerPayments(GIFT_CARDS, members, ACCOUNTS);
  const intake = new PaymentIntake(tenders, drawersOf(book), ledgers, ids);
  const pieces = new AgreedPieces(menu, ids, prices);
  const baskets = new BasketBuilder(menu, agreedLists(priceListsOf(book), prices), GIFT_CARDS, pieces);
  const promotions = new PromotionCounter(promotionRulesOf(book));
  const rights = new SaleRights(approvalsOf(book));
  const opening = new SaleOpening(outletsOf(book), new Sellings(members), baskets, promotions, intake, rights, ids);
  const charges = new ChargeFlow(AT_ONCE, tenders, NO_ORDERS, ids);
  // The number is the service's to give; a sale without the network is known by its receipt number.
  const numbers = { next: () => Promise.resolve(0) };
  const known = { ensure: () => Promise.resolve() };
  const placing = new PlaceOrder(
    AT_ONCE,
    opening,
    numbers,
    NO_ORDERS,
    NO_EVENTS,
    promotions,
    ledgers,
    intake,
    charges,
    licenceOf(book),
    known,
  );
  return { opening, placing };
}

/** Takes lines apart as the service does, and puts the prices that were agreed in place of the book's. */
class AgreedPieces extends LinePieces {
  constructor(
    menu: Menu,
    ids: IdSource,
    private readonly prices: LinePrices,
  ) {
    super(menu, ids);
  }

  override async of(tx: Tx, requested: readonly RequestedLine[]): Promise<Pieces> {
    return this.prices.piecesOf(await super.of(tx, requested));
  }
}

function agreedMenu(menu: Menu, prices: LinePrices): Menu {
  const modifiers: Menu['modifiers'] = async (...asked) => prices.modifiersOf(await menu.modifiers(...asked));
  return { ...menu, modifiers };
}

function agreedLists(lists: PriceLists, prices: LinePrices): PriceLists {
  return { stepsFor: async (...asked) => prices.stepsOf(await lists.stepsFor(...asked)) };
}
