/** Reads digits off a text, one field after the other; `ok` is false once one was missing or not allowed. */
class Digits {
  private at = 0;
  ok = true;

  constructor(private readonly text: string) {}

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  take(length: number): string {
    const taken = this.text.slice(this.at, this.at + length);
    this.at += length;
    if (taken.length < length || !/^\d*$/.test(taken)) this.ok = false;
    return taken;
  }

  /** One digit of those allowed. */
  oneOf(allowed: string): number {
    const digit = this.take(1);
    if (digit === '' || !allowed.includes(digit)) this.ok = false;
    return this.ok ? Number(digit) : 0;
  }

  /** A field whose length is told by the digit before it. */
  counted(allowed: string, shortest = 0): void {
    this.take(shortest + this.oneOf(allowed));
  }

  date(): void {
    if (!isCouponDate(this.take(6))) this.ok = false;
  }
}

const UP_TO_6 = '0123456';
const ONE_TO_5 = '12345';
const REQUIREMENTS = '012349';
const COMPANY_DIGITS = 6;

/** True for the data of a North American coupon, AI 8110. */
export function isCoupon(data: string): boolean {
  const digits = new Digits(data);
  digits.counted(UP_TO_6, COMPANY_DIGITS); // the company that gives it
  digits.take(6); // the offer
  digits.counted(ONE_TO_5); // what is saved
  purchase(digits);
  let last = 0;
  while (digits.ok && !digits.ended) {
    const field = digits.oneOf('1234569');
    if (field <= last) return false; // fields come once, and in order
    last = field;
    OPTIONAL_FIELDS[field]?.(digits);
  }
  return digits.ok;
}

const OPTIONAL_FIELDS: Readonly<Record<number, (digits: Digits) => void>> = {
  1: (digits) => {
    digits.oneOf('0123'); // how the purchases go together
    purchase(digits);
    company(digits);
  },
  2: (digits) => {
    purchase(digits);
    company(digits);
  },
  3: (digits) => digits.date(), // it ends
  4: (digits) => digits.date(), // it begins
  5: (digits) => digits.counted('0123456789', 6), // serial number
  6: (digits) => digits.counted('1234567', 6), // the retailer
  9: (digits) => {
    digits.oneOf('01256'); // what the saving means
    digits.oneOf('012'); // which purchase it applies to
    digits.take(1); // whether it is the store's own
    digits.oneOf('01'); // whether it may be multiplied
  },
};

function purchase(digits: Digits): void {
  digits.counted(ONE_TO_5);
  digits.oneOf(REQUIREMENTS);
  digits.take(3); // family of items
}

function company(digits: Digits): void {
  const length = digits.oneOf(`${UP_TO_6}9`);
  if (length !== 9) digits.take(COMPANY_DIGITS + length);
}

/** True for the data of a coupon of the positive offer file, AI 8112: format, funder, offer and serial number. */
export function isPositiveOffer(data: string): boolean {
  const digits = new Digits(data);
  digits.oneOf('01');
  digits.counted(UP_TO_6, COMPANY_DIGITS);
  digits.take(6);
  digits.counted('0123456789', 6);
  return digits.ok && digits.ended;
}

function isCouponDate(text: string): boolean {
  const [month, day] = [Number(text.slice(2, 4)), Number(text.slice(4, 6))];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000, month, 0)).getUTCDate();
}
