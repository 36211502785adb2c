import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { DeadLetter, DeadLetterId, DeadLetterRefusal } from '../../domain/dead-letter.js';
import type { DeadLetterRepository, LetterFilter } from '../../ports/dead-letter-repository.js';
import { SHOWN, toDeadLetter, type DeadLetterTables } from './dead-letter-rows.js';

const SAVE = `
  update outbox_dead_letters l set status = s.status, queued_by = s.queued_by, redrives = s.redrives
    from unnest($1::uuid[], $2::text[], $3::text[], $4::int[]) s (id, status, queued_by, redrives)
   where l.id = s.id returning l.id`;

/** Letters in the table outbox_dead_letters. The dispatcher locks the same rows, so both see each other's change. */
export class PostgresDeadLetterRepository implements DeadLetterRepository {
  async get(tx: Tx, id: DeadLetterId): Promise<DeadLetter> {
    const row = await transactionOf<DeadLetterTables>(tx)
      .selectFrom('outbox_dead_letters')
      .select(SHOWN)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new Refusal<DeadLetterRefusal>('dead_letter_not_found', { deadLetterId: id });
    return toDeadLetter(row);
  }

  async dead(tx: Tx, { sink, type }: LetterFilter, limit: number): Promise<DeadLetter[]> {
    let query = transactionOf<DeadLetterTables>(tx)
      .selectFrom('outbox_dead_letters')
      .select(SHOWN)
      .where('status', '=', 'dead')
      .orderBy('dead_at')
      .orderBy('id')
      .limit(limit)
      .forUpdate();
    if (sink !== undefined) query = query.where('sink', '=', sink);
    if (type !== undefined) query = query.where('type', '=', type);
    return (await query.execute()).map(toDeadLetter);
  }

  async save(tx: Tx, letters: readonly DeadLetter[]): Promise<void> {
    const saved = await runPrepared(tx, 'dead_letters_save', SAVE, [
      letters.map(({ id }) => id),
      letters.map(({ status }) => status),
      letters.map(({ queuedBy }) => queuedBy),
      letters.map(({ redrives }) => redrives),
    ]);
    if (saved.length !== letters.length)
      throw new Error(`saved ${saved.length} dead letters instead of ${letters.length}`);
  }
}
