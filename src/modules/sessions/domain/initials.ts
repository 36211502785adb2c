const letters = new Intl.Segmenter();

/** The first letters of the first and last word of a name, for the round picture of a person: `Anna Maria Ngo` is `AN`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map(firstLetterOf).join('').toUpperCase();
}

function firstLetterOf(word = ''): string {
  for (const { segment } of letters.segment(word)) return segment;
  return '';
}
