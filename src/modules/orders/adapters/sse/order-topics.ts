import type { StreamTopic } from '../../../../platform/sse/tokens.js';

/** What screens watch of orders. */
export const ORDER_TOPICS: readonly StreamTopic[] = [
  { name: 'orders', permission: 'orders:read', types: ['pos.order.*'] },
  // What a kitchen cooks by, until it has events of its own. A sale rung up in one go shows its lines when it is completed.
  {
    name: 'kitchen',
    permission: 'kitchen:read',
    types: ['created', 'line_*', 'fired', 'completed', 'held', 'recalled', 'voided'].map((what) => `pos.order.${what}`),
  },
];
