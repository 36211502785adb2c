import { ApiClient } from '../api-client.js';
import { countOption } from '../arguments.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, Interrupted, type ExitCode } from '../exit-codes.js';
import { LiveStream, type StreamEvent } from '../stream/live-stream.js';
import { headOf, STREAM_OPTIONS, streamWishOf } from '../stream/stream-options.js';

const NAME = 'events tail';
const TYPE_WIDTH = 28;
const ENDLESS = Number.MAX_SAFE_INTEGER;

export const eventsTail: Command = {
  arguments: [],
  options: {
    topics: {
      type: 'string',
      value: '<a,b>',
      help: 'orders, kitchen, drawers, catalog, outlets; else all you may read',
    },
    types: { type: 'string', value: '<a,b>', help: `of these only some event types, such as 'pos.order.*'` },
    ...STREAM_OPTIONS,
    limit: { type: 'string', value: '<n>', help: 'end after so many events; else with Ctrl-C' },
    jsonl: { type: 'boolean', help: 'print one CloudEvent a line; --json does the same here' },
  },
  details: [
    'Follows the live stream. When it breaks off, the command connects again where it was: nothing is lost, nothing comes twice.',
    'Ctrl-C ends it with 130 and prints the position from which --since goes on.',
  ].join('\n'),
  examples: [
    `posctl events tail --topics orders,catalog --types 'pos.order.*'`,
    'posctl events tail --since 48211 --jsonl > events.jsonl',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const limit = countOption(NAME, options, 'limit', { default: ENDLESS, max: ENDLESS });
  const wish = streamWishOf(NAME, options, {
    topics: textOption(options, 'topics'),
    types: textOption(options, 'types'),
  });
  const client = new ApiClient(connectionOf(invocation), signal);
  const stream = new LiveStream(client, wish, printer, signal);
  let count = 0;
  try {
    for await (const event of stream.events()) {
      printer.text(lineOf(event, printer.settings.json || printer.settings.jsonl));
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

function lineOf({ envelope }: StreamEvent, asJson: boolean): string {
  if (asJson) return envelope;
  const { time, type, subject, sequence } = headOf(envelope);
  return `${time}  ${type.padEnd(TYPE_WIDTH)}  ${subject}  #${sequence}`;
}
