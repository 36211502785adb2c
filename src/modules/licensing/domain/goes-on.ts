/** Below `/v1/:tenant/pos`: what makes nothing more, though its permission is for a feature. */
const OF_POS: readonly string[] = [
  // Stopped or taken back: a plan that was left must not keep on costing the business money.
  'POST /promotions/:promotionId/pause',
  'POST /promotions/:promotionId/end',
  'POST /pricebooks/:pricebookId/archive',
  'POST /pricebooks/:pricebookId/versions/:number/withdraw',
  'POST /webhooks/endpoints/:endpointId/disable',
  'DELETE /webhooks/endpoints/:endpointId',
  'DELETE /roles/:code',
  // A secret that got out is replaced in every plan.
  'POST /webhooks/endpoints/:endpointId/rotate',
  // What customers hold is theirs: a lost card is blocked and its money moved, a debt is paid.
  'POST /gift-cards/:cardId/block',
  'POST /gift-cards/:cardId/unblock',
  'POST /gift-cards/:cardId/transfer',
  'POST /gift-cards/:cardId/extend',
  'POST /house-accounts/:accountId/payments',
  'POST /house-accounts/:accountId/block',
  'POST /house-accounts/:accountId/unblock',
  'POST /house-accounts/:accountId/close',
  // Providers and banks set terms for these.
  'POST /settlements/:settlementId/reconcile',
  'POST /settlement-differences/:differenceId/explain',
  'POST /settlement-differences/:differenceId/reopen',
  'POST /chargebacks/:chargebackId/evidence',
  'POST /chargebacks/:chargebackId/close',
];
const OF_CONNECTIONS: readonly string[] = ['disable', 'rotate-callback-token'];

/** Operations that go on in every plan: what exists is stopped, taken back, paid or settled (DOMAIN.md "Licensing"). */
export const GOES_ON: ReadonlySet<string> = new Set([
  ...OF_POS.map((operation) => operation.replace(' ', ' /v1/:tenant/pos')),
  ...OF_CONNECTIONS.map((act) => `POST /v1/:tenant/integrations/payment-connections/:connectionId/${act}`),
]);
