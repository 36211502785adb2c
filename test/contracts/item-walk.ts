import type { Answer, TestService } from '../harness/service.js';

/** Brings about every event of items that are deleted, taken off or counted down, and of labels, over HTTP. */
export async function walkItems(service: TestService, outletId: string): Promise<void> {
  const done = async (method: string, path: string, body?: object): Promise<Answer['body']> => {
    const answer = await service.call(method, path, { body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const cheese = await done('POST', '/catalog/items', {
    ...{ sku: 'cheese', name: 'Cheddar', category: 'Deli', price: { amount: 1990, currency: 'USD' } },
    ...{ taxCategory: 'standard', unit: 'kg', measure: 'weight', plu: '4011', tare: '0.012', minimumAge: null },
    ...{ barcodes: ['4006381333948', '012345678905'], variantOf: { sku: 'cheeses', attributes: { size: 'L' } } },
    ...{ allergens: ['milk'], nutrition: { perAmount: '100 g', values: { energyKj: '1700', salt: '1.8' } } },
    ...{ images: ['https://images.example.com/cheddar.jpg'], description: 'Aged', channels: ['counter'] },
    schedule: { windows: [{ weekdays: [1, 2, 3, 4, 5], from: '07:00', to: '19:00' }] },
  });
  await done('DELETE', `/catalog/items/${cheese.id}`);
  await done('POST', `/catalog/items/${cheese.id}/restore`, {});
  const availability = `/outlets/${outletId}/availability/cheese`;
  await done('PUT', availability, { available: true, remaining: '12.5' });
  await done('PUT', availability, { available: false, reason: 'Slicer broken', until: '2999-01-01T06:00:00Z' });
  await done('PUT', availability, { available: true });
  const labelRules = `/outlets/${outletId}/label-rules`;
  await done('PUT', labelRules, { preset: 'SE' });
  const rule = { prefix: '27', kind: 'price', decimals: 2, itemDigits: 4, valueDigits: 5, valueCheckDigit: 'five' };
  await done('PUT', labelRules, { rules: [rule] });
}
