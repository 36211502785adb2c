// The sources are ESM; Jest runs them as CommonJS and therefore transforms ESM-only packages too (docs/decisions/0001).
const project = {
  testEnvironment: 'node',
  transformIgnorePatterns: [],
  transform: { '^.+\\.[cm]?[jt]s$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  testTimeout: 30_000,
};

// Tests that need no server: `npx jest --selectProjects unit` answers within seconds and starts no database.
const unit = [
  '<rootDir>/src/kernel/**/*.test.ts',
  '<rootDir>/src/modules/*/{domain,application,ports}/**/*.test.ts',
  '<rootDir>/test/architecture/**/*.test.ts',
];

module.exports = {
  maxWorkers: 2,
  projects: [
    { ...project, displayName: 'unit', testMatch: unit },
    {
      ...project,
      displayName: 'integration',
      testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts', ...unit.map((glob) => `!${glob}`)],
      globalSetup: '<rootDir>/test/harness/global-setup.mjs',
      globalTeardown: '<rootDir>/test/harness/global-teardown.mjs',
    },
  ],
};
