import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { contextOf, runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { LoyaltyRefusal } from '../../domain/loyalty-refusal.js';
import type { Entry, Member } from '../../domain/membership.js';
import type { Programme } from '../../domain/programme.js';
import type { LoyaltyRepository } from '../../ports/loyalty-repository.js';
import {
  ENTRY_COLUMNS,
  fromEntry,
  fromMember,
  fromProgramme,
  MEMBER_COLUMNS,
  toEntry,
  toMember,
  toProgramme,
  type EntryRow,
  type LoyaltyTables,
  type MemberRow,
  type ProgrammeRow,
} from './loyalty-rows.js';

const PROGRAMME = `select name, currency, active, earn_points, earn_per, burn_points, burn_worth, version from loyalty_programmes`;
const MEMBER = `select ${MEMBER_COLUMNS} from loyalty_members where customer_id = $1`;
const ENTRY = `select ${ENTRY_COLUMNS} from loyalty_entries e where e.source = $1`;
const GIVEN_BACK = `select coalesce(sum(points), 0)::bigint as points, coalesce(sum(worth), 0)::bigint as worth from loyalty_entries
  where order_id = (select order_id from loyalty_entries where source = 'burn:' || $1) and kind = 'burn_reversal'
    and source like 'give-back:%:' || $1`;
const TAKEN_BACK = `select coalesce(-sum(points), 0)::bigint as points from loyalty_entries
  where order_id = $1::uuid and kind = 'earn_reversal'`;

/** The loyalty programme in PostgreSQL. */
export class PostgresLoyaltyRepository implements LoyaltyRepository {
  async programme(tx: Tx): Promise<Programme | undefined> {
    const [row] = await runPrepared<ProgrammeRow>(tx, 'loyalty_programme', PROGRAMME, []);
    return row && toProgramme(row);
  }

  async lockProgramme(tx: Tx): Promise<Programme | undefined> {
    const [row] = await runPrepared<ProgrammeRow>(tx, 'loyalty_programme_lock', `${PROGRAMME} for update`, []);
    return row && toProgramme(row);
  }

  async saveProgramme(tx: Tx, programme: Programme): Promise<void> {
    const row = { ...fromProgramme(programme), updated_at: new Date() };
    await transactionOf<LoyaltyTables>(tx)
      .insertInto('loyalty_programmes')
      .values({ ...row, tenant_id: tenantOf(tx) })
      .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row))
      .execute();
  }

  async find(tx: Tx, customerId: string): Promise<Member | undefined> {
    const [row] = await runPrepared<MemberRow>(tx, 'loyalty_member', MEMBER, [customerId]);
    return row && toMember(row);
  }

  async get(tx: Tx, customerId: string): Promise<Member> {
    const [row] = await runPrepared<MemberRow>(tx, 'loyalty_member_lock', `${MEMBER} for update`, [customerId]);
    if (row === undefined) throw new Refusal<LoyaltyRefusal>('loyalty_not_enrolled', { customerId });
    return toMember(row);
  }

  async add(tx: Tx, member: Member): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await transactionOf<LoyaltyTables>(tx)
      .insertInto('loyalty_members')
      .values({ ...fromMember(member), tenant_id: tenantOf(tx) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }

  async save(tx: Tx, member: Member, entry?: Entry): Promise<void> {
    const { numUpdatedRows } = await transactionOf<LoyaltyTables>(tx)
      .updateTable('loyalty_members')
      .set(fromMember(member))
      .where('id', '=', member.id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} members instead of one`);
    if (entry === undefined) return;
    await transactionOf<LoyaltyTables>(tx)
      .insertInto('loyalty_entries')
      .values({ ...fromEntry(entry), tenant_id: tenantOf(tx), actor: contextOf(tx).principal.id })
      .execute();
  }

  async entryOf(tx: Tx, source: string): Promise<Entry | undefined> {
    const [row] = await runPrepared<EntryRow>(tx, 'loyalty_entry', ENTRY, [source]);
    return row && toEntry(row);
  }

  async givenBack(tx: Tx, paymentId: string): Promise<{ readonly points: number; readonly worth: number }> {
    const [row] = await runPrepared<{ points: number; worth: number }>(tx, 'loyalty_given_back', GIVEN_BACK, [
      paymentId,
    ]);
    return row ?? { points: 0, worth: 0 };
  }

  async takenBack(tx: Tx, orderId: string): Promise<number> {
    const [row] = await runPrepared<{ points: number }>(tx, 'loyalty_taken_back', TAKEN_BACK, [orderId]);
    return row?.points ?? 0;
  }
}
