export { PlaceOrder } from './application/place-order.js';
export type { RequestedPayment, RequestedSale } from './application/sale-opening.js';
export type { OrderEvent, OrderEvents, OrderEventType } from './domain/order-events.js';
export type { OrderSnapshot } from './domain/order-snapshot.js';
