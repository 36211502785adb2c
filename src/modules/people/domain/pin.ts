/** A PIN has 4 to 8 digits; the contract checks it. */
export const PIN_FORM = /^[0-9]{4,8}$/;
/** As many digits as one has that the service makes up. */
const MADE_LENGTH = 4;

/** What a PIN must not be made from. */
export interface PinOwner {
  readonly staffNumber: string;
  readonly phone: string | null;
}

/** Why a PIN is refused: who guesses begins with these. */
export type TrivialWhy = 'same_digits' | 'run' | 'repeated' | 'year' | 'date' | 'well_known' | 'staff_number' | 'phone';

/** The middle column of the pad, and what lists of leaked PINs have most that no rule below covers. */
const WELL_KNOWN: ReadonlySet<string> = new Set(['2580', '0852', '1004', '1122', '2211', '1379', '9731', '3245']);

const RULES: readonly (readonly [TrivialWhy, (pin: string, owner: PinOwner) => boolean])[] = [
  // 0000, 777777
  ['same_digits', (pin) => new Set(pin).size === 1],
  // 1234, 4321, 0123, and over the end of the pad: 7890, 0987
  ['run', (pin) => isRun(pin, 1) || isRun(pin, 9)],
  // 1212, 123123, 12341234, 121212
  ['repeated', (pin) => /^(\d{2,4})\1+$/.test(pin)],
  // 1900 to 2099
  ['year', (pin) => /^(?:19|20)\d\d$/.test(pin)],
  // 31121999, 12311999, 19991231. Shorter forms of dates are too many of all PINs to be refused.
  ['date', (pin) => pin.length === 8 && isDate(pin)],
  ['well_known', (pin) => WELL_KNOWN.has(pin)],
  // with or without zeros before it
  ['staff_number', (pin, { staffNumber }) => sameNumber(pin, staffNumber)],
  // its last digits
  ['phone', (pin, { phone }) => phone?.endsWith(pin) === true],
];

/** Why a PIN is too easy to guess; `undefined` for one that is not. */
export function trivialWhy(pin: string, owner: PinOwner): TrivialWhy | undefined {
  return RULES.find(([, covers]) => covers(pin, owner))?.[0];
}

/** Makes up a PIN that is not trivial. @param digit draws a digit from 0 to 9, each as likely. */
export function makePin(digit: () => number, owner: PinOwner): string {
  for (;;) {
    const pin = Array.from({ length: MADE_LENGTH }, digit).join('');
    if (trivialWhy(pin, owner) === undefined) return pin;
  }
}

function isRun(pin: string, step: number): boolean {
  return Array.from(pin).every((digit, index) => index === 0 || Number(digit) === (Number(pin[index - 1]) + step) % 10);
}

function isDate(pin: string): boolean {
  const forms = [
    [pin.slice(4), pin.slice(2, 4), pin.slice(0, 2)],
    [pin.slice(4), pin.slice(0, 2), pin.slice(2, 4)],
    [pin.slice(0, 4), pin.slice(4, 6), pin.slice(6)],
  ];
  return forms.some(([year = '', month = '', day = '']) => {
    const isPossible = /^(?:19|20)/.test(year) && Number(month) >= 1 && Number(month) <= 12;
    return isPossible && Number(day) >= 1 && Number(day) <= 31;
  });
}

function sameNumber(pin: string, staffNumber: string): boolean {
  const digits = staffNumber.replace(/\D/g, '');
  return digits !== '' && withoutZeros(digits) === withoutZeros(pin);
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '');
}
