import type { TestService } from '../harness/service.js';

/** Brings about every event of tables. */
export async function walkTables(service: TestService, outletId: string): Promise<void> {
  const made = { outletId, name: '7', area: 'Terrace', seats: 4, position: 70 };
  const created = await service.call('POST', '/tables', { body: made });
  if (created.status !== 201) throw new Error(`the service answered ${created.status}: ${created.text}`);
  const body = { name: 'Window 7', seats: 2 };
  const changed = await service.call('PATCH', `/tables/${created.body.id}`, { body });
  if (changed.status !== 200) throw new Error(`the service answered ${changed.status}: ${changed.text}`);
}
