import { randomBytes } from 'node:crypto';
import { newSecret } from '../../platform/signatures/standard-webhooks.js';
import { ApiClient } from '../api-client.js';
import { countOption, usageError } from '../arguments.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, Interrupted, type ExitCode } from '../exit-codes.js';
import { LiveStream } from '../stream/live-stream.js';
import { headOf, STREAM_OPTIONS, streamWishOf, type EnvelopeHead } from '../stream/stream-options.js';
import { addressFrom, forward, type Forwarded } from '../webhooks/forward.js';

const NAME = 'webhooks listen';
const TYPE_WIDTH = 28;
const SECRET_BYTES = 32;
const ENDLESS = Number.MAX_SAFE_INTEGER;

export const webhooksListen: Command = {
  arguments: [],
  options: {
    'forward-to': {
      type: 'string',
      value: '<address>',
      help: 'where your receiver listens, such as localhost:3000/hooks',
    },
    events: { type: 'string', value: '<a,b>', help: `event types, such as 'pos.order.*'; else all you may read` },
    ...STREAM_OPTIONS,
    limit: { type: 'string', value: '<n>', help: 'end after so many events; else with Ctrl-C' },
    jsonl: { type: 'boolean', help: 'print one JSON object a line; --json does the same here' },
  },
  details: [
    'Brings the events of the live stream to a receiver on your machine, each as the webhook that the service would send: same',
    'body, same headers, signed with a secret made for this run. One after the other; what fails is said and not tried again.',
  ].join('\n'),
  examples: [
    `posctl webhooks listen --forward-to localhost:3000 --events 'pos.order.*'`,
    'posctl webhooks listen --forward-to http://127.0.0.1:8080/hooks --since 48211 --jsonl',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const to = addressFrom(textOption(options, 'forward-to') ?? '');
  if (to === undefined) throw usageError(NAME, '--forward-to takes an address, such as localhost:3000.');
  const limit = countOption(NAME, options, 'limit', { default: ENDLESS, max: ENDLESS });
  const wish = streamWishOf(NAME, options, { types: textOption(options, 'events') });
  const client = new ApiClient(connectionOf(invocation), signal);
  const secret = newSecret(randomBytes(SECRET_BYTES));
  // Not a note: without it nothing that is sent can be verified, however quiet the run.
  printer.err.write(`Signing with ${secret} until this run ends. Forwarding to ${to.href}\n`);
  const stream = new LiveStream(client, wish, printer, signal);
  let count = 0;
  try {
    for await (const { envelope } of stream.events()) {
      const head = headOf(envelope);
      const outcome = await forward(to, secret, { id: head.id, envelope }, signal);
      if (signal.aborted) throw new Interrupted(); // this one is to come again
      printer.result({ eventId: head.id, type: head.type, ...outcome }, () => [lineOf(head, outcome, invocation)]);
      count += 1;
      if (count >= limit) break;
    }
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof Interrupted) || stream.position === undefined) throw error;
    throw new Interrupted(`Go on from here with --since ${stream.position}.`);
  } finally {
    client.close();
  }
}

function lineOf(
  { time, type, id }: EnvelopeHead,
  { status, durationMs, error }: Forwarded,
  { printer }: Invocation,
): string {
  const isTaken = status !== null && status >= 200 && status < 300;
  const word = status === null ? 'failed' : String(status);
  const said = error === null ? '' : `  ${error}`;
  const painted = printer.paint(isTaken ? 'green' : 'red', word.padEnd(6));
  return `${time}  ${type.padEnd(TYPE_WIDTH)}  ${painted}  ${String(durationMs).padStart(5)} ms  ${id}${said}`;
}
