/** The same kinds again, made in what is kept beside the source, so that every rule is tried without a compiler too. */
export type KeptMistake = {
  readonly what: string;
  readonly file: 'production.snapshot' | 'bootstrap.snapshot' | 'main.template';
  readonly right: string;
  readonly wrong: string;
  readonly says: string;
};

const of =
  (file: KeptMistake['file']) =>
  (what: string, right: string, wrong: string, says: string): KeptMistake => ({
    what,
    file,
    right,
    wrong,
    says,
  });
const inProduction = of('production.snapshot');
const inTemplate = of('main.template');
const type = (name: string): string => `"type": "Microsoft.${name}"`;
const setting = (name: string): string => `"name": "${name}"`;

export const seenInWhatIsKept: readonly KeptMistake[] = [
  inProduction(
    'a role that does not exist',
    'd5a91429-5739-47e2-a06b-3470a27159e7',
    'd5a91429-0',
    'gives a role that is not known',
  ),
  inProduction(
    'a role for nobody in particular',
    '"ServicePrincipal"',
    '"User"',
    "principalType should be 'ServicePrincipal'",
  ),
  inProduction(
    'a data role on the whole account',
    '/dbs/marquee/colls/seats"',
    '"',
    'a data role should reach one container',
  ),
  of('bootstrap.snapshot')(
    'a role that whoever deploys may not give',
    '090c5cfd-751d-490a-894a-3ce6f1109419, ',
    '',
    'does not let the deployment give Service Bus Data Owner',
  ),
  inProduction(
    'a setting that is missing',
    setting('AUTH_JWKS_URI'),
    setting('AUTH_JWKS_URL'),
    'the setting AUTH_JWKS_URI is missing',
  ),
  inProduction(
    'a setting that no code reads',
    setting('SWEEP_SECONDS'),
    setting('SWEEP_MINUTES'),
    'nothing reads the setting SWEEP_MINUTES',
  ),
  inProduction(
    'a value that the code refuses',
    '"value": "60"',
    '"value": "0"',
    'the code refuses the value of SWEEP_SECONDS',
  ),
  inProduction(
    'a setting that makes Azure build again',
    setting('COSMOS_DATABASE'),
    setting('SCM_DO_BUILD_DURING_DEPLOYMENT'),
    'Flex Consumption takes no SCM_DO_BUILD_DURING_DEPLOYMENT',
  ),
  inProduction(
    'traces of which all are kept',
    setting('OTEL_TRACES_SAMPLER'),
    setting('OTEL_OFF'),
    'the setting OTEL_TRACES_SAMPLER is missing',
  ),
  inProduction(
    'a secret in a setting',
    '@Microsoft.KeyVault(',
    'live_sk_1(',
    'PAYMENT_SECRET_KEY should be a reference to the key vault',
  ),
  inProduction(
    'a service that takes keys',
    '"disableLocalAuth": true',
    '"disableLocalAuth": false',
    'properties.disableLocalAuth should be true',
  ),
  inProduction('another partition key', '"/performanceId"', '"/id"', 'seats: the partition key is ["/id"]'),
  inProduction('another TTL', '"defaultTtl": -1', '"defaultTtl": 5', 'defaultTtl is 5, the code has -1'),
  inProduction(
    'a queue that drops what is published again',
    '"requiresDuplicateDetection": false',
    '"requiresDuplicateDetection": true',
    'must not drop duplicates',
  ),
  inProduction('a subscription to another event', '"SeatsHeld"', '"SeatsHold"', 'SeatAlreadySold, SeatsHold'),
  inProduction(
    'a subscription to another queue',
    '/queues/notification"',
    '/queues/musical"',
    'should deliver to the queue notification',
  ),
  inProduction(
    'a runtime that the host does not know',
    '"version": "24"',
    '"version": "24-lts"',
    'runtime.version should be "24"',
  ),
  inProduction(
    'a runtime said in the old way',
    '"minTlsVersion": "1.2"',
    '"linuxFxVersion": "NODE|24"',
    'Flex Consumption takes no linuxFxVersion',
  ),
  inProduction(
    'a warm instance of no function',
    'function:musical-seatmap',
    'function:musical-seatMap',
    'alwaysReady names function:musical-seatMap',
  ),
  inProduction(
    'a part of the policy that nothing fills in',
    'calls=\\"300\\"',
    'calls=\\"__CALLS__\\"',
    'has __CALLS__, which nothing replaces',
  ),
  inProduction(
    'a gateway below Basic v2',
    '"BasicV2"',
    '"Consumption"',
    'sku.name should be BasicV2 or above',
  ),
  inProduction(
    'a gateway that keeps every 409',
    '"verbosity": "information"',
    '"alwaysLog": "allErrors"',
    'alwaysLog keeps every 409',
  ),
  inProduction(
    'storage that is not spread over zones',
    '"Standard_ZRS"',
    '"Standard_LRS"',
    'is not spread over zones',
  ),
  inProduction(
    'a service whose log goes nowhere',
    type('Insights/diagnosticSettings'),
    type('Insights/other'),
    'its log goes nowhere',
  ),
  inProduction(
    'a production database without a lock',
    type('Authorization/locks'),
    type('Authorization/other'),
    'give it a lock',
  ),
  inProduction(
    'stored events that are never deleted',
    type('Storage/storageAccounts/managementPolicies'),
    type('Storage/other'),
    'what is stored here is never deleted',
  ),
  inProduction(
    'a budget whose day goes stale',
    '"startDate": "[',
    '"startDate": "2026-12-01 [',
    'its first day is written down',
  ),
  inProduction(
    'telemetry without an end',
    '"dailyQuotaGb": 20',
    '"dailyQuotaGb": -1',
    'takes telemetry without an end',
  ),
  inTemplate(
    'a parameter without a description',
    '"description": "Who gets the mail."',
    '"x": ""',
    'param contactEmail has no @description',
  ),
  inTemplate(
    'other bounds than the code',
    '"maxValue": 15000',
    '"maxValue": 60000',
    'param paymentTimeoutMs takes 100 to 60000',
  ),
  inTemplate(
    'what is made at once',
    '"batchSize": 1',
    '"batchSize": 9',
    'makes Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments at once',
  ),
  inTemplate(
    'subscriptions that wait for nothing',
    '"dependsOn"',
    '"dependsOff"',
    'does not wait for Microsoft.ApiManagement/service',
  ),
];
