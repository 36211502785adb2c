import type { WorkerConnections } from './due-works.js';

/** Payments that are not settled, of all tenants. */
export interface PaymentFigures {
  /** With providers, or on the way there. */
  readonly open: number;
  /** Unknown: somebody must find out. */
  readonly inDoubt: number;
  /** Refunds and payouts that are not done. */
  readonly transfers: number;
  /** Age of the oldest open charge; 0 without any. */
  readonly oldestSeconds: number;
}

const FIGURES = `
  select count(*) filter (where status <> 'unknown')::int as open, count(*) filter (where status = 'unknown')::int as "inDoubt",
         ((select count(*) from provider_refunds where settled_at is null)
          + (select count(*) from payouts where settled_at is null))::int as transfers,
         coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as "oldestSeconds"
    from payment_charges where settled_at is null`;

/** Reads the figures with the worker's role. */
export async function readPaymentFigures(connections: WorkerConnections): Promise<PaymentFigures> {
  const { rows } = await connections.query({ name: 'payment_figures', text: FIGURES, values: [] });
  return rows[0] as PaymentFigures;
}
