export { PlaceOrder } from './application/place-order.js';
export type { RequestedDiscount } from './application/requested-discount.js';
export type { RequestedLine } from './application/requested-line.js';
export type { RequestedPayment } from './application/requested-payment.js';
export type { RequestedSale } from './application/sale-opening.js';
export { SeatedOrders, type SeatedOrder } from './application/seated-orders.js';
export type { OrderEvent, OrderEvents, OrderEventType } from './domain/order-events.js';
export type { OrderSnapshot } from './domain/order-snapshot.js';
export {
  SimulatePromotion,
  type SimulatedPage,
  type SimulatedPeriod,
  type SimulatedRule,
} from './application/simulate-promotion.js';
export type { SimulatedOrder } from './domain/promotion-simulation.js';
export {
  OFFLINE_ORDER_KINDS,
  OFFLINE_RACES,
  OFFLINE_WAITS,
  OfflineOrders,
  type OfflineAct,
  type OfflineCause,
  type OfflineConflict,
  type OfflineDayTotals,
  type OfflineOrderKind,
  type OfflineOrderState,
  type OfflineResult,
} from './application/offline-orders.js';
