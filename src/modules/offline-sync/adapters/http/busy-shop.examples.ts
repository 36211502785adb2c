import { randomUUID } from 'node:crypto';
import type { TestService, TestTenant } from '../../../../../test/harness/service.js';

/** A shop in which everything that devices have a copy of is changed at random. */
export class BusyShop {
  readonly outlets: string[] = [];
  /** Changes that were made, by what they do. */
  readonly made = new Map<string, number>();
  private readonly ids: Record<string, string[]> = {};

  constructor(
    readonly service: TestService,
    readonly tenant: TestTenant,
  ) {}

  /** Opens two outlets, of which devices stand in the first. */
  async open(): Promise<this> {
    for (const receiptPrefix of ['AA', 'BB']) {
      const taxes = [{ code: 'VAT', name: 'VAT', rate: '16' }];
      const taxGroups = [{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes }];
      const body = { name: `Shop ${receiptPrefix}`, timeZone: 'Africa/Nairobi', receiptPrefix, taxGroups };
      this.outlets.push(await this.done('outlet', 'POST', '/outlets', { ...body, tenders: ['cash', 'card'] }));
    }
    return this;
  }

  /** Makes one change. @param choice decides which, and of what. */
  async change(choice: number): Promise<void> {
    const changes = this.changes(choice);
    const name = Object.keys(changes)[choice % Object.keys(changes).length] ?? '';
    await changes[name]?.();
  }

  /** What can be changed, by name. */
  changes(choice: number): Record<string, () => Promise<unknown>> {
    return {
      ...this.ofItems(choice),
      ...this.ofChoices(choice),
      ...this.ofPrices(choice),
      ...this.ofPromotions(choice),
      ...this.ofPeople(choice),
      ...this.ofPlaces(choice),
    };
  }

  private ofItems(choice: number): Record<string, () => Promise<unknown>> {
    const item = () => `/catalog/items/${this.one('item', choice)}`;
    const [outlet = ''] = this.outlets;
    const availability = `/outlets/${outlet}/availability/${this.one('sku', choice)}`;
    return {
      'add item': () => this.addItem(),
      'change item': () =>
        this.done('changed item', 'PATCH', item(), { name: `Item ${choice}`, active: choice % 2 === 0 }),
      'delete item': () => this.done('deleted item', 'DELETE', item()),
      'restore item': () => this.done('restored item', 'POST', `${item()}/restore`, {}),
      'run out': () => this.done('out', 'PUT', availability, { available: choice % 3 === 0, reason: `R${choice}` }),
      count: () => this.done('count', 'PUT', availability, { available: true, remaining: String(choice % 4) }),
      labels: () =>
        this.done('labels', 'PUT', `/outlets/${outlet}/label-rules`, { preset: choice % 2 === 0 ? 'SE' : 'GB' }),
    };
  }

  private ofChoices(choice: number): Record<string, () => Promise<unknown>> {
    const modifiers = [{ code: 'm', name: `M${choice}`, price: money(choice % 100) }];
    const groups = [{ group: this.one('groupCode', choice), position: choice % 5 }];
    const group = `/catalog/modifier-groups/${this.one('group', choice)}`;
    const item = `/catalog/items/${this.one('item', choice)}`;
    const choices = [{ sku: this.one('sku', choice), upcharge: money(choice % 7) }];
    return {
      'add group': async () => {
        const code = `g-${randomUUID().slice(0, 8)}`;
        await this.done('group', 'POST', '/catalog/modifier-groups', { code, name: code, currency: 'USD', modifiers });
        this.note('groupCode', code);
      },
      'change group': () => this.done('changed group', 'PATCH', group, { modifiers, min: 0 }),
      'delete group': () => this.done('deleted group', 'DELETE', group),
      'attach to item': () => this.done('attached', 'PUT', `${item}/modifier-groups`, { groups }),
      'detach from item': () => this.done('detached', 'PUT', `${item}/modifier-groups`, { groups: [] }),
      'attach to category': () =>
        this.done('attached to all', 'PUT', '/catalog/categories/Food/modifier-groups', { groups }),
      'define combo': () => {
        const slots = [{ code: 's', name: 'S', choices }];
        return this.done('combo', 'PUT', `/catalog/items/${this.one('combo', choice)}/combo`, {
          pricing: { kind: 'fixed' },
          slots,
        });
      },
      'remove combo': () => this.done('removed combo', 'DELETE', `/catalog/items/${this.one('combo', choice)}/combo`),
    };
  }

  private ofPrices(choice: number): Record<string, () => Promise<unknown>> {
    const [here = '', there = ''] = this.outlets;
    const outletIds = [null, [here], [there]][choice % 3] ?? null;
    const parentId = choice % 4 === 0 ? this.one('book', choice) : null;
    const book = `/pricebooks/${this.one('book', choice)}`;
    const skus = this.ids['sku'] ?? [];
    const entries = skus.slice(choice % 3, 12).map((sku) => ({ sku, kind: 'absolute', amount: money(choice % 500) }));
    const publishAt = choice % 2 === 0 ? null : new Date(Date.now() + 86_400_000).toISOString();
    return {
      'add book': async () => {
        const rules = [{ category: null, kind: 'percent', rate: '-5' }];
        const body = {
          name: `Book ${choice}`,
          currency: 'USD',
          parentId: isKnown(parentId) ? parentId : null,
          scope: { outletIds },
          rules,
        };
        const id = await this.done('book', 'POST', '/pricebooks', body);
        await this.done('entries', 'PUT', `/pricebooks/${id}/draft/entries`, { entries });
        await this.done('published', 'POST', `/pricebooks/${id}/publish`, {});
      },
      'next version': async () => {
        await this.done('version', 'POST', `${book}/versions`, {});
        await this.done('entries', 'PUT', `${book}/draft/entries`, { entries });
        await this.done('published', 'POST', `${book}/publish`, { publishAt });
      },
      withdraw: () => this.done('withdrawn', 'POST', `${book}/versions/2/withdraw`, {}),
      'rename book': () => this.done('renamed', 'PATCH', book, { name: `Renamed ${choice}` }),
      'archive book': () => this.done('archived', 'POST', `${book}/archive`, {}),
    };
  }

  private ofPromotions(choice: number): Record<string, () => Promise<unknown>> {
    const [here = '', there = ''] = this.outlets;
    const outletIds = [null, [here], [there]][choice % 3] ?? null;
    const activation = choice % 2 === 0 ? 'automatic' : 'code';
    const promotion = `/promotions/${this.one('promotion', choice)}`;
    const code = `CODE${randomUUID().slice(0, 6)}`;
    const codes = choice % 2 === 0 ? { code } : { count: 3 };
    return {
      'add promotion': async () => {
        const effect = { kind: 'percent_off', rate: '10' };
        const id = await this.done('promotion', 'POST', '/promotions', {
          name: `P${choice}`,
          activation,
          effect,
          scope: { outletIds },
        });
        await this.done('activated', 'POST', `/promotions/${id}/activate`, {});
        if (activation === 'code') this.note('coded', id);
      },
      'change promotion': () => this.done('changed promotion', 'PATCH', promotion, { priority: choice % 900 }),
      'pause promotion': () => this.done('paused', 'POST', `${promotion}/pause`, {}),
      'resume promotion': () => this.done('activated', 'POST', `${promotion}/activate`, {}),
      'end promotion': () => this.done('ended', 'POST', `${promotion}/end`, {}),
      'issue codes': () => this.done('codes', 'POST', `/promotions/${this.one('coded', choice)}/codes`, codes),
    };
  }

  private ofPeople(choice: number): Record<string, () => Promise<unknown>> {
    const [here = '', there = ''] = this.outlets;
    const outlets = [null, [here], [there]][choice % 3] ?? null;
    const role = choice % 2 === 0 ? 'cashier' : this.one('role', choice);
    const assignments = [{ role: isKnown(role) && choice % 2 === 1 ? role : 'cashier', outlets }];
    const person = `/staff/${this.one('person', choice)}`;
    const permissions = ['orders:read', 'orders:write', 'drawers:read'].slice(0, 1 + (choice % 3));
    return {
      'add person': () => this.done('person', 'POST', '/staff', { displayName: `Ann ${choice}`, assignments }),
      'rename person': () => this.done('renamed person', 'PATCH', person, { displayName: `Bea ${choice}` }),
      'move person': () => this.done('moved', 'PUT', `${person}/assignments`, { assignments, reason: 'moved' }),
      'give PIN': () => this.done('PIN', 'PUT', `${person}/pin`, { pin: '274951', reason: 'new here', confirm: true }),
      'disable person': () => this.done('disabled', 'POST', `${person}/disable`, { reason: 'left' }),
      'enable person': () => this.done('enabled', 'POST', `${person}/enable`, { reason: 'back' }),
      'add role': async () => {
        const code = `role_${randomUUID().slice(0, 8)}`;
        await this.done('role', 'POST', '/roles', { code, name: code, permissions });
        this.note('role', code);
      },
      'change role': () =>
        this.done('changed role', 'PATCH', `/roles/${this.one('role', choice)}`, { permissions, reason: 'rights' }),
    };
  }

  private ofPlaces(choice: number): Record<string, () => Promise<unknown>> {
    const [here = '', there = ''] = this.outlets;
    const outletId = choice % 2 === 0 ? here : there;
    const at = `/outlets/${outletId}`;
    const taxes = [{ code: 'VAT', name: 'VAT', rate: String(choice % 20) }];
    const colour = `#${String(choice % 1_000_000).padStart(6, '0')}`;
    const branding = { logo: null, primaryColour: colour, accentColour: '#112233', backgroundColour: '#ffffff' };
    const percent = String(choice % 9);
    return {
      'change outlet': () => this.done('changed outlet', 'PATCH', at, { receipt: { header: `Hello ${choice}` } }),
      'charge service': () => {
        const serviceCharges = [
          { name: 'Service', rate: percent, basis: 'after_tax', taxGroup: null, channels: ['dine_in'] },
        ];
        return this.done('service charge', 'PATCH', at, { serviceCharges });
      },
      'change tax': () =>
        this.done('tax', 'PUT', `${at}/tax-groups/standard`, { name: 'Standard', mode: 'inclusive', taxes }),
      'set tender': () =>
        this.done('tender', 'PUT', '/tenders/card', { name: 'Card', kind: 'card', surcharge: { percent } }),
      'set tender here': () =>
        this.done('own tender', 'PUT', `${at}/tenders/cash`, { name: `Cash ${choice}`, kind: 'cash' }),
      'add drawer': () => this.done('drawer', 'POST', '/drawers', { outletId, name: `D-${randomUUID()}`.slice(0, 20) }),
      'add table': () => this.done('table', 'POST', '/tables', { outletId, name: randomUUID().slice(0, 20), seats: 4 }),
      'change table': () =>
        this.done('changed table', 'PATCH', `/tables/${this.one('table', choice)}`, { active: choice % 2 === 0 }),
      'change drawer': () =>
        this.done('changed drawer', 'PATCH', `/drawers/${this.one('drawer', choice)}`, { active: choice % 2 === 0 }),
      'run drawers': () => this.done('drawer policy', 'PUT', `${at}/drawer-policy`, { varianceLimit: choice % 100 }),
      'ask approval': () =>
        this.done('rule', 'PUT', '/approval-rules/order.void', { secondPerson: 'never', reasons: [`R${choice}`] }),
      brand: () => this.done('brand', 'PUT', '/branding', branding),
      'switch flag': () => this.done('flag', 'PUT', '/licence/flags', { flags: {} }),
    };
  }

  private async addItem(): Promise<void> {
    const sku = `s-${randomUUID().slice(0, 8)}`;
    const kind = (this.ids['sku'] ?? []).length % 5 === 4 ? 'combo' : 'product';
    const body = { sku, name: sku, category: 'Food', price: money(100), taxCategory: 'standard', kind };
    const id = await this.done('item', 'POST', '/catalog/items', body);
    if (kind === 'combo') this.note('combo', id);
    else this.note('sku', sku);
  }

  /** Does something; refusals are part of life. @returns the id of what was made. */
  private async done(what: string, method: string, path: string, body?: object): Promise<string> {
    const { service, tenant } = this;
    const known = await service.call('GET', path, { tenant });
    const etag = known.headers.get('etag');
    const headers: Record<string, string> = method !== 'POST' && etag !== null ? { 'If-Match': etag } : {};
    const answer = await service.call(method, path, { tenant, headers, ...(body && { body }) });
    if (answer.status >= 500) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    if (answer.status >= 400) return '';
    this.made.set(what, (this.made.get(what) ?? 0) + 1);
    const id = method === 'POST' && typeof answer.body?.id === 'string' ? (answer.body.id as string) : '';
    if (id !== '') this.note(what, id);
    return id;
  }

  private note(what: string, id: string): void {
    (this.ids[what] ??= []).push(id);
  }

  private one(what: string, choice: number): string {
    const known = this.ids[what] ?? [];
    return known[Math.floor(choice / 7) % Math.max(1, known.length)] ?? randomUUID();
  }
}

function isKnown(id: string | null): boolean {
  return id !== null && !id.includes('-4');
}

function money(amount: number): { amount: number; currency: string } {
  return { amount, currency: 'USD' };
}
