import type { OutletId } from '../../../../kernel/ids.js';
import type { LoggedEvent } from '../../../../kernel/outbox.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { Audience } from '../../../../platform/sse/fan-out.js';
import type { EventHistory } from '../../../../platform/sse/live-streams.js';
import type { EventPage } from '../../../../platform/sse/recent-events.js';

interface WindowRow {
  readonly position: number;
  readonly type: string;
  readonly outlet_id: OutletId | null;
}
interface EventRow extends WindowRow {
  readonly aggregate: string;
  readonly aggregate_id: string;
  readonly sequence: number;
  readonly id: string;
  readonly json: string;
  readonly actor: string;
  readonly request_id: string;
  readonly trace_parent: string | null;
  readonly occurred_at: Date;
}

/** Rows that one page looks at, and events that it gives. */
const WINDOW = 500;
const EVENTS_MAX = 100;
/** Characters of data in a page. */
const PAGE_LENGTH = 262_144;

/** What is asked; the test looks at how it is answered. */
export const QUESTIONS = {
  first: 'select occurred_at from events where position > $1 order by position limit 1',
  // Chosen here by the very rule that chooses live events; what is passed over costs no reading of its data.
  // Without an upper end, which would make an index over all tenants look as good while the log is empty (0005 tells more).
  look: 'select position, type, outlet_id from events where position > $1 order by position limit $2',
  read: `
  select aggregate, aggregate_id, sequence, id, type, outlet_id, data::text as json, actor, request_id, trace_parent,
         occurred_at, position
    from events where position = any($1::bigint[]) order by position`,
} as const;

/** The past of a stream. Row security confines it to the tenant. */
export class TenantHistory implements EventHistory {
  constructor(private readonly transactor: Transactor) {}

  page(audience: Audience, { after, upTo }: { after: number; upTo: number }): Promise<EventPage> {
    return this.transactor.read(audience, async (tx) => {
      const rows = await runPrepared<WindowRow>(tx, 'stream_look', QUESTIONS.look, [after, WINDOW]);
      const chosen: number[] = [];
      let position = Math.min(upTo, rows.length < WINDOW ? upTo : (rows.at(-1) as WindowRow).position);
      for (const row of rows) {
        if (row.position > upTo) break; // not settled: before it others may still come
        if (!audience.accepts({ type: row.type, outletId: row.outlet_id })) continue;
        chosen.push(row.position);
        if (chosen.length < EVENTS_MAX) continue;
        position = row.position;
        break;
      }
      if (chosen.length === 0) return { events: [], position };
      const events = await runPrepared<EventRow>(tx, 'stream_read', QUESTIONS.read, [chosen]);
      const fits = howManyFit(events);
      const last = fits < events.length ? (events[fits - 1] as EventRow).position : position;
      return { events: events.slice(0, fits).map((row) => toEvent(row, audience)), position: last };
    });
  }

  firstAfter(audience: Audience, after: number): Promise<Date | undefined> {
    return this.transactor.read(audience, async (tx) => {
      const [row] = await runPrepared<{ occurred_at: Date }>(tx, 'stream_first', QUESTIONS.first, [after]);
      return row?.occurred_at;
    });
  }
}

/** At least one, or there would be no end. */
function howManyFit(events: readonly EventRow[]): number {
  let length = 0;
  const tooMuch = events.findIndex(({ json }) => (length += json.length) > PAGE_LENGTH);
  return tooMuch === -1 ? events.length : Math.max(tooMuch, 1);
}

function toEvent(row: EventRow, { tenantId, tenantSlug }: Audience): LoggedEvent {
  return {
    ...{ tenantId, tenantSlug, aggregate: row.aggregate, aggregateId: row.aggregate_id, sequence: row.sequence },
    ...{ id: row.id, type: row.type, outletId: row.outlet_id, json: row.json, actor: row.actor },
    ...{
      requestId: row.request_id,
      traceParent: row.trace_parent,
      occurredAt: row.occurred_at,
      position: row.position,
    },
  };
}
