import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { PersonId } from '../../domain/person.js';
import type { KeptPin } from '../../domain/staff.js';
import type { PinRepository } from '../../ports/pin-repository.js';

interface PinRow {
  hash: string;
  former: string[];
  must_change: boolean;
  set_at: Date;
}

const FIND = `select hash, former, must_change, set_at from staff_pins where person_id = $1`;
const SAVE = `insert into staff_pins (tenant_id, person_id, hash, former, must_change, set_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (tenant_id, person_id) do update
     set hash = excluded.hash, former = excluded.former, must_change = excluded.must_change, set_at = excluded.set_at`;

/** PINs in the table staff_pins. */
export class PostgresPinRepository implements PinRepository {
  async find(tx: Tx, id: PersonId): Promise<KeptPin | undefined> {
    const [row] = await runPrepared<PinRow>(tx, 'staff_pin', FIND, [id]);
    return row && { hash: row.hash, former: row.former, mustChange: row.must_change, setAt: row.set_at };
  }

  async save(tx: Tx, id: PersonId, { hash, former, mustChange, setAt }: KeptPin): Promise<void> {
    await runPrepared(tx, 'staff_pin_save', SAVE, [tenantOf(tx), id, hash, former, mustChange, setAt]);
  }
}
