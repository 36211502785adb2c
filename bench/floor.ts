import express from 'express';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { FLOOR_STATEMENT, floorRows, type SaleBody } from './floor-rows.js';

// The floor under a sale: a bare express server that parses the same request and writes the same rows with one prepared
// statement as the database's owner. No validation, no pricing, no security, no idempotency check: what is left is what the
// HTTP stack, the driver and PostgreSQL cost, and no Node service can be faster.
const {
  FLOOR_DATABASE_URL: url,
  FLOOR_TENANT: tenant,
  FLOOR_OUTLET: outlet,
  FLOOR_PORT: port,
  FLOOR_POOL: max,
} = process.env;
if (url === undefined || tenant === undefined || outlet === undefined) throw new Error('started by bench/run.ts');

const pool = new pg.Pool({ connectionString: url, max: Number(max) });
const app = express();
let number = 0;

app.post('/v1/:tenant/pos/orders', express.json({ limit: '1mb' }), async (request, response) => {
  const rows = floorRows(request.body as SaleBody, {
    tenant,
    outlet,
    number: `F-${++number}`,
    key: request.get('Idempotency-Key') ?? randomUUID(),
  });
  await pool.query({ name: 'floor', text: FLOOR_STATEMENT, values: rows.values });
  response.status(201).json(rows.answer);
});

app.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
