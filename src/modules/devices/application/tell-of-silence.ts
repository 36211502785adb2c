import type { RequestContext } from '../../../kernel/context.js';
import type { Id, TenantId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { tellOffline } from '../domain/device-lifecycle.js';
import type { DeviceRepository } from '../ports/device-repository.js';

/** Tells once of each device that nothing is heard of, until it is heard again. */
export class TellOfSilence {
  constructor(
    private readonly transactor: Transactor,
    private readonly devices: DeviceRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Looks again under the device's lock: one that was heard since is left alone. @returns whether somebody was told. */
  execute(tenantId: TenantId, id: Id<'device'>, at: Date): Promise<boolean> {
    const principal = { kind: 'system', id: 'device-watch', permissions: new Set<string>(), test: false } as const;
    const context: RequestContext = { tenantId, tenantSlug: '', principal, requestId: 'device-watch', at };
    return this.transactor.run(context, (tx) => this.tell(tx, id, at));
  }

  private async tell(tx: Tx, id: Id<'device'>, at: Date): Promise<boolean> {
    const { device, state } = await this.devices.getWithState(tx, id);
    const { offlineDueAt, offlineToldAt, lastSeenAt, queueDepth } = state;
    if (offlineToldAt !== null || offlineDueAt === null || offlineDueAt > at) return false;
    const decision = tellOffline(device, lastSeenAt, queueDepth);
    await this.devices.saveState(tx, id, { ...state, offlineToldAt: at });
    if (decision.events.length > 0) await this.devices.save(tx, decision.state);
    this.outbox.append(tx, decision.events);
    return decision.events.length > 0;
  }
}
