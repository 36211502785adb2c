import { destination as toFile, pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'password',
  'pin',
  'secret',
  'token',
  'apiKey',
  'key',
  'accessToken',
  'refreshToken',
];
const REDACTED = '[redacted]';
const SECRET_TEXT =
  /pos_(?:live|test)_[0-9a-z_]{8,}|whsec_[\w+/=-]{8,}|Bearer\s+\S+|eyJ[\w-]{8,}\.[\w-]+\.[\w-]*|(?:postgres(?:ql)?|rediss?):\/\/[^\s@]+@|\b\d(?:[ -]?\d){12,18}\b/gi;

/** Takes secrets and numbers that look like cards out of text: error messages quote what they were given. */
export function redact(text: string): string {
  return text.replace(SECRET_TEXT, REDACTED);
}

/**
 * The log: one JSON line per entry on standard output. Levels are promises: `error` wakes someone, `warn` waits for Monday.
 */
export function createLogger(level: string, destination: DestinationStream = toFile({ dest: 1, sync: false })): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`]), censor: REDACTED },
      serializers: { err: errorFields },
    },
    destination,
  );
}

/** A log whose lines are written before the call returns: what it has told survives even a kill of the process. */
export function createTrail(level: string): Logger {
  return createLogger(level, toFile({ dest: 1, sync: true }));
}

function errorFields(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { message: redact(String(error)) };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: redact(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    stack: redact(error.stack ?? ''),
    ...(error.cause !== undefined && depth < 3 ? { cause: errorFields(error.cause, depth + 1) } : {}),
  };
}
