/** What a thermal printer may show besides ASCII. */
export type CodePage = 'pc437' | 'pc858' | 'windows1252';

/** A table of a printer: its number in the command `ESC t`, and its characters from 0x80 on (U+FFFD: none). */
interface Table {
  readonly number: number;
  readonly upper: string;
}

const TABLES: Readonly<Record<CodePage, Table>> = {
  pc437: {
    number: 0,
    upper:
      'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ' +
      'áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
      '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
      'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  },
  pc858: {
    number: 19,
    upper:
      'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ' +
      'áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
      '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀' +
      'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  },
  windows1252: {
    number: 16,
    upper:
      '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ' +
      '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
      'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
      'àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  },
};

/** The number by which `ESC t` selects a code page. */
export function codePageNumber(page: CodePage): number {
  return TABLES[page].number;
}

/** Characters that look like others which every printer has. */
const ALIKE = new Map([
  ...['‘’‚‛′', '“”„‟″', '‐‑‒–—―−'].flatMap((all, at) =>
    Array.from(all, (one) => [one, ["'", '"', '-'][at] ?? ''] as const),
  ),
  ['…', '...'],
  ['€', 'EUR'],
  ['₦', 'NGN'],
  ['₹', 'INR'],
  ['×', 'x'],
  ['•', '*'],
  ['·', '.'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ı', 'i'],
  ['°', 'o'],
  ['№', 'No'],
] as const);

/**
 * A text as a printer of the page can show it: what the page has not, as what looks like it, else without its accents, else as `?`;
 * blanks and control characters, which would command the printer, as one blank each.
 */
export function printable(text: string, page: CodePage): string {
  return Array.from(text.normalize('NFC'), (character) => shown(character, page)).join('');
}

function shown(character: string, page: CodePage): string {
  if (/^[\s\p{Cc}\p{Zs}]$/u.test(character)) return ' ';
  if (byteOf(character, page) !== undefined) return character;
  // Marks that join, and direct, letters that are not there either.
  if (/^[\p{Cf}\p{Mn}]$/u.test(character)) return '';
  const alike = ALIKE.get(character) ?? character.normalize('NFKD').replaceAll(/\p{Mn}/gu, '');
  const known = Array.from(alike).every((one) => byteOf(one, page) !== undefined);
  return known ? alike : '?';
}

function byteOf(character: string, page: CodePage): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return code;
  if (code < 0xa0 || character === '\ufffd') return undefined;
  const at = TABLES[page].upper.indexOf(character);
  return at < 0 ? undefined : 0x80 + at;
}

/** The bytes of a text that is printable on the page. @throws RangeError at a character that the page has not. */
export function encoded(text: string, page: CodePage): number[] {
  return Array.from(text, (character) => {
    const byte = byteOf(character, page);
    if (byte === undefined) throw new RangeError(`not in ${page}: U+${(character.codePointAt(0) ?? 0).toString(16)}`);
    return byte;
  });
}
