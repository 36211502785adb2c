import { assertNoPaymentCard } from '../../../gift-cards/index.js';
import type { TextScreen } from '../../ports/text-screen.js';

/** The screen that gift cards put before their own free texts. */
export const cardNumberScreen: TextScreen = { assertHarmless: assertNoPaymentCard };
