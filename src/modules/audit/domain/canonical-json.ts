/**
 * JSON of one spelling: members in order of their names, no blanks, texts that PostgreSQL can keep. The same value gives the same
 * text, which is what the chain hashes.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value ?? null));
}

function sorted(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [storable(name), sorted(member)]));
}

// PostgreSQL takes neither NUL nor half a surrogate pair, and an entry must not fail for what somebody has typed.
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
