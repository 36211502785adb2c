import { filter, listCommand } from '../list-command.js';

interface BusinessRow {
  readonly slug: string;
  readonly name: string;
  readonly status: string;
  readonly region: string | null;
  readonly industry: string | null;
  readonly plan: string | null;
  readonly registeredAt: string;
  readonly lastActivityAt: string | null;
}

export const businessesList = listCommand<BusinessRow>({
  name: 'businesses list',
  path: '/v1/platform/businesses',
  ofOutlets: false,
  filters: {
    status: filter('status', '<status>', 'active, suspended or closed'),
    region: filter('region', '<region>', 'of this region'),
    plan: filter('plan', '<code>', 'with this plan'),
    q: filter('q', '<text>', 'part of the name or the slug'),
    'inactive-since': filter('inactiveSince', '<time>', 'that have done nothing since'),
  },
  columns: [
    { title: 'SLUG', value: ({ slug }) => slug },
    { title: 'NAME', value: ({ name }) => name },
    { title: 'STATUS', value: ({ status }) => status },
    { title: 'REGION', value: ({ region }) => region ?? '' },
    { title: 'INDUSTRY', value: ({ industry }) => industry ?? '' },
    { title: 'PLAN', value: ({ plan }) => plan ?? '' },
    { title: 'REGISTERED', value: ({ registeredAt }) => registeredAt },
    { title: 'LAST ACTIVITY', value: ({ lastActivityAt }) => lastActivityAt ?? '' },
  ],
  details: 'Needs POS_TENANT=platform and a key of the vendor in POS_API_KEY: `posctl platform key`.',
  examples: ['posctl businesses list --status suspended', 'posctl businesses list --region east-africa --jsonl'],
});
