// The sources are ESM; Jest runs them as CommonJS and therefore transforms ESM-only packages too (docs/decisions/0001).
const project = {
  testEnvironment: 'node',
  transformIgnorePatterns: [],
  transform: { '^.+\\.[cm]?[jt]s$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

// The library of the pacts is native: it reads the environment of the process, of which tests have only a copy. It would tell
// its makers of each run.
process.env.PACT_DO_NOT_TRACK = 'true';

// Folders whose tests need no server: `npx jest --selectProjects unit` answers within seconds and starts no database.
const serverless = [
  'src/kernel',
  'src/modules/*/domain',
  'src/modules/*/application',
  'src/modules/*/ports',
  'test/architecture',
  'sdk/src',
  'web',
];

module.exports = {
  maxWorkers: 2,
  // Each file of tests leaves its modules behind; a worker that has grown large is slow, so another takes over.
  workerIdleMemoryLimit: '1500MB',
  // Jest reads it here only, not in a project. Long, since a machine that is busy with other things makes nothing wrong.
  testTimeout: 90_000,
  projects: [
    { ...project, displayName: 'unit', testMatch: serverless.map((folder) => `<rootDir>/${folder}/**/*.test.ts`) },
    {
      ...project,
      displayName: 'integration',
      testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: serverless.map((folder) => `<rootDir>/${folder.replace('*', '[^/]+')}/`),
      globalSetup: '<rootDir>/test/harness/global-setup.mjs',
      globalTeardown: '<rootDir>/test/harness/global-teardown.mjs',
    },
  ],
};
