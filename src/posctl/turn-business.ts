import { ApiClient } from './api-client.js';
import { usageError } from './arguments.js';
import { flagOption, textOption, type Command, type Invocation } from './command.js';
import { confirm } from './confirm.js';
import { connectionOf } from './environment.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { post } from './post.js';

interface Business {
  readonly slug: string;
  readonly name: string;
  readonly status: string;
}

/** A command that decides about a business. */
export interface TurnSpec {
  /** The command's own name. */
  readonly name: string;
  readonly verb: 'suspend' | 'resume';
  /** What is asked before, of the business; none where nothing is taken away. */
  readonly question?: (slug: string) => string;
  readonly details: string;
  readonly examples: readonly [string, string];
}

/** Makes the command. */
export function turnBusinessCommand(spec: TurnSpec): Command {
  return {
    arguments: ['<slug>'],
    options: {
      reason: { type: 'string', value: '<text>', help: 'needed: why, for whoever asks later' },
      ...(spec.question !== undefined && { yes: { type: 'boolean', help: 'do not ask' } }),
      'dry-run': { type: 'boolean', help: 'say how the business is, change nothing' },
    },
    details: `${spec.details} Needs POS_TENANT=platform and a key of the vendor in POS_API_KEY.`,
    examples: spec.examples,
    run: (invocation) => run(invocation, spec),
  };
}

async function run(invocation: Invocation, { name, verb, question }: TurnSpec): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [slug = ''] = invocation.arguments;
  const reason = textOption(options, 'reason');
  if (reason === undefined) throw usageError(name, '--reason is needed.');
  const path = `/v1/platform/businesses/${encodeURIComponent(slug)}`;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    if (flagOption(options, 'dry-run')) {
      const { status } = await client.json<Business>({ method: 'GET', path });
      printer.result({ dryRun: true, slug, status }, () => [`Business ${slug} is ${status}; nothing was changed.`]);
      return EXIT.done;
    }
    if (question !== undefined) await confirm(invocation, question(slug));
    const business = await post<Business>(client, `${path}/${verb}`, { reason });
    printer.result(business, () => [`Business ${slug} (${business.name}) is ${business.status}.`]);
    return EXIT.done;
  } finally {
    client.close();
  }
}
