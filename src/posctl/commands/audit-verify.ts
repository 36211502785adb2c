import { hash } from 'node:crypto';
import { VerifyChain, type ChainHead, type ChainReport } from '../../modules/audit/index.js';
import { ApiClient } from '../api-client.js';
import { usageError } from '../arguments.js';
import { ChainOverHttp } from '../audit/chain-over-http.js';
import { textOption, type Command, type Invocation, type Options } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { ProgressDisplay } from '../progress.js';

const NAME = 'audit verify';
const HEAD = /^([1-9]\d{0,14}):([0-9a-f]{64})$/;

export const auditVerify: Command = {
  arguments: [],
  options: {
    head: { type: 'string', value: '<number:hash>', help: 'an entry that was written down, such as in a Z report' },
  },
  details: [
    'Reads the whole audit and computes its chain anew on this machine. Exit code 1 and a list mean that an entry was changed, deleted,',
    'inserted or moved. Entries that were cut off at the end together with the recorded head show only against --head: keep the last',
    'line of each run elsewhere. Use a key that may see all outlets, for the chain runs through all of them.',
  ].join('\n'),
  examples: ['posctl audit verify', `posctl audit verify --head 1204:${'9f86d081884c7d65'.repeat(4)} --json`],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const anchor = anchorOf(options);
  const client = new ApiClient(connectionOf(invocation), signal);
  const chain = new ChainOverHttp(client);
  const display = new ProgressDisplay(printer, 'entries', () => ({ done: chain.read, total: undefined }));
  try {
    const report = await new VerifyChain((text) => hash('sha256', text, 'hex')).execute(chain, anchor);
    display.stop();
    printer.result({ ok: report.faultCount === 0, ...report }, () => linesOf(report));
    return report.faultCount === 0 ? EXIT.done : EXIT.failed;
  } finally {
    display.stop();
    client.close();
  }
}

function anchorOf(options: Options): ChainHead | undefined {
  const text = textOption(options, 'head');
  if (text === undefined) return undefined;
  const [, number, digits] = HEAD.exec(text) ?? [];
  if (number === undefined || digits === undefined)
    throw usageError(NAME, '--head takes a number and a hash, such as 1204:9f86… with 64 digits.');
  return { number: Number(number), hash: digits };
}

function linesOf({ entries, head, faultCount, faults }: ChainReport): string[] {
  const found = faults.map(({ number, fault, detail }) => `entry ${number}  ${fault}  ${detail}`);
  const more = faultCount > faults.length ? [`and ${faultCount - faults.length} more`] : [];
  const verdict = faultCount === 0 ? 'the chain is whole' : `${faultCount} faults`;
  return [...found, ...more, `${entries} entries: ${verdict}.`, `head ${head.number}:${head.hash}`];
}
