export {
  PaymentConnectionsFacade,
  type ConnectedAccount,
  type ConnectionPlace,
  type KnownRequest,
  type RequestAnswer,
} from './application/payment-connections-facade.js';
export type { PaymentConnectionEvent, PaymentConnectionEvents } from './domain/connection-events.js';
export type { ConnectionRefusal } from './domain/connection.js';
export { isConnectedProvider, type ConnectedProvider } from './domain/provider.js';
