const os = require('node:os');

/** Node 24 can require ES modules, Jest cannot: the ESM-only packages are compiled like our own code. */
const esmOnly = ['jose', 'cockatiel', 'nodemailer', '@azure/cosmos', 'openid-client', 'oauth4webapi'];

const common = {
  testEnvironment: 'node',
  transform: {
    '\\.[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.marquee/'],
};

module.exports = {
  projects: [
    // Rules, properties and architecture: no process, no build. `npm run test:fast` runs these alone.
    {
      ...common,
      displayName: 'fast',
      testMatch: ['<rootDir>/{functions,shared,tests/{arch,edges,figures,mutants}}/**/*.test.ts'],
    },
    // The stand-ins for Azure run from their source.
    { ...common, displayName: 'azure', testMatch: ['<rootDir>/local/azure/**/*.test.ts'] },
    {
      ...common,
      displayName: 'whole',
      testMatch: [
        '<rootDir>/{local/marquee,bench,infra-bicep,web}/**/*.test.ts',
        '<rootDir>/tests/!(arch|edges|figures|mutants)/**/*.test.ts',
      ],
      globalSetup: '<rootDir>/tests/needsBuild.js',
    },
  ],
  testSequencer: '<rootDir>/tests/longestFirst.js',
  testTimeout: 180_000,
  // The whole system waits more than it computes.
  maxWorkers: os.availableParallelism() + 1,
  reporters: ['default', '<rootDir>/tests/closingLine.js'],
};
