import pg from 'pg';
import {
  foreignKeys,
  functions,
  sequences,
  tables,
  triggers,
  unknownObjects,
  views,
  type SchemaFunction,
  type SchemaGrant,
  type SchemaPolicy,
  type SchemaTable,
} from './schema-catalog.js';

const HEADER = `-- What the migrations add up to: generated from the catalogue of a migrated database, never edited by hand.
-- \`make generated\` rewrites it; test/tenancy/schema.test.ts fails when a replay of all migrations gives anything else.
set check_function_bodies = off;
`;

/**
 * Writes the schema of a database as SQL that is the same on every supported PostgreSQL, whoever owns it, and that makes
 * the same schema again when it is run in an empty database (after the roles exist). The migrator's own table is left out.
 * @throws Error when the schema holds a kind of object that the dump cannot write: an omission would go unseen.
 */
export async function dumpSchema(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'pos-schema-dump' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local search_path = public');
    const unknown = await unknownObjects(client);
    if (unknown.length > 0) throw new Error(`schema-dump.ts cannot write ${unknown.join(', ')}: teach it first`);
    return await write(client);
  } finally {
    await client.end();
  }
}

async function write(client: pg.Client): Promise<string> {
  const blocks = [
    HEADER,
    ...(await sequences(client)).map(({ definition, grants }) => lines([definition, ...grants.map(grantOf)])),
    ...(await functions(client)).map(functionOf),
    ...(await tables(client)).map(tableOf),
    section('Foreign keys', await foreignKeys(client)),
    section('Views', await views(client)),
    section('Triggers', await triggers(client)),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function section(title: string, statements: readonly string[]): string {
  return statements.length === 0 ? '' : lines([`-- ${title}`, ...statements.map((statement) => `${statement};`)]);
}

function functionOf({ definition, signature, closed, grants }: SchemaFunction): string {
  const revoked = closed ? [`revoke all on function ${signature} from public;`] : [];
  return lines([`${definition.trim()};`, ...revoked, ...grants.map(grantOf)]);
}

function tableOf(table: SchemaTable): string {
  const { name, columns, constraints, indexes, secured, forced, policies, grants } = table;
  const width = Math.max(0, ...columns.map((column) => column.name.length));
  const members = [
    ...columns.map((column) => `  ${column.name.padEnd(width)} ${column.definition}`),
    ...constraints.map((constraint) => `  constraint ${constraint.name} ${constraint.definition}`),
  ];
  return lines([
    `create table ${name} (\n${members.join(',\n')}\n);`,
    ...indexes.map((index) => `${index};`),
    ...(secured ? [`alter table ${name} enable row level security;`] : []),
    ...(forced ? [`alter table ${name} force row level security;`] : []),
    ...policies.map((policy) => policyOf(name, policy)),
    ...grants.map(grantOf),
  ]);
}

function policyOf(table: string, { name, mode, command, roles, using, check }: SchemaPolicy): string {
  const clauses = [
    `create policy ${name} on ${table} as ${mode} for ${command} to ${roles.join(', ')}`,
    ...(using === null ? [] : [`  using (${using})`]),
    ...(check === null ? [] : [`  with check (${check})`]),
  ];
  return `${clauses.join('\n')};`;
}

function grantOf({ privileges, object, grantee, grantable }: SchemaGrant): string {
  return `grant ${privileges.join(', ')} on ${object} to ${grantee}${grantable ? ' with grant option' : ''};`;
}

function lines(statements: readonly string[]): string {
  return `${statements.join('\n')}\n`;
}
