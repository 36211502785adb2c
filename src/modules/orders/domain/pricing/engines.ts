import type { PricedBasket, PricingInput } from './basket.js';
import { price } from './price.js';
import type { PricedBasket as PricedBasketOfEngine1, PricingInput as PricingInputOfEngine1 } from './v1/basket.js';
import { price as priceByEngine1 } from './v1/price.js';

/** What engine 1 priced. */
export type InputOfEngine1 = PricingInputOfEngine1 & { readonly engineVersion: '1' };
/** What any engine that ever priced an order took in. */
export type InputOfAnyEngine = InputOfEngine1 | PricingInput;
/** What any of them gave. */
export type BasketOfAnyEngine = PricedBasketOfEngine1 | PricedBasket;

/**
 * Prices an input by the engine that it was made for, so that an order is replayed with the rules of its day (DOMAIN P11).
 * @param version as stored with the order.
 * @throws RangeError when there is no such engine, or the input is another engine's; what the engine throws.
 */
export function priceWith(version: string, input: InputOfAnyEngine): BasketOfAnyEngine {
  if (input.engineVersion !== version) {
    throw new RangeError(`the input is of pricing engine ${input.engineVersion}, not ${version}`);
  }
  switch (input.engineVersion) {
    case '1':
      return priceByEngine1(input);
    case '2':
      return price(input);
    default:
      throw new RangeError(`no such pricing engine: ${version}`);
  }
}
