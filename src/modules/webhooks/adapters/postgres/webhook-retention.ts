import type { WorkerConnections } from './worker-connections.js';

const BATCH = 1_000;
/** Bounds one round; what is left waits for the next. */
const BATCHES_MAX = 100;

// Row security lets this role remove only what is old enough: parked deliveries after 90 days, others after 30 (migration 0010).
const REMOVE = `
  delete from webhook_deliveries d
   using (select tenant_id, id from webhook_deliveries
           where status <> 'pending'
             and finished_at < now() - interval '30 days'
             and (status <> 'parked' or finished_at < now() - interval '90 days')
           limit $1) old
   where d.tenant_id = old.tenant_id and d.id = old.id returning 1`;

// What waits for an endpoint that nobody enables would wait for ever.
const CANCEL = `
  update webhook_deliveries d set status = 'cancelled', finished_at = now(), claim = null, claimed_until = null,
         last_error = 'the endpoint was disabled for too long'
    from (select q.tenant_id, q.id from webhook_endpoints e
            join webhook_deliveries q on q.tenant_id = e.tenant_id and q.endpoint_id = e.id and q.status = 'pending'
           where e.status = 'disabled' and e.disabled_at < now() - interval '30 days' limit $1) old
   where d.tenant_id = old.tenant_id and d.id = old.id returning 1`;

/** Removes deliveries that are done, with their tries, when they are old; a bounded number in a round. @returns how many. */
export async function removeOldDeliveries(connections: WorkerConnections): Promise<number> {
  await inBatches(connections, { name: 'webhooks_expire', text: CANCEL });
  return inBatches(connections, { name: 'webhooks_remove', text: REMOVE });
}

async function inBatches(
  connections: WorkerConnections,
  statement: { readonly name: string; readonly text: string },
): Promise<number> {
  let done = 0;
  for (let batch = 0; batch < BATCHES_MAX; batch++) {
    const { rows } = await connections.query({ ...statement, values: [BATCH] });
    done += rows.length;
    if (rows.length < BATCH) break;
  }
  return done;
}
