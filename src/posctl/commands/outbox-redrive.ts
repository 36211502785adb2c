import { randomUUID } from 'node:crypto';
import { ApiClient } from '../api-client.js';
import { usageError } from '../arguments.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { confirm } from '../confirm.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, Interrupted, type ExitCode } from '../exit-codes.js';
import { readPages } from '../pages.js';

interface DeadLetterRow {
  readonly id: string;
  readonly sink: string;
  readonly eventId: string;
  readonly type: string;
  readonly subject: string;
  readonly reason: string;
  readonly attempts: number;
}

const NAME = 'outbox redrive';
const LETTERS_MAX = 100_000;
/** One request queues a few hundred; a list that never ends is a defect, not a reason to go on for ever. */
const ROUNDS_MAX = 1_000;

export const outboxRedrive: Command = {
  arguments: [],
  furtherArguments: '<event id>',
  options: {
    all: { type: 'boolean', help: 'all events that were given up, instead of those that are named' },
    sink: { type: 'string', value: '<name>', help: 'only for this way out: kafka, webhooks, subscribers' },
    type: { type: 'string', value: '<event type>', help: 'with --all: only events of this type' },
    yes: { type: 'boolean', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'list them with their reasons, try nothing' },
    jsonl: { type: 'boolean', help: 'with --dry-run: print one JSON object a line' },
  },
  details:
    'The events keep their ids, so a consumer that remembers ids does nothing twice. Look at the reason first: --dry-run.',
  examples: [
    'posctl outbox redrive --all --sink kafka --dry-run',
    'posctl outbox redrive 0197a3c2-7b1e-7000-8000-000000000001 --yes',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const ids = new Set(invocation.arguments);
  const isAll = flagOption(options, 'all');
  if (isAll === ids.size > 0) throw usageError(NAME, 'Give event ids, or --all.');
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const letters = await lettersOf(client, invocation, ids);
    if (flagOption(options, 'dry-run')) {
      show(invocation, letters);
      return EXIT.done;
    }
    if (letters.length > 0) await confirm(invocation, `Try to deliver ${letters.length} events again?`);
    const queued = isAll ? await redriveAll(client, invocation) : await redriveEach(client, letters, signal);
    printer.result({ queued }, () => [`${queued} to be tried again; see \`posctl outbox status\`.`]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

/** The letters that are meant. An id may be the event's, of which each sink may have a letter, or the letter's own. */
async function lettersOf(
  client: ApiClient,
  { options }: Invocation,
  ids: ReadonlySet<string>,
): Promise<readonly DeadLetterRow[]> {
  const filters = { status: 'dead', sink: textOption(options, 'sink'), type: textOption(options, 'type') };
  const dead = await readPages<DeadLetterRow>(client, '/outbox/dead-letters', filters, LETTERS_MAX);
  if (ids.size === 0) return dead;
  const meant = dead.filter(({ id, eventId }) => ids.has(id) || ids.has(eventId));
  const found = new Set(meant.flatMap(({ id, eventId }) => [id, eventId]));
  const missing = [...ids].filter((id) => !found.has(id));
  if (missing.length === 0) return meant;
  const advice = '`posctl outbox redrive --all --dry-run` lists them; one that is queued or delivered needs nothing.';
  throw new CommandError(EXIT.notFound, `Nothing was given up under ${missing.join(', ')}.`, advice);
}

function show({ printer }: Invocation, letters: readonly DeadLetterRow[]): void {
  printer.list(letters, [
    { title: 'SINK', value: ({ sink }) => sink },
    { title: 'TYPE', value: ({ type }) => type },
    { title: 'SUBJECT', value: ({ subject }) => subject },
    { title: 'TRIES', alignRight: true, value: ({ attempts }) => String(attempts) },
    { title: 'EVENT', value: ({ eventId }) => eventId },
    { title: 'REASON', value: ({ reason }) => reason },
  ]);
}

async function redriveEach(client: ApiClient, letters: readonly DeadLetterRow[], signal: AbortSignal): Promise<number> {
  for (const { id } of letters) {
    if (signal.aborted) throw new Interrupted('Running it again is harmless.');
    const path = `/outbox/dead-letters/${encodeURIComponent(id)}/redrive`;
    await client.json({ method: 'POST', path, idempotencyKey: `outbox-redrive-${randomUUID()}` });
  }
  return letters.length;
}

async function redriveAll(client: ApiClient, { options, signal }: Invocation): Promise<number> {
  const [sink, type] = ['sink', 'type'].map((name) => textOption(options, name));
  const body = JSON.stringify({ ...(sink === undefined ? {} : { sink }), ...(type === undefined ? {} : { type }) });
  let total = 0;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    if (signal.aborted) throw new Interrupted(`${total} are to be tried again; running it again takes the rest.`);
    const { queued } = await client.json<{ queued: number }>({
      method: 'POST',
      path: '/outbox/dead-letters/redrive',
      body,
      idempotencyKey: `outbox-redrive-${randomUUID()}`,
    });
    total += queued;
    if (queued === 0) break;
  }
  return total;
}
