import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { held } from '../domain/entry-standing.js';
import type { EntryRecord, EntryRecordId, EntryStatus } from '../domain/entry-record.js';
import { counted } from '../domain/sync-device.js';
import { decidedEvent, type DecidedType } from '../domain/sync-events.js';
import type { SyncRefusal } from '../domain/sync-refusal.js';
import type { EntryQueue, SyncDevices } from '../ports/entry-queue.js';
import type { TextScreen } from '../ports/text-screen.js';
import { actorNameOf } from './entry-job.js';
import type { RetryHeld } from './retry-held.js';

export type EntryVerb = 'retry' | 'release' | 'discard';

export interface DecideOnEntryCommand {
  readonly id: EntryRecordId;
  readonly verb: EntryVerb;
  /** Why, in words of a person. */
  readonly reason: string;
}

interface Verdict {
  /** What can be decided on like that. */
  readonly from: readonly EntryStatus[];
  readonly type: DecidedType;
  readonly act: 'retried' | 'released' | 'discarded';
}

const VERDICTS: Readonly<Record<EntryVerb, Verdict>> = {
  retry: { from: ['held', 'rejected'], type: 'pos.sync.entry_retried', act: 'retried' },
  release: { from: ['quarantined'], type: 'pos.sync.entry_released', act: 'released' },
  discard: { from: ['held', 'rejected', 'quarantined'], type: 'pos.sync.entry_discarded', act: 'discarded' },
};

/** Decides on an entry that did not take effect. */
export class DecideOnEntry {
  constructor(
    private readonly transactor: Transactor,
    private readonly queue: EntryQueue,
    private readonly devices: SyncDevices,
    private readonly retry: RetryHeld,
    private readonly outbox: Outbox,
    private readonly screen: TextScreen,
  ) {}

  /**
   * What is retried or released is tried at once, after the decision is written down, and so is what waited for it; how that ends is
   * the entry's to show.
   * @throws Refusal `sync_entry_not_found`, `sync_entry_not_waiting`, `sync_entry_superseded`, `card_data_not_allowed`.
   */
  async execute(context: RequestContext, command: DecideOnEntryCommand): Promise<EntryRecord> {
    this.screen(command.reason, '/reason');
    const decided = await this.transactor.run(context, (tx) => this.decide(tx, context, command));
    const { idempotency: _idempotency, ...own } = context;
    const settled = command.verb === 'discard' ? [decided.id] : await this.retry.these(own, [decided], true);
    await this.retry.after(own, decided.deviceId, settled);
    return decided;
  }

  private async decide(tx: Tx, context: RequestContext, command: DecideOnEntryCommand): Promise<EntryRecord> {
    const { id, verb, reason } = command;
    const { principal, at } = context;
    const found = await this.queue.find(tx, id);
    if (found === undefined || !mayActFor(principal, found.outletId))
      throw new Refusal<SyncRefusal>('sync_entry_not_found', { entryId: id });
    const device = counted(await this.devices.lock(tx, found.deviceId, found.outletId));
    const before = await this.queue.lock(tx, id);
    const { from, type, act } = VERDICTS[verb];
    if (!from.includes(before.status))
      throw new Refusal<SyncRefusal>('sync_entry_not_waiting', { entryId: id, status: before.status });
    if (verb === 'release') await this.assertNotSuperseded(tx, before);
    const after = decidedOn(before, verb);
    this.queue.save(tx, after);
    const by = actorNameOf(principal);
    this.queue.note(tx, {
      entryId: id,
      act,
      at,
      by,
      reason,
      before: before.status,
      after: after.status,
      code: after.code,
    });
    this.devices.save(tx, device);
    this.outbox.append(tx, [decidedEvent(type, after, before.status, reason, device)]);
    return after;
  }

  /** A changed copy must not take effect beside the true entry. */
  private async assertNotSuperseded(tx: Tx, { id, entryId }: EntryRecord): Promise<void> {
    if (id === entryId) return;
    const [rival] = await this.queue.known(tx, [entryId], []);
    if (rival !== undefined && rival.status !== 'discarded')
      throw new Refusal<SyncRefusal>('sync_entry_superseded', { entryId: id, rivalId: rival.id });
  }
}

function decidedOn(entry: EntryRecord, verb: EntryVerb): EntryRecord {
  const version = entry.version + 1;
  if (verb === 'discard') return { ...entry, status: 'discarded', waitsFor: [], nextTryAt: null, version };
  return { ...entry, ...held('waits_for_another_try'), tries: 0, nextTryAt: null, version };
}
