import { Client } from 'pg';

/** Runs work over one connection of its own and closes it. */
export async function connected<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs work in a transaction that is undone whatever happens; a tenant given is set for this transaction only. */
export async function undone<Result>(
  client: Client,
  tenantId: string | null,
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query('begin');
  try {
    if (tenantId !== null) await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
    return await work();
  } finally {
    await client.query('rollback');
  }
}
