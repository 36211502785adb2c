import type { TenantId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { tellOverdue } from '../domain/shift-lifecycle.js';
import type { ShiftId } from '../domain/shift.js';
import type { ShiftRepository } from '../ports/shift-repository.js';

/** Tells once of each shift that lasts too long. */
export class RemindOfShifts {
  constructor(
    private readonly transactor: Transactor,
    private readonly shifts: ShiftRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Looks again under each shift's lock: one that has ended since is left alone. @returns how many were told of. */
  async execute(tenantId: TenantId, ids: readonly ShiftId[], at: Date): Promise<number> {
    const principal = { kind: 'system', id: 'shift-reminder', permissions: new Set<string>(), test: false } as const;
    const context = { tenantId, tenantSlug: '', principal, requestId: 'shift-reminder', at };
    let told = 0;
    for (const id of ids) {
      told += await this.transactor.run(context, async (tx) => {
        const { state, events } = tellOverdue(await this.shifts.get(tx, id), at);
        if (events.length === 0) return 0;
        await this.shifts.save(tx, state);
        this.outbox.append(tx, events);
        return 1;
      });
    }
    return told;
  }
}
