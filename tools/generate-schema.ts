// Writes migrations/schema.sql: what the migrations add up to, read back from a database that replayed them.
import { writeFile } from 'node:fs/promises';
import { Client } from 'pg';
import { migrate } from '../src/platform/postgres/migrate.js';
import { dumpSchema } from '../src/platform/postgres/schema-dump.js';
import { findPostgres } from '../test/harness/postgres-server.js';
import { onDatabase } from '../test/harness/template-database.js';

const server = await findPostgres();
const scratch = `pos_schema_${process.pid}`;
const client = new Client({ connectionString: server.url });
try {
  await client.connect();
  await client.query(`create database ${scratch}`);
  await migrate(onDatabase(server.url, scratch), 'migrations');
  await writeFile('migrations/schema.sql', await dumpSchema(onDatabase(server.url, scratch)));
  await client.query(`drop database ${scratch} with (force)`);
} finally {
  await client.end();
  await server.stop();
}
