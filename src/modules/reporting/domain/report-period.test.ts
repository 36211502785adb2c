import { Refusal } from '../../../kernel/refusal.js';
import { reportPeriod } from './report-period.js';

test.each([
  ['2026-01-01', '2026-01-02', undefined],
  ['2026-01-01', '2026-01-01', 'report_period_empty'],
  ['2026-01-02', '2026-01-01', 'report_period_empty'],
  ['2016-01-01', '2026-01-01', undefined],
  ['2016-01-01', '2026-01-02', 'report_period_too_long'],
  ['2016-02-29', '2026-03-01', undefined],
  ['9995-01-01', '9999-12-31', undefined],
])('from %s to %s: %s', (from, to, code) => {
  const made = (): unknown => reportPeriod(from, to);
  if (code === undefined) expect(made()).toEqual({ from, to });
  else expect(made).toThrow(expect.objectContaining({ code, constructor: Refusal }));
});
