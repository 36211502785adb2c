import { Kafka, logLevel, Partitioners } from 'kafkajs';
import pg from 'pg';

// The floor of dispatching: the same rows, read in the same pages, sent with the same client and acknowledgements, one batch
// after the other, to the same topic with the same headers. No leases, no positions, no shards, no retries.
const PAGE = 1_000;
const WARM_UP = Number(process.env['FLOOR_WARM_UP']);

type Row = [
  id: string,
  type: string,
  aggregateId: string,
  sequence: number,
  data: string,
  at: Date,
  position: string,
  outlet: string,
];

const client = new pg.Client({ connectionString: process.env['FLOOR_DATABASE_URL'] ?? '' });
await client.connect();
const kafka = new Kafka({
  clientId: 'floor',
  brokers: (process.env['FLOOR_BROKERS'] ?? '').split(','),
  logLevel: logLevel.ERROR,
});
const producer = kafka.producer({
  createPartitioner: Partitioners.DefaultPartitioner,
  idempotent: true,
  maxInFlightRequests: 1,
});
await producer.connect();

let position = '0';
let sent = 0;
let startedMs = 0;
for (;;) {
  const { rows } = await client.query<Row>({
    name: 'page',
    rowMode: 'array',
    text: `select id, type, aggregate_id, sequence, data::text, occurred_at, e.position::text, outlet_id from events e
            where e.position > $1 order by e.position limit ${PAGE}`,
    values: [position],
  });
  const last = rows.at(-1);
  if (last === undefined) break;
  const messages = rows.map(([id, type, aggregateId, sequence, value, at, , outlet]) => ({
    key: `bench/${aggregateId}`,
    value,
    headers: {
      ...{
        ce_specversion: '1.0',
        ce_id: id,
        ce_type: type,
        ce_source: `/bench/pos/outlets/${outlet}`,
        ce_outlet: outlet,
        ce_dataschema: `https://pos-service.dev/schemas/events/${type}/1.json`,
        ce_subject: `orders/${aggregateId}`,
      },
      ...{ ce_time: at.toISOString(), ce_tenant: 'bench', ce_sequence: String(sequence) },
      'content-type': 'application/json',
    },
  }));
  await producer.sendBatch({ acks: -1, topicMessages: [{ topic: 'pos.orders', messages }] });
  position = last[6];
  sent += rows.length;
  if (startedMs === 0 && sent >= WARM_UP) startedMs = performance.now();
}
const seconds = (performance.now() - startedMs) / 1_000;
process.stdout.write(`${JSON.stringify({ perSecond: (sent - WARM_UP) / seconds })}\n`);
await producer.disconnect();
await client.end();
