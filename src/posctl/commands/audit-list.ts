import { ApiClient } from '../api-client.js';
import { countOption } from '../arguments.js';
import type { ShownEntry } from '../audit/chain-over-http.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { readPages } from '../pages.js';

const NAME = 'audit list';
const LIMIT = { default: 50, max: 100_000 };

export const auditList: Command = {
  arguments: [],
  options: {
    actor: { type: 'string', value: '<name>', help: 'done by: user:…, api-key:… or system:…' },
    action: { type: 'string', value: '<type>', help: 'a type of events; pos.cashdrawer.* for all that begin so' },
    target: { type: 'string', value: '<kind/id>', help: 'done to, such as orders/0197…' },
    outlet: { type: 'string', value: '<id>', help: 'only at this outlet' },
    outcome: { type: 'string', value: '<outcome>', help: 'allowed or refused' },
    from: { type: 'string', value: '<time>', help: 'done at or after' },
    to: { type: 'string', value: '<time>', help: 'done before' },
    limit: { type: 'string', value: '<n>', help: `how many at most; else ${LIMIT.default}` },
    jsonl: { type: 'boolean', help: 'print one JSON object a line' },
  },
  details: 'Newest first. What was before and after is in --json and --jsonl.',
  examples: [
    'posctl audit list --outcome refused',
    'posctl audit list --action "pos.cashdrawer.*" --limit 1000 --jsonl',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const limit = countOption(NAME, options, 'limit', LIMIT);
  const named = (name: string): string | undefined => textOption(options, name);
  const filters = {
    ...{ actor: named('actor'), action: named('action'), target: named('target'), outletId: named('outlet') },
    ...{ outcome: named('outcome'), from: named('from'), to: named('to') },
  };
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    printer.list(await readPages<ShownEntry>(client, '/audit', filters, limit), [
      { title: 'NUMBER', alignRight: true, value: ({ number }) => String(number) },
      { title: 'AT', value: ({ at }) => at },
      { title: 'ACTOR', value: ({ actor }) => actor },
      { title: 'ACTION', value: ({ action }) => action },
      { title: 'TARGET', value: ({ target }) => target },
      { title: 'OUTCOME', value: ({ outcome }) => outcome },
      { title: 'APPROVED BY', value: ({ approvedBy }) => approvedBy ?? '' },
      { title: 'REASON', value: ({ reason }) => reason ?? '' },
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}
