import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Line {
  readonly level?: string;
  readonly msg?: string;
  readonly err?: { readonly message?: string };
}

/**
 * Lines of the service's logs that wake someone, with their number. A fault that the service is built for should wake nobody;
 * it is told in the report and judged by a person. What is no log line is told too: a process that ended by itself says why.
 */
export function alarmsIn(folder: string): Record<string, number> {
  const alarms: Record<string, number> = {};
  for (const name of readdirSync(folder)) {
    for (const text of readFileSync(path.join(folder, name), 'utf8').split('\n')) {
      const alarm = alarmOf(text);
      if (alarm !== undefined) alarms[alarm] = (alarms[alarm] ?? 0) + 1;
    }
  }
  return alarms;
}

function alarmOf(text: string): string | undefined {
  if (text === '') return undefined;
  if (!text.startsWith('{')) return text.slice(0, 120);
  try {
    const { level, msg, err } = JSON.parse(text) as Line;
    const wakes = level === 'error' || level === 'fatal';
    return wakes ? `${msg ?? ''}${err?.message === undefined ? '' : `: ${err.message.slice(0, 120)}`}` : undefined;
  } catch {
    return undefined; // a line that a kill has torn
  }
}
