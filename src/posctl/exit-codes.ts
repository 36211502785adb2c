/** What a shell script may rely on (UX.md §2). */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  rejectedRows: 3,
  notAllowed: 4,
  notFound: 5,
  conflict: 6,
  unreachable: 7,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command: the message says what happened, the advice what to do about it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(
    readonly exitCode: ExitCode,
    message: string,
    readonly advice?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The person at the keyboard pressed Ctrl-C; the advice says how to go on later. */
export class Interrupted extends CommandError {
  constructor(advice?: string) {
    super(EXIT.interrupted, 'Interrupted.', advice);
  }
}

/** The exit code that an HTTP status ends a command with. */
export function exitCodeOfStatus(status: number): ExitCode {
  if (status === 401 || status === 403) return EXIT.notAllowed;
  if (status === 404) return EXIT.notFound;
  if (status === 409 || status === 412) return EXIT.conflict;
  if (status === 502 || status === 503 || status === 504) return EXIT.unreachable;
  return EXIT.failed;
}
