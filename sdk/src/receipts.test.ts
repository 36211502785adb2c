import { exampleReceipts } from '../../src/modules/orders/domain/receipts.examples.js';
import type { Receipt } from './contract/models.js';
import { drawerKick, renderEscPos } from './escpos.js';
import { columnsOn, renderHtml, renderText } from './receipts.js';

/** As it comes out of the service: JSON. */
function received(name: string): Receipt {
  return JSON.parse(JSON.stringify(exampleReceipts[name]?.())) as Receipt;
}

test.each([58, 80] as const)('what the service answers as JSON is printed on %d mm', (paper) => {
  const text = renderText(received('refund'), columnsOn(paper));
  expect(text).toContain('Remboursé 2025-03-14 13:00');
  const page = renderHtml(received('refund'), paper);
  expect(page).toContain(`size: ${paper}mm auto`);
  expect(page).toContain('aria-label="L2-000009"');
  expect(page).toContain('<html lang="fr">');
  const options = { paper, codepage: 'pc858', cut: 'partial', drawerKick: true } as const;
  const bytes = Buffer.from(renderEscPos(received('refund'), options));
  expect(bytes.indexOf(Buffer.from(drawerKick()))).toBeGreaterThan(0);
  expect(bytes.toString('latin1')).toContain('L2-000009');
});
