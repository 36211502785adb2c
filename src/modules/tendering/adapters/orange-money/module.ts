import type { ContainerModuleLoadOptions, ServiceIdentifier } from 'inversify';
import { OrangeClient } from '../../../../clients/orange-money/orange-client.js';
import { CLOSING, SETTINGS } from '../../../../platform/http/tokens.js';
import { SAFE_HTTP_DEFAULTS, SafeHttp } from '../../../../platform/safe-http/safe-http.js';
import { UrlRules, urlRuleSettings } from '../../../../platform/safe-http/url-rules.js';
import { GUARD_DEFAULTS, GuardedCalls } from '../../../../platform/sibling-http/guarded-calls.js';
import { SIBLING_OBSERVER } from '../../../../platform/sibling-http/tokens.js';
import { TokenCalls } from '../../../../platform/sibling-http/token-calls.js';
import { MobileMoneyProvider } from '../../application/mobile-money-provider.js';
import { ProviderAccounts } from '../../ports/mobile-money.js';
import type { PaymentProvider } from '../../ports/payment-provider.js';
import { OrangeCompany } from './orange-company.js';

const CALLS: ServiceIdentifier<GuardedCalls> = Symbol.for('pos:orange_money-calls');

/** Binds Orange Money as a provider of payments. */
export function bindOrangeMoney(
  bind: ContainerModuleLoadOptions['bind'],
  provider: ServiceIdentifier<PaymentProvider>,
): void {
  bind(CALLS)
    .toResolvedValue(
      ({ webhookPorts, webhookAllow, paymentAnswerMs: timeoutMs }, observer) => {
        const rules = new UrlRules(urlRuleSettings(webhookPorts, webhookAllow));
        const http = new SafeHttp(rules, { ...SAFE_HTTP_DEFAULTS, timeoutMs });
        return new GuardedCalls(http, observer, { ...GUARD_DEFAULTS, name: 'orange_money' });
      },
      [SETTINGS, SIBLING_OBSERVER],
    )
    .inSingletonScope();
  bind(CLOSING).toResolvedValue((calls) => ({ close: async () => calls.close() }), [CALLS]);
  bind(provider)
    .toResolvedValue(
      (calls, accounts) =>
        new MobileMoneyProvider(new OrangeCompany(new OrangeClient(new TokenCalls(calls)), calls), accounts),
      [CALLS, ProviderAccounts],
    )
    .inSingletonScope();
}
