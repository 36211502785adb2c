const MARKS = /\p{M}+/gu;
const PLAIN = /^[\x20-\x7e]*$/;
const NOT_A_WORD = /[^\p{L}\p{N}]+/gu;

/** A text as it is searched: lower case, accents off, words with one blank between and one before the first. */
export function foldedText(text: string): string {
  const plain = PLAIN.test(text) ? text : text.normalize('NFKD').replace(MARKS, '');
  return ` ${plain.toLowerCase().replace(NOT_A_WORD, ' ').trim()}`;
}
