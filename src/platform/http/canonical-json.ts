const NOTHING: ReadonlySet<string> = new Set();

/**
 * JSON with sorted member names and no white space: equal for equal content, whatever the order of typing.
 * @param without members of these names are left out, at any depth.
 */
export function canonicalJson(value: unknown, without: ReadonlySet<string> = NOTHING): string {
  if (value === null || typeof value !== 'object' || value instanceof Date)
    return value === undefined ? 'null' : JSON.stringify(value);
  if (Array.isArray(value)) {
    let items = '';
    for (const item of value) items += `${items === '' ? '' : ','}${canonicalJson(item, without)}`;
    return `[${items}]`;
  }
  let members = '';
  for (const name of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[name];
    if (member === undefined || without.has(name)) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(member, without)}`;
  }
  return `{${members}}`;
}
