import { createLogger, redact } from './logger.js';

test.each([
  { text: 'key pos_live_0123456789abcdefghjkmnpqrs_0000 used', rest: 'key [redacted] used' },
  { text: 'secret whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw used', rest: 'secret [redacted] used' },
  { text: 'Authorization: Bearer abc.def', rest: 'Authorization: [redacted]' },
  { text: 'card 4111 1111 1111 1111 refused', rest: 'card [redacted] refused' },
  { text: 'postgres://pos:secret@db/pos', rest: '[redacted]db/pos' },
  { text: 'rediss://:secret@redis:6380', rest: '[redacted]redis:6380' },
  { text: 'order A-000123 of 1325', rest: 'order A-000123 of 1325' },
])('$text', ({ text, rest }) => expect(redact(text)).toBe(rest));

test('secrets do not reach the log, wherever they stand', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line: string) => void lines.push(line) });
  const err = new Error('no Bearer hunter2', { cause: new Error('pos_test_0123456789abcdefghjkmnpqrs_hunter2') });
  logger.info({ authorization: 'hunter2', user: { pin: 'hunter2' }, token: 'hunter2', err }, 'tried');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('hunter2');
  expect(JSON.parse(lines[0] as string)).toMatchObject({ level: 'info', msg: 'tried', err: { type: 'Error' } });
});
