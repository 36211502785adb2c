import type { CursorValue } from '../../../../platform/http/cursor.js';
import { pageOf } from '../../../../platform/http/list.js';
import { timeFrom } from '../../../../platform/http/values.js';
import type { SettlementPage } from '../../ports/settlement-views.js';

interface Query {
  readonly provider?: string | undefined;
  readonly outletId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** Reads which page of a list by time is asked for. @throws Refusal `cursor_invalid`, `validation_failed`. */
export function pageFrom({ provider, outletId, from, to, limit, cursor }: Query): SettlementPage {
  const page = pageOf(limit, cursor, ['time', 'uuid']);
  return {
    limit: page.limit,
    after: page.after && { at: String(page.after[0]), id: String(page.after[1]) },
    provider,
    outletId,
    from: from === undefined ? undefined : timeFrom(from, '/query/from'),
    to: to === undefined ? undefined : timeFrom(to, '/query/to'),
  };
}

/** The position of an entry in such a list. */
export function positionAt(at: Date, id: string): readonly CursorValue[] {
  return [at.toISOString(), id];
}
