import type { RequestContext } from '../../kernel/context.js';
import type { IdSource, TenantId } from '../../kernel/ids.js';
import { coversType } from '../../kernel/outbox.js';
import type { Transactor, Tx } from '../../kernel/transaction.js';
import { runPrepared } from '../postgres/transaction.js';
import type { Delivery, InboundEvent } from './inbound-event.js';
import type { InboxHandler, TenantLookup } from './ports.js';

/** `ignored`: nobody reacts to it, or it is older than what is known already. */
export type Outcome = 'accepted' | 'duplicate' | 'ignored';

/** The event names a business that is not ours, or not yet. */
export class UnknownTenant extends Error {
  constructor(slug: string) {
    super(`there is no business ${slug}`);
    this.name = 'UnknownTenant';
  }
}

const REMEMBER = `
  insert into inbox_messages (tenant_id, source, event_id, type, via, delivery) values ($1, $2, $3, $4, $5, $6)
  on conflict (tenant_id, source, event_id) do nothing returning 1`;

const ADVANCE = `
  insert into inbox_subjects as known (tenant_id, source, subject, sequence, occurred_at) values ($1, $2, $3, $4, $5)
  on conflict (tenant_id, source, subject) do update
     set sequence = coalesce(excluded.sequence, known.sequence),
         occurred_at = coalesce(excluded.occurred_at, known.occurred_at), updated_at = now()
   where case when excluded.sequence is not null and known.sequence is not null then excluded.sequence > known.sequence
              when excluded.occurred_at is not null and known.occurred_at is not null then excluded.occurred_at >= known.occurred_at
              else true end
  returning 1`;

/** Deals with events of siblings, each once: its id is remembered in the transaction of its effects (GUARANTEES G1, G2). */
export class Inbox {
  constructor(
    private readonly transactor: Transactor,
    private readonly tenants: TenantLookup,
    private readonly ids: IdSource,
    private readonly handlers: readonly InboxHandler[],
  ) {}

  /** True when somebody reacts to events of the type. */
  handles(type: string): boolean {
    return this.handlersOf(type).length > 0;
  }

  /** @throws UnknownTenant; Refusal of a handler; DatabaseUnavailable, after which nobody knows: giving it again is harmless. */
  async receive(event: InboundEvent, delivery: Delivery): Promise<Outcome> {
    const handlers = this.handlersOf(event.type);
    if (handlers.length === 0) return 'ignored';
    const tenant = await this.tenants.bySlug(event.tenantSlug);
    if (tenant === undefined) throw new UnknownTenant(event.tenantSlug);
    const context = this.contextOf(event, tenant.id, delivery);
    return this.transactor.run(context, async (tx) => {
      // One that comes twice at once waits here for the other's transaction.
      if (!(await isNew(tx, tenant.id, event, delivery))) return 'duplicate';
      let outcome: Outcome = 'ignored';
      for (const handler of handlers) {
        if (!(await isNewest(tx, tenant.id, event, handler))) continue;
        await handler.handle(tx, context, event);
        outcome = 'accepted';
      }
      return outcome;
    });
  }

  private handlersOf(type: string): InboxHandler[] {
    return this.handlers.filter(({ types }) => types.some((pattern) => coversType(pattern, type)));
  }

  private contextOf(
    { source, tenantSlug, traceParent }: InboundEvent,
    tenantId: TenantId,
    { requestId }: Delivery,
  ): RequestContext {
    return {
      tenantId,
      tenantSlug,
      principal: { kind: 'system', id: source, permissions: new Set(), test: false },
      requestId: requestId ?? this.ids.next<'request'>(),
      ...(traceParent === undefined ? {} : { traceParent }),
      at: new Date(),
    };
  }
}

async function isNew(tx: Tx, tenantId: TenantId, event: InboundEvent, { via, name }: Delivery): Promise<boolean> {
  const { source, id, type } = event;
  return (await runPrepared(tx, 'inbox_remember', REMEMBER, [tenantId, source, id, type, via, name])).length > 0;
}

async function isNewest(tx: Tx, tenantId: TenantId, event: InboundEvent, handler: InboxHandler): Promise<boolean> {
  const subject = handler.newestOf?.(event);
  return subject === undefined || advanceSubject(tx, tenantId, { ...event, subject });
}

/** News of a subject, by whatever way: an event, or an answer to a question. */
export interface SubjectNews {
  readonly source: string;
  readonly subject: string;
  readonly sequence?: number;
  readonly time?: Date;
}

/** Takes down that a sibling has told of a subject. @returns false when something newer is known already: pass these news over. */
export async function advanceSubject(tx: Tx, tenantId: TenantId, news: SubjectNews): Promise<boolean> {
  const { source, subject, sequence = null, time = null } = news;
  return (await runPrepared(tx, 'inbox_advance', ADVANCE, [tenantId, source, subject, sequence, time])).length > 0;
}
