import { writeFileSync } from 'node:fs';
import { ApiClient, refusedBy } from '../api-client.js';
import { usageError } from '../arguments.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';

const NAME = 'zreports show';
const TYPES: Readonly<Record<string, string>> = {
  text: 'text/plain',
  html: 'text/html',
  pdf: 'application/pdf',
  json: 'application/json',
};

export const zreportsShow: Command = {
  arguments: ['<report id>'],
  options: {
    format: { type: 'string', value: '<format>', help: 'text, html, pdf or json; else text' },
    out: { type: 'string', short: 'o', value: '<file>', help: 'write it there; a PDF goes into a file only' },
  },
  details: 'The same bytes each time, for ever. Text has 48 columns, as a receipt printer prints it.',
  examples: [
    'posctl zreports show 0197a3c2-7b1e-7000-8000-000000000001',
    'posctl zreports show 0197a3c2-7b1e-7000-8000-000000000001 --format pdf -o z.pdf',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [id = ''] = invocation.arguments;
  const out = textOption(options, 'out');
  const wanted = textOption(options, 'format');
  const format = flagOption(options, 'json') && out === undefined ? 'json' : (wanted ?? 'text');
  const accept = Object.hasOwn(TYPES, format) ? TYPES[format] : undefined;
  if (accept === undefined) throw usageError(NAME, `--format takes ${Object.keys(TYPES).join(', ')}.`);
  if (format === 'pdf' && out === undefined) throw usageError(NAME, '-o is needed: a PDF goes into a file only.');
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const answer = await client.request({ method: 'GET', path: `/z-reports/${encodeURIComponent(id)}`, accept });
    if (answer.status >= 300) throw refusedBy(answer);
    if (out === undefined) printer.text(answer.body);
    else {
      write(out, answer.bytes);
      printer.result({ id, format, file: out }, () => [`Z report ${id} is in ${out}.`]);
    }
    return EXIT.done;
  } finally {
    client.close();
  }
}

function write(file: string, bytes: Buffer): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(EXIT.failed, `${file} cannot be written.`, reason, { cause: error });
  }
}
