import { Refusal } from '../../../kernel/refusal.js';
import type { ProviderAbility } from '../domain/tender-setting.js';
import type { TenderingRefusal } from '../domain/tendering-refusal.js';
import type { PaymentProvider } from '../ports/payment-provider.js';

/** Where test keys' payments go. */
export const SIMULATOR = 'simulator';

/** The providers that there are. */
export class Providers {
  private known: ReadonlyMap<string, PaymentProvider> | undefined;

  /** @param list asked once, when the first is needed: providers may be wired after those who use them. */
  constructor(private readonly list: () => readonly PaymentProvider[]) {}

  /** The provider of this name; `undefined` when it is not configured any more. */
  get(name: string): PaymentProvider | undefined {
    return this.all().get(name);
  }

  /** What each can do. */
  abilities(): readonly ProviderAbility[] {
    return [...this.all().values()].map(({ name, kinds }) => ({ name, kinds }));
  }

  /** @throws Refusal `payment_provider_unavailable` while the provider is known to be away, or when there is none of this name. */
  assertReachable(name: string): void {
    const provider = this.get(name);
    const away = provider === undefined ? RETRY_SECONDS : provider.awayFor();
    if (away === null) return;
    const retryAfterSeconds = Math.max(1, Math.ceil(away));
    throw new Refusal<TenderingRefusal>('payment_provider_unavailable', { provider: name, retryAfterSeconds });
  }

  private all(): ReadonlyMap<string, PaymentProvider> {
    this.known ??= new Map(this.list().map((provider) => [provider.name, provider]));
    return this.known;
  }
}

const RETRY_SECONDS = 60;
