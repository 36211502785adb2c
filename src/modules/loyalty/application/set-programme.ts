import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { programmeChanged } from '../domain/loyalty-events.js';
import { programmeFrom, type Programme, type ProgrammeDraft } from '../domain/programme.js';
import type { LoyaltyRepository } from '../ports/loyalty-repository.js';

/** Sets how points are earned and what they are worth. Points earned before stay as many as they are. */
export class SetProgramme {
  constructor(
    private readonly transactor: Transactor,
    private readonly loyalty: LoyaltyRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `loyalty_programme_invalid`, `version_mismatch`. */
  execute(context: RequestContext, draft: ProgrammeDraft, expectedVersion?: number): Promise<Programme> {
    return this.transactor.run(context, async (tx) => {
      const before = (await this.loyalty.lockProgramme(tx)) ?? null;
      const currentVersion = before?.version ?? 0;
      if (expectedVersion !== undefined && expectedVersion !== currentVersion)
        throw new Refusal('version_mismatch', { currentVersion });
      const programme = programmeFrom(draft, currentVersion + 1);
      await this.loyalty.saveProgramme(tx, programme);
      this.outbox.append(tx, [programmeChanged(context.tenantId, programme, before)]);
      return programme;
    });
  }
}
