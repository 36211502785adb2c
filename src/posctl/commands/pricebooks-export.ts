import { writeFileSync } from 'node:fs';
import { ApiClient, refusedBy } from '../api-client.js';
import { countOption } from '../arguments.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';
import { pricebookPath, type PricebookShown } from '../pricebook.js';

const NAME = 'pricebooks export';
const VERSION_MAX = 1_000_000;

export const pricebooksExport: Command = {
  arguments: ['<pricebook id>'],
  options: {
    version: { type: 'string', value: '<n>', help: 'which version; else the one in force, or else the draft' },
    out: { type: 'string', value: '<file>', help: 'where to; else stdout' },
  },
  details: 'CSV with the columns sku,kind,value,currency, as `pricebooks import` takes it.',
  examples: [
    'posctl pricebooks export 0197a3c2-7b1e-7000-8000-000000000001 --out happy-hour.csv',
    'posctl pricebooks export 0197a3c2-7b1e-7000-8000-000000000001 --version 3 > version-3.csv',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [id = ''] = invocation.arguments;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const asked = textOption(options, 'version') !== undefined;
    const version = asked
      ? countOption(NAME, options, 'version', { default: 1, max: VERSION_MAX })
      : await presentVersion(client, id);
    const path = `${pricebookPath(id)}/versions/${version}/export`;
    const answer = await client.request({ method: 'GET', path });
    if (answer.status >= 300) throw refusedBy(answer);
    const file = textOption(options, 'out');
    if (file !== undefined) {
      writeFileSync(file, answer.body);
      const entries = answer.body.split('\n').length - 2; // the header, and nothing behind the last line
      printer.result({ pricebookId: id, version, file, entries }, () => [
        `Version ${version}: ${entries} entries in ${file}.`,
      ]);
    } else if (printer.settings.json) printer.result({ pricebookId: id, version, csv: answer.body }, () => []);
    else printer.text(answer.body);
    return EXIT.done;
  } finally {
    client.close();
  }
}

async function presentVersion(client: ApiClient, id: string): Promise<number> {
  const { inForce, draft, scheduled } = await client.json<PricebookShown>({ method: 'GET', path: pricebookPath(id) });
  const version = inForce ?? draft ?? scheduled[0];
  if (version !== undefined) return version.number;
  throw new CommandError(EXIT.notFound, 'No version is in force, and there is no draft.', 'Name one with --version.');
}
