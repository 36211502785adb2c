import type { RequestContext } from '../../kernel/context.js';
import type { IdSource, TenantId } from '../../kernel/ids.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Transactor } from '../../kernel/transaction.js';
import { DatabaseUnavailable } from '../postgres/database-errors.js';
import { runPrepared } from '../postgres/transaction.js';
import type { Inbox } from './inbox.js';
import { eventFrom, type Delivery, type Door } from './inbound-event.js';
import type { DeadLetterPage, InboxDeadLetter, InboxDeadLetters } from './ports.js';

/** What is to be kept. */
export interface NewDeadLetter {
  readonly source: string;
  readonly eventId: string;
  readonly type: string | null;
  readonly delivery: Delivery;
  readonly envelope: string;
  readonly reason: string;
  readonly attempts: number;
}

interface Row {
  readonly id: string;
  readonly source: string;
  readonly event_id: string;
  readonly type: string | null;
  readonly via: Door;
  readonly delivery: string | null;
  readonly envelope: string;
  readonly truncated: boolean;
  readonly reason: string;
  readonly attempts: number;
  readonly status: InboxDeadLetter['status'];
  readonly received_at: Date;
  readonly redriven_at: Date | null;
}

const ENVELOPE_MAX = 262_144;
const REASON_MAX = 1_000;

const KEEP = `
  insert into inbox_dead_letters as known
         (tenant_id, id, source, event_id, type, via, delivery, envelope, truncated, reason, attempts)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (tenant_id, source, event_id) do update
     set reason = excluded.reason, attempts = known.attempts + excluded.attempts, status = 'dead', redriven_at = null`;

const COLUMNS = `id, source, event_id, type, via, delivery, envelope, truncated, reason, attempts, status, received_at, redriven_at`;
const LIST = `
  select ${COLUMNS} from inbox_dead_letters
   where ($1::text is null or status = $1)
     and ($2::timestamptz is null or (date_trunc('milliseconds', received_at), id) < ($2, $3::uuid))
   order by date_trunc('milliseconds', received_at) desc, id desc limit $4`;
const GET = `select ${COLUMNS} from inbox_dead_letters where id = $1`;
const TRIED = `
  update inbox_dead_letters set status = $2, reason = $3, attempts = attempts + 1,
         redriven_at = case when $2 = 'redriven' then now() end
   where id = $1 and status = 'dead' returning ${COLUMNS}`;

/** Dead letters of the inbox in PostgreSQL. */
export class PostgresInboxDeadLetters implements InboxDeadLetters {
  constructor(
    private readonly transactor: Transactor,
    private readonly inbox: Inbox,
    private readonly ids: IdSource,
  ) {}

  /** Keeps a message that could not be dealt with; one that is there already counts on. @throws DatabaseUnavailable. */
  async keep(tenantId: TenantId, letter: NewDeadLetter): Promise<void> {
    const { source, eventId, type, delivery, envelope, reason, attempts } = letter;
    const kept = storable(envelope).slice(0, ENVELOPE_MAX);
    const cut = kept.length < envelope.length;
    const about = [source, eventId, type, delivery.via, delivery.name];
    await this.transactor.run(this.contextOf(tenantId), (tx) => {
      const values = [tenantId, this.ids.next(), ...about, kept, cut, reasonOf(reason), attempts];
      return runPrepared(tx, 'inbox_dead_letter_keep', KEEP, values);
    });
  }

  list(tenantId: TenantId, { limit, after, status }: DeadLetterPage): Promise<InboxDeadLetter[]> {
    return this.transactor.read({ tenantId }, async (tx) => {
      const values = [status ?? null, after?.receivedAt ?? null, after?.id ?? null, limit + 1];
      return (await runPrepared<Row>(tx, 'inbox_dead_letters', LIST, values)).map(toLetter);
    });
  }

  get(tenantId: TenantId, id: string): Promise<InboxDeadLetter | undefined> {
    return this.transactor.read({ tenantId }, async (tx) => {
      const [row] = await runPrepared<Row>(tx, 'inbox_dead_letter', GET, [id]);
      return row && toLetter(row);
    });
  }

  async redrive(tenantId: TenantId, id: string): Promise<InboxDeadLetter | undefined> {
    const letter = await this.get(tenantId, id);
    if (letter === undefined || letter.status === 'redriven') return letter;
    const failure = await this.failureOf(letter);
    const values = [id, failure === undefined ? 'redriven' : 'dead', reasonOf(failure ?? letter.reason)];
    const [row] = await this.transactor.run(this.contextOf(tenantId), (tx) =>
      runPrepared<Row>(tx, 'inbox_dead_letter_tried', TRIED, values),
    );
    // Somebody else was faster: the event itself was dealt with once at most.
    return row === undefined ? this.get(tenantId, id) : toLetter(row);
  }

  private async failureOf({
    truncated,
    envelope,
    source,
    via,
    delivery,
  }: InboxDeadLetter): Promise<string | undefined> {
    if (truncated) return 'the message was too long to be kept whole; it has to be sent again';
    try {
      const event = eventFrom(JSON.parse(envelope), { source });
      await this.inbox.receive(event, { via, name: delivery ?? '' });
      return undefined;
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error;
      return whyOf(error);
    }
  }

  private contextOf(tenantId: TenantId): RequestContext {
    const principal = { kind: 'system', id: 'inbox', permissions: new Set<string>(), test: false } as const;
    return { tenantId, tenantSlug: '', principal, requestId: this.ids.next<'request'>(), at: new Date() };
  }
}

/** What is kept of an error: a refusal is told by its code and the places it names. */
export function whyOf(error: unknown): string {
  if (!(error instanceof Refusal)) return (error as { message?: string } | undefined)?.message ?? String(error);
  const places = error.fields.map(({ pointer, message }) => `${pointer} ${message}`);
  return [error.code, ...places].join('; ');
}

function reasonOf(text: string): string {
  return storable(text).slice(0, REASON_MAX);
}

/** PostgreSQL holds neither NUL nor half characters. */
function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed();
}

function toLetter(row: Row): InboxDeadLetter {
  const { event_id: eventId, received_at: receivedAt, redriven_at: redrivenAt, ...same } = row;
  return { ...same, eventId, receivedAt, redrivenAt };
}
