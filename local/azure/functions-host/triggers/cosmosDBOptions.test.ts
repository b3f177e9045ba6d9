import { AZURE_LEASES, readCosmosTrigger } from './cosmosDBOptions';

const binding = { databaseName: 'd', containerName: 'c' };

test('what is not given has its default', () => {
  expect(readCosmosTrigger(binding)).toEqual({
    databaseName: 'd',
    containerName: 'c',
    leaseDatabaseName: 'd',
    leaseContainerName: 'leases',
    leasePrefix: '',
    createLeaseContainer: false,
    start: { from: 'now' },
    maxItems: 100,
    pollMs: 5_000,
    acquireMs: 1_000,
    renewMs: 3_333,
    expirationMs: 10_000,
  });
});

test('leases can be held as in Azure, so that they cost what they cost there', () => {
  const inAzure = { acquireMs: 13_000, renewMs: 17_000, expirationMs: 60_000 };
  expect(readCosmosTrigger(binding, AZURE_LEASES)).toMatchObject(inAzure);
});

test('what is given counts, numbers as text too; a lease is renewed well before it expires', () => {
  const given = {
    ...binding,
    leaseContainerName: 'l',
    leaseContainerPrefix: 'p',
    startFromBeginning: true,
    feedPollDelay: '100',
    leaseExpirationInterval: 60_000,
    leaseRenewInterval: 55_000,
    maxItemsPerInvocation: 5,
  };
  expect(readCosmosTrigger(given)).toMatchObject({
    leaseContainerName: 'l',
    leasePrefix: 'p',
    start: { from: 'beginning' },
    pollMs: 100,
    expirationMs: 60_000,
    renewMs: 20_000,
    maxItems: 5,
  });
});

test.each([
  [{ databaseName: 'd' }, /needs "containerName"/],
  [{ ...binding, startFromTime: 'soon' }, /startFromTime "soon"/],
  [{ ...binding, feedPollDelay: 0 }, /"feedPollDelay".*above zero/],
  [{ ...binding, changeFeedMode: 'AllVersionsAndDeletes' }, /not supported/],
])('%j is refused', (wrong, message) => {
  expect(() => readCosmosTrigger(wrong)).toThrow(message);
});
