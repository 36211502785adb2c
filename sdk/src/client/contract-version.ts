/** Of the contract that this SDK was made for, `info.version` of openapi/pos.json. */
export const CONTRACT_VERSION = '0.1.0';

/** How a server stands to this SDK. Within `/v1` contracts only grow: an older one lacks routes and members, a newer one has more. */
export type ServerAge = 'same' | 'older' | 'newer';

/** Compares versions such as `1.10.2` number by number. */
export function ageOf(serverVersion: string): ServerAge {
  const order = serverVersion.localeCompare(CONTRACT_VERSION, 'en', { numeric: true });
  return order === 0 ? 'same' : order < 0 ? 'older' : 'newer';
}
