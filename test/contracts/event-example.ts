import type { LoggedEvent } from '../../src/kernel/outbox.js';
import { structured } from '../../src/platform/cloudevents/envelope.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

/** A real event as an example: all as it was, but ids, times and the tenant's name, which differ from run to run. */
export function exampleOf(event: LoggedEvent): object {
  const ids = new Map<string, string>();
  const text = structured(event)
    .replaceAll(event.tenantSlug, 'acme')
    .replaceAll(/"(business|slug)":"(t|acme)-[0-9a-f]{8}"/g, '"$1":"acme"')
    .replaceAll(UUID, (id) => {
      const known = ids.get(id) ?? `0197a3c2-7b1e-7000-8000-${(ids.size + 1).toString(16).padStart(12, '0')}`;
      ids.set(id, known);
      return known;
    })
    .replaceAll(TIME, '2026-11-20T12:04:31.512Z')
    .replaceAll(/"businessDate":"[^"]+"/g, '"businessDate":"2026-11-20"')
    .replaceAll(/"hint":"[^"]+"/g, '"hint":"7h2k"')
    .replaceAll(/"hash":"[0-9a-f]{64}"/g, `"hash":"${'7b'.repeat(32)}"`)
    .replaceAll(/sim_[0-9a-f]{24}/g, 'sim_00000000000000000000007b');
  return JSON.parse(text) as object;
}
