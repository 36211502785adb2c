const PLACES = 4;
const FORM = /^\d{1,6}(?:\.\d{1,6}){0,3}/;

/** The numbers of a version to compare by, `4.10` before `4.9.1` no longer. What is no number at its beginning is 0. */
export function versionParts(version: string): readonly number[] {
  const numbers = (FORM.exec(version)?.[0] ?? '0').split('.').map(Number);
  return Array.from({ length: PLACES }, (_, place) => numbers[place] ?? 0);
}
