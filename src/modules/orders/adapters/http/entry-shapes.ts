import { Ajv, type ValidateFunction } from 'ajv';
import { Refusal } from '../../../../kernel/refusal.js';
import type { OfflineShapes } from '../../ports/offline-shapes.js';
import type { TextScreen } from '../../ports/text-screen.js';
import { OFFLINE_SCHEMAS } from './offline-schemas.js';
import { screened } from './screened-texts.js';

const FIELDS_MAX = 20;

/** Checks what entries of devices say of orders, as routes check their bodies. */
export class EntryShapes implements OfflineShapes {
  private readonly checks = new Map<string, ValidateFunction>();

  constructor(private readonly screen: TextScreen) {
    const ajv = new Ajv({ allErrors: false, strict: true, strictTypes: false });
    for (const [kind, schema] of Object.entries(OFFLINE_SCHEMAS)) this.checks.set(kind, ajv.compile(schema));
  }

  assert(kind: string, body: object): void {
    const check = this.checks.get(kind);
    if (check === undefined) throw new Error(`no such kind of entry about orders: ${kind}`);
    if (!check(body)) {
      const fields = (check.errors ?? []).slice(0, FIELDS_MAX).map(({ instancePath, message = 'is wrong' }) => {
        return { pointer: instancePath, message };
      });
      throw new Refusal('validation_failed', { kind }, fields);
    }
    // What was priced from and copied is of the catalogue, and codes of items may look like numbers of cards.
    const { pricing: _, copies: __, ...words } = body as Record<string, unknown>;
    screened(this.screen, words);
  }
}
