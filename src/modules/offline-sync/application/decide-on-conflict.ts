import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import {
  reopenConflict,
  resolveConflict,
  type ConflictChoice,
  type ConflictId,
  type SyncConflict,
} from '../domain/sync-conflict.js';
import { conflictEvent } from '../domain/sync-events.js';
import type { SyncRefusal } from '../domain/sync-refusal.js';
import type { SyncConflicts } from '../ports/entry-queue.js';
import type { TextScreen } from '../ports/text-screen.js';
import { actorNameOf } from './entry-job.js';

export interface ConflictDecision {
  /** Absent: the decision of before is taken back. */
  readonly choice: ConflictChoice | undefined;
  readonly note: string | null;
}

/** Decides on a conflict, or takes that back. What it is about is changed by the commands of the API, not by this. */
export class DecideOnConflict {
  constructor(
    private readonly transactor: Transactor,
    private readonly conflicts: SyncConflicts,
    private readonly outbox: Outbox,
    private readonly screen: TextScreen,
  ) {}

  /** @throws Refusal `sync_conflict_not_found`, `sync_conflict_not_open`, `card_data_not_allowed`. */
  execute(context: RequestContext, id: ConflictId, { choice, note }: ConflictDecision): Promise<SyncConflict> {
    if (note !== null) this.screen(note, '/note');
    const { principal, at } = context;
    return this.transactor.run(context, async (tx) => {
      const conflict = await this.conflicts.lock(tx, id);
      if (!mayActFor(principal, conflict.outletId))
        throw new Refusal<SyncRefusal>('sync_conflict_not_found', { conflictId: id });
      const by = actorNameOf(principal);
      const decided =
        choice === undefined ? reopenConflict(conflict, note, by, at) : resolveConflict(conflict, choice, note, by, at);
      await this.conflicts.save(tx, decided);
      const type = choice === undefined ? 'pos.sync.conflict_reopened' : 'pos.sync.conflict_resolved';
      this.outbox.append(tx, [conflictEvent(type, decided)]);
      return decided;
    });
  }
}
