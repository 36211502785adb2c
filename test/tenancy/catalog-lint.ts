import type { Client } from 'pg';
import { grantRules } from './catalog-lint-grants.js';
import { tableRules } from './catalog-lint-tables.js';
import type { CatalogRule } from './catalog-rule.js';

/** Every rule of tenant isolation that can be read from pg_catalog (GUARANTEES G6, docs/decisions/0003). */
export const catalogRules: readonly CatalogRule[] = [...tableRules, ...grantRules];

/** Reads pg_catalog and answers one line for each thing that breaks a rule: `rule: offender`. */
export async function lintCatalog(client: Client): Promise<string[]> {
  const findings: string[] = [];
  for (const { name, sql, allowed = {} } of catalogRules) {
    const { rows } = await client.query<{ subject: string }>(sql);
    const offenders = new Set(rows.map(({ subject }) => subject));
    for (const subject of [...offenders].sort()) if (!(subject in allowed)) findings.push(`${name}: ${subject}`);
    for (const subject of Object.keys(allowed))
      if (!offenders.has(subject)) findings.push(`allowed in vain: ${name}: ${subject}`);
  }
  return findings;
}
