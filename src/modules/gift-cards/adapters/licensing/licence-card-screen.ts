import { LicenceTexts } from '../../../licensing/index.js';
import { assertNoPaymentCard } from '../../domain/card-code.js';

/** Screens what is typed about licences, as it does what is typed about gift cards. */
export class LicenceCardScreen extends LicenceTexts {
  assertHarmless(text: string, pointer: string): void {
    assertNoPaymentCard(text, pointer);
  }
}
