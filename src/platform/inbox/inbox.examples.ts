import { randomUUID } from 'node:crypto';
import type { Tx } from '../../kernel/transaction.js';
import type { Delivery, InboundEvent } from './inbound-event.js';
import type { InboxHandler } from './ports.js';

/** An event of the auth service, about nothing that anybody knows. */
export function inboundEvent(tenantSlug: string, changes: Partial<InboundEvent> = {}): InboundEvent {
  return { source: 'auth', id: randomUUID(), type: 'auth.test.happened', tenantSlug, data: { n: 1 }, ...changes };
}

export const BY_KAFKA: Delivery = { via: 'kafka', name: 'auth.tests/0@1' };
export const BY_CALLBACK: Delivery = { via: 'callback', name: 'msg_1' };

/** Writes down what it handles, and fails as long as it is told to. */
export class Scribe implements InboxHandler {
  readonly handled: InboundEvent[] = [];
  tries = 0;
  failing: () => Error | undefined = () => undefined;

  constructor(
    readonly types: readonly string[] = ['auth.test.*'],
    private readonly effect: (tx: Tx, event: InboundEvent) => Promise<void> = () => Promise.resolve(),
    readonly newestOf: (event: InboundEvent) => string | undefined = () => undefined,
  ) {}

  readonly handle: InboxHandler['handle'] = async (tx, _context, event) => {
    this.tries += 1;
    await this.effect(tx, event);
    const failure = this.failing();
    if (failure !== undefined) throw failure;
    this.handled.push(event);
  };
}
