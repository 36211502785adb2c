import type { RequestContext } from '../../../kernel/context.js';
import type { EventSubscriber, LoggedEvent, PublishedEvent } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { mayBeAudited } from '../domain/audited-acts.js';
import { payloadOf } from '../domain/entry.js';
import { recordOf } from '../domain/record-of.js';
import type { AuditLog } from '../ports/audit-log.js';

/** Makes an entry of each audited event. Told twice, it makes one: an entry names its event. */
export class RecordActs implements EventSubscriber {
  readonly pattern = 'pos.*';

  constructor(
    private readonly transactor: Transactor,
    private readonly log: AuditLog,
    private readonly now: () => Date,
  ) {}

  concerns(event: LoggedEvent): boolean {
    return mayBeAudited(event);
  }

  async handle(event: PublishedEvent): Promise<void> {
    const record = recordOf(event, this.now());
    if (record === undefined) return;
    await this.transactor.run(contextOf(event, record.recordedAt), async (tx) => {
      await this.log.append(tx, payloadOf(record));
    });
  }
}

function contextOf({ tenantId, tenantSlug, requestId }: PublishedEvent, at: Date): RequestContext {
  const principal = { kind: 'system', id: 'audit', permissions: new Set<string>(), test: false } as const;
  return { tenantId, tenantSlug, requestId, at, principal };
}
