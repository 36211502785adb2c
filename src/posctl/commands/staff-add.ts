import { ApiClient } from '../api-client.js';
import { flagOption, textOption, type Command, type Invocation, type Options } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { post } from '../post.js';

interface Added {
  readonly id: string;
  readonly staffNumber: string;
  readonly displayName: string;
}

export const staffAdd: Command = {
  arguments: ['<name>'],
  options: {
    role: { type: 'string', value: '<role>', help: 'what they may do, such as cashier; else nothing yet' },
    outlets: { type: 'string', value: '<id,id>', help: 'where the role holds; else everywhere' },
    number: { type: 'string', value: '<number>', help: 'the staff number; else the next free one' },
    email: { type: 'string', value: '<address>', help: 'an e-mail address' },
    phone: { type: 'string', value: '<number>', help: 'a telephone number, such as +254700111222' },
    'dry-run': { type: 'boolean', help: 'show what would be asked for, take nobody on' },
  },
  details: 'Nobody gives a right that they lack. Set a PIN afterwards: posctl staff reset-pin.',
  examples: [
    'posctl staff add "Amara O." --role cashier',
    'posctl staff add "Bo" --role manager --outlets 0197a3c2-7b1e-7000-8000-000000000001 --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const wish = wishOf(invocation.arguments[0] ?? '', options);
  if (flagOption(options, 'dry-run')) {
    printer.result({ dryRun: true, ...wish }, () => [JSON.stringify(wish, null, 2)]);
    return EXIT.done;
  }
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const added = await post<Added>(client, '/staff', wish);
    printer.result(added, () => [`${added.displayName} has the number ${added.staffNumber} and the id ${added.id}.`]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function wishOf(displayName: string, options: Options): object {
  const role = textOption(options, 'role');
  const outlets = textOption(options, 'outlets')?.split(',') ?? null;
  const told = {
    staffNumber: textOption(options, 'number'),
    email: textOption(options, 'email'),
    phone: textOption(options, 'phone'),
  };
  return { displayName, ...told, assignments: role === undefined ? [] : [{ role, outlets }] };
}
