import type { ReceiptMark } from './receipt.js';

/** The words of a printed receipt in one language. */
export interface ReceiptWords {
  readonly marks: Readonly<Record<ReceiptMark, string>>;
  readonly taxNumber: string;
  readonly receipt: string;
  readonly giftCard: string;
  readonly subtotal: string;
  readonly serviceCharge: string;
  /** Before a tax that the prices contain. */
  readonly included: string;
  /** Before the amount that a tax is of. */
  readonly taxedOn: string;
  readonly exempt: string;
  readonly tip: string;
  readonly surcharge: string;
  readonly rounding: string;
  readonly total: string;
  readonly change: string;
  readonly due: string;
  readonly refund: string;
  readonly fiscal: FiscalWords;
  /** Tenders that every business may have; others are called what their code says. */
  readonly tenders: Readonly<Record<string, string>>;
}

/** The elements of a sealed receipt (DOMAIN.md, fiscal documents). */
export interface FiscalWords {
  readonly number: string;
  readonly authority: string;
  readonly authorisation: string;
  readonly sealedAt: string;
}

const en: ReceiptWords = {
  marks: { COPY: 'COPY', TRAINING: 'TRAINING', VOID: 'VOID', UNPAID: 'UNPAID' },
  taxNumber: 'Tax no.',
  receipt: 'Receipt',
  giftCard: 'Card',
  subtotal: 'Subtotal',
  serviceCharge: 'Service charge',
  included: 'incl.',
  taxedOn: 'on',
  exempt: 'Exempt from tax',
  tip: 'Tip',
  surcharge: 'Surcharge',
  rounding: 'Rounding',
  total: 'TOTAL',
  change: 'Change',
  due: 'Due',
  refund: 'Refund',
  fiscal: { number: 'Fiscal no.', authority: 'Authority', authorisation: 'Authorisation', sealedAt: 'Sealed' },
  tenders: {},
};

const sw: ReceiptWords = {
  marks: { COPY: 'NAKALA', TRAINING: 'MAFUNZO', VOID: 'IMEBATILISHWA', UNPAID: 'HAIJALIPWA' },
  taxNumber: 'Namba ya kodi',
  receipt: 'Risiti',
  giftCard: 'Kadi',
  subtotal: 'Jumla ndogo',
  serviceCharge: 'Ada ya huduma',
  included: 'pamoja na',
  taxedOn: 'ya',
  exempt: 'Msamaha wa kodi',
  tip: 'Bakshishi',
  surcharge: 'Ada ya ziada',
  rounding: 'Kukadiria',
  total: 'JUMLA',
  change: 'Chenji',
  due: 'Inadaiwa',
  refund: 'Imerudishwa',
  fiscal: { number: 'Namba ya kifedha', authority: 'Mamlaka', authorisation: 'Idhini', sealedAt: 'Imethibitishwa' },
  tenders: {
    cash: 'Taslimu',
    card: 'Kadi',
    gift_card: 'Kadi ya zawadi',
    voucher: 'Vocha',
    house_account: 'Akaunti ya mteja',
    mobile_money: 'Pesa ya simu',
  },
};

const fr: ReceiptWords = {
  marks: { COPY: 'COPIE', TRAINING: 'FORMATION', VOID: 'ANNULÉ', UNPAID: 'NON PAYÉ' },
  taxNumber: 'N° fiscal',
  receipt: 'Reçu',
  giftCard: 'Carte',
  subtotal: 'Sous-total',
  serviceCharge: 'Service',
  included: 'dont',
  taxedOn: 'sur',
  exempt: 'Exonéré de taxe',
  tip: 'Pourboire',
  surcharge: 'Supplément',
  rounding: 'Arrondi',
  total: 'TOTAL',
  change: 'Rendu',
  due: 'Reste dû',
  refund: 'Remboursé',
  fiscal: { number: 'N° de facture', authority: 'Autorité', authorisation: 'Autorisation', sealedAt: 'Scellé le' },
  tenders: {
    cash: 'Espèces',
    card: 'Carte',
    gift_card: 'Carte cadeau',
    voucher: 'Bon',
    house_account: 'Compte client',
    mobile_money: 'Mobile money',
  },
};

const WORDS = new Map([
  ['en', en],
  ['sw', sw],
  ['fr', fr],
]);

/** The language in which receipts of a locale (BCP 47) speak: its own where there are words of it, else English. */
export function receiptLanguage(locale: string): 'en' | 'sw' | 'fr' {
  const [language = ''] = locale.toLowerCase().split('-');
  return language === 'sw' || language === 'fr' ? language : 'en';
}

/** The words of receipts in an outlet's language. @param locale BCP 47. */
export function receiptWords(locale: string): ReceiptWords {
  return WORDS.get(receiptLanguage(locale)) ?? en;
}

/** What a tender is called on a receipt: in the language's words, else as its code reads: `Bank transfer`. */
export function tenderName(tender: string, words: ReceiptWords): string {
  const known = Object.hasOwn(words.tenders, tender) ? words.tenders[tender] : undefined;
  return known ?? tender.charAt(0).toUpperCase() + tender.slice(1).replaceAll('_', ' ');
}
