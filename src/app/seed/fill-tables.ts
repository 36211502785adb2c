import type { DemoTable } from './demo-tables.js';
import type { SeedDoor } from './seed-door.js';

/**
 * Brings the demo's tables to a tenant: those that never were there. One that people have changed or retired is theirs now.
 * @returns whether something was to be done.
 */
export async function fillTables(door: SeedDoor, tables: readonly DemoTable[]): Promise<boolean> {
  // A key of an earlier release knows of no tables, and is not refused what it could do before.
  const present = await door.find<{ data: readonly { id: string }[] }>('/tables?limit=200', 'permission_missing');
  if (present === undefined) return false;
  const known = new Set(present.data.map(({ id }) => id));
  const missing = tables.filter(({ id }) => !known.has(id));
  for (const table of missing) await door.send('POST', '/tables', table, 'table_id_taken', 'table_name_taken');
  return missing.length > 0;
}
