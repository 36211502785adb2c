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

  /** True of one that something new may be given to. */
  isConfigured(name: string): boolean {
    const provider = this.get(name);
    return provider !== undefined && provider.notConfigured !== true;
  }

  /** What each that is configured can do. */
  abilities(): readonly ProviderAbility[] {
    return [...this.all().values()]
      .filter(({ name }) => this.isConfigured(name))
      .map(({ name, kinds }) => ({ name, kinds }));
  }

  /** @throws Refusal `payment_provider_unavailable` while the provider is known to be away, or when there is none of this name. */
  assertReachable(name: string): void {
    const provider = this.get(name);
    const away = provider === undefined ? RETRY_SECONDS : provider.awayFor();
    if (away === null) return;
    const retryAfterSeconds = Math.max(1, Math.ceil(away));
    throw new Refusal<TenderingRefusal>('payment_provider_unavailable', { provider: name, retryAfterSeconds });
  }

  /**
   * @param pointer where the provider is named.
   * @throws Refusal `payout_invalid` when it is not configured, `payment_provider_unavailable` while it is known to be away.
   */
  assertPays(name: string, pointer: string): void {
    if (!this.isConfigured(name)) {
      const field = { pointer, message: 'is not a provider that is configured' };
      throw new Refusal<TenderingRefusal>('payout_invalid', {}, [field]);
    }
    this.assertReachable(name);
  }

  private all(): ReadonlyMap<string, PaymentProvider> {
    this.known ??= new Map(this.list().map((provider) => [provider.name, provider]));
    return this.known;
  }
}

const RETRY_SECONDS = 60;
