/** What a tender adds for being used, as the service charges it. Screens show it before they charge it. */
export { surchargeOf } from '../../../src/modules/orders/application/payment-intake.js';
