/** A bug that there might have been, as it would have left the database, and the check that has to see it. */
export interface PlantedBug {
  readonly bug: string;
  readonly spoil: readonly string[];
  readonly caughtBy: string;
}

/** One settled sale, the same for all statements of a bug. */
const A_SALE = `(select id from pos_orders where status = 'completed' order by id limit 1)`;
const COPY_OF_SALE = `insert into pos_orders select (jsonb_populate_record(o, jsonb_build_object(
    'id', gen_random_uuid(), 'number', o.number || '-2', 'receipt_number', null))).* from pos_orders o where o.id = ${A_SALE}`;
const LATE = `(select id from pos_orders where late and status = 'completed' order by id limit 1)`;
const REFUND = `(select id from pos_refunds order by id limit 1)`;

/** Bugs of the kinds that offline sales are prone to. */
export const PLANTED: readonly PlantedBug[] = [
  { bug: 'a sale is applied twice', spoil: [COPY_OF_SALE], caughtBy: 'no sale is there that no device made' },
  {
    bug: 'an entry is lost',
    spoil: [
      `delete from offline_event_queue where id = (select id from offline_event_queue where status = 'applied' limit 1)`,
    ],
    caughtBy: 'no entry is lost, and each is settled',
  },
  {
    bug: 'a sale does not count for its device',
    spoil: [`update pos_orders set device_id = null where id = ${A_SALE}`],
    caughtBy: 'totals by device and day are the device’s own',
  },
  {
    bug: 'cash is in the wrong drawer',
    spoil: [
      `update drawer_entries e set session_id = (select s.id from drawer_sessions s where s.id <> e.session_id limit 1)
       where e.id = (select id from drawer_entries where kind = 'sale' order by id limit 1)`,
    ],
    caughtBy: 'drawers hold what their devices expect',
  },
  {
    bug: 'the server’s price takes the place of what was charged',
    spoil: [
      `update pos_orders set total = total + 65, subtotal = subtotal + 65, paid = paid + 65 where id = ${A_SALE}`,
    ],
    caughtBy: 'every sale is as the device has it',
  },
  {
    bug: 'the kitchen is told of a line that it has',
    spoil: [
      `update pos_order_lines set fired_quantity = fired_quantity + 1
       where (order_id, line_number) = (select order_id, line_number from pos_order_lines where fired_quantity > 0 limit 1)`,
    ],
    caughtBy: 'every sale is as the device has it',
  },
  {
    bug: 'a conflict is told of twice',
    spoil: [
      'drop index sync_conflicts_of_entry',
      `insert into sync_conflicts select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).*
       from sync_conflicts c where c.id = (select id from sync_conflicts order by id limit 1)`,
    ],
    caughtBy: 'every difference has its conflict, once',
  },
  {
    bug: 'a conflict is not told of',
    spoil: ['delete from sync_conflicts where id = (select id from sync_conflicts limit 1)'],
    caughtBy: 'every difference has its conflict, once',
  },
  {
    bug: 'a late sale counts in the day that is closed',
    spoil: [`update pos_orders set booked_on = null, late = false where id = ${LATE}`],
    caughtBy: 'late sales are in the right Z',
  },
  {
    bug: 'a fork is accepted',
    spoil: [
      `update offline_event_queue set status = 'applied' where id =
       (select id from offline_event_queue where code = 'sequence_forked' limit 1)`,
    ],
    caughtBy: 'only what was planted is in quarantine',
  },
  {
    bug: 'what is held is never tried again',
    spoil: [
      `update offline_event_queue set status = 'held', code = 'waits_for_gap' where id =
       (select id from offline_event_queue where status = 'applied' limit 1)`,
    ],
    caughtBy: 'no entry is lost, and each is settled',
  },
  {
    bug: 'a refund is given twice',
    spoil: [
      `insert into pos_refunds select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid()))).*
       from pos_refunds r where r.id = ${REFUND}`,
    ],
    caughtBy: 'every sale is as the device has it',
  },
  {
    bug: 'a gap stays open',
    spoil: [
      `update sync_devices set missing = '[{"from": 2, "to": 2}]' where device_id = (select device_id from sync_devices limit 1)`,
    ],
    caughtBy: 'nothing is missing in the end',
  },
];
