import { Secret, TOTP } from 'otpauth';
import qrcode from 'qrcode-generator';
import type { Totp } from '../../ports/totp.js';

/** What all apps for one-time codes know: RFC 6238 with SHA-1, six digits, half a minute. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;
/** Steps before and after the present one: clocks differ, and people type slowly. */
const WINDOW = 1;

/** One-time codes by the library otpauth. */
export class AppTotp implements Totp {
  newSecret(): string {
    return new Secret({ size: SECRET_BYTES }).base32;
  }

  uri(secret: string, issuer: string, account: string): string {
    return new TOTP({ ...FORM, issuer, label: account, secret: Secret.fromBase32(secret) }).toString();
  }

  qrCode(uri: string): string {
    const code = qrcode(0, 'M');
    code.addData(uri, 'Byte');
    code.make();
    return code.createSvgTag({ cellSize: 4, margin: 16, scalable: true });
  }

  stepOf(secret: string, code: string, at: Date): number | undefined {
    const totp = new TOTP({ ...FORM, secret: Secret.fromBase32(secret) });
    const timestamp = at.getTime();
    const delta = totp.validate({ token: code, timestamp, window: WINDOW });
    return delta === null ? undefined : totp.counter({ timestamp }) + delta;
  }
}
