/** Node 24 can require ES modules, Jest cannot: the ESM-only packages are compiled like our own code. */
const esmOnly = ['jose', 'cockatiel', 'nodemailer', '@azure/cosmos', 'openid-client', 'oauth4webapi'];

module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{functions,shared,local,tests,bench,infra-bicep,web}/**/*.test.ts'],
  transform: {
    '\\.[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.marquee/'],
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/tests/closingLine.js'],
};
