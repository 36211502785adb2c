import type { WorkerConnections } from './due-intents.js';

/** What waits for the loyalty service, of all tenants. */
export interface IntentFigures {
  /** Calls that were not answered yet, or are still to be made. */
  readonly open: number;
  /** Burns that wait for their sale. */
  readonly held: number;
  /** Age of the oldest open one; 0 without any. */
  readonly oldestSeconds: number;
}

const FIGURES = `
  select count(*) filter (where status <> 'held')::int as open, count(*) filter (where status = 'held')::int as held,
         coalesce(extract(epoch from now() - min(created_at) filter (where status <> 'held')), 0)::float8 as "oldestSeconds"
    from loyalty_intents where status in ('pending', 'held', 'reversing')`;

/** Reads the figures with the worker's role. */
export async function readIntentFigures(connections: WorkerConnections): Promise<IntentFigures> {
  const { rows } = await connections.query({ name: 'loyalty_intents_figures', text: FIGURES, values: [] });
  return rows[0] as IntentFigures;
}
