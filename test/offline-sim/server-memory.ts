import { existsSync, readFileSync } from 'node:fs';

/** The most memory that a running process has had so far, in MiB; 0 where the system does not tell. */
export function peakMib(pid: number): number {
  const status = `/proc/${pid}/status`;
  const line = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8')) : null;
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}
