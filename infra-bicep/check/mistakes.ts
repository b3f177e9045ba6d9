// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep writes them the same way.
/** Deliberate mistakes, one of each kind: what is broken, and what the check should say. */
export type Mistake = {
  readonly what: string;
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
  readonly says: string;
  /** The file that is named, where it is not the broken one. */
  readonly namedIn?: string;
};

export const inModules = (name: string): string => `infra-bicep/modules/${name}.bicep`;
const MAIN = 'infra-bicep/main.bicep';

/** The compiler sees them. It names file and line, and each of its words is a finding. */
export const seenByTheCompiler: readonly Mistake[] = [
  {
    what: 'a resource type that does not exist',
    file: inModules('budget'),
    right: 'Microsoft.Consumption/budgets@',
    wrong: 'Microsoft.Consumption/budget@',
    says: 'BCP081: Resource type "Microsoft.Consumption/budget@',
  },
  {
    what: 'an API version that does not exist',
    file: inModules('serviceBus'),
    right: "'Microsoft.ServiceBus/namespaces@2024-01-01'",
    wrong: "'Microsoft.ServiceBus/namespaces@2024-01-02'",
    says: 'BCP081: Resource type "Microsoft.ServiceBus/namespaces@2024-01-02"',
  },
  {
    what: 'a property that does not exist',
    file: inModules('serviceBus'),
    right: "lockDuration: 'PT1M'",
    wrong: "lockDuratoin: 'PT1M'",
    says: 'The property "lockDuratoin" is not allowed',
  },
  {
    what: 'a property in another case',
    file: inModules('functionApp'),
    right: '        maximumInstanceCount: maximumInstanceCount',
    wrong: '        MaximumInstanceCount: maximumInstanceCount',
    says: '"MaximumInstanceCount"',
  },
  {
    what: 'a required property that is missing',
    file: inModules('monitoring'),
    right: "    groupShortName: 'marquee'\n",
    wrong: '',
    says: 'BCP035: The specified "object" declaration is missing the following required properties: "groupShortName"',
  },
  {
    what: 'a property that may only be read',
    file: inModules('serviceBus'),
    right: 'maxDeliveryCount: 10',
    wrong: 'messageCount: 10',
    says: 'BCP073: The property "messageCount" is read-only',
  },
  {
    what: 'a value outside its enumeration',
    file: inModules('cosmos'),
    right: "defaultConsistencyLevel: 'Session'",
    wrong: "defaultConsistencyLevel: 'Sesion'",
    says: 'BCP088: The property "defaultConsistencyLevel" expected a value of type',
  },
  {
    what: 'a value of another kind',
    file: inModules('subscriptions'),
    right: 'maxDeliveryAttempts: 30',
    wrong: "maxDeliveryAttempts: '30'",
    says: 'BCP036: The property "maxDeliveryAttempts" expected a value of type',
  },
  {
    what: 'a property of a resource that Azure does not give',
    file: inModules('cosmos'),
    right: 'account.properties.documentEndpoint',
    wrong: 'account.properties.documentEndPoint',
    says: 'does not contain property "documentEndPoint"',
  },
  {
    what: 'a number that a parameter does not take',
    file: 'infra-bicep/production.bicepparam',
    right: 'serviceBusPremiumUnits = 0',
    wrong: 'serviceBusPremiumUnits = 3',
    says: 'BCP327: The provided value (which will always be greater than or equal to 3) is too large',
  },
  {
    what: 'a syntax error',
    file: inModules('budget'),
    right: 'amount: amount',
    wrong: 'amount = = amount',
    says: 'BCP018: Expected the ":" character',
  },
  {
    what: 'a name that nothing declares',
    file: inModules('mail'),
    right: 'mailDomainVerified ? [domain.id]',
    wrong: 'mailDomainVerified ? [domian.id]',
    says: 'The name "domian" does not exist',
  },
  {
    what: 'a parameter that a module does not get',
    file: MAIN,
    right: '    amount: monthlyBudget\n',
    wrong: '',
    says: 'missing the following required properties: "amount"',
  },
  {
    what: 'an output of another kind than it says',
    file: MAIN,
    right: 'output functionAppContexts string[] = ',
    wrong: 'output functionAppContexts string = ',
    says: 'BCP033: Expected a value of type "string"',
  },
  {
    what: 'a parameter of another kind than the module takes',
    file: MAIN,
    right: "    secretName: 'ticket-keys'\n    protectFromPurge: environmentName == 'production'",
    wrong: "    secretName: 'ticket-keys'\n    protectFromPurge: environmentName",
    says: 'BCP036: The property "protectFromPurge" expected a value of type "bool"',
  },
  {
    what: 'an output that a module does not have',
    file: MAIN,
    right: 'output gatewayUrl string = gateway.outputs.gatewayUrl',
    wrong: 'output gatewayUrl string = gateway.outputs.gatewayUri',
    says: 'does not contain property "gatewayUri"',
  },
  {
    what: 'a declaration that nothing uses',
    file: inModules('workbook'),
    right: "    displayName: 'Marquee ${environmentName}'",
    wrong: "    displayName: 'Marquee'",
    says: 'no-unused-params: Parameter "environmentName" is declared but never used',
  },
  {
    what: 'an object of no type',
    file: inModules('serviceBus'),
    right: 'param tags Tags',
    wrong: 'param tags object',
    says: "use-user-defined-types: Use user-defined types instead of 'object' or 'array'",
  },
  {
    what: 'a name in a module that is known to Azure only',
    file: MAIN,
    right: '    vaultName: names.vault\n    ticketVaultName',
    wrong: "    vaultName: last(split(keyVault.outputs.secretUri, '/'))!\n    ticketVaultName",
    says: "what-if-short-circuiting: Parameter 'vaultName'",
  },
  {
    what: 'a name of a role assignment that is known to Azure only',
    file: inModules('functionApp'),
    right: 'name: guid(storage.id, context, roles.storageBlobDataOwner)',
    wrong: 'name: guid(storage.id, identity.principalId, roles.storageBlobDataOwner)',
    says: "what-if-short-circuiting: Parameter 'identity'",
    namedIn: MAIN,
  },
  {
    what: 'a text that is longer than the compiler takes',
    file: inModules('gateway'),
    right: "loadTextContent('../policies/api.xml')",
    wrong: "loadTextContent('../openapi.json')",
    says: 'exceeded maximum size of 131072 characters',
  },
];

/** Our rules see them in what the compiler makes of the files. */
export const seenInWhatIsDeployed: readonly Mistake[] = [
  {
    what: 'a role that does not exist',
    file: 'infra-bicep/roles.json',
    right: '"eventGridDataSender": "d5a91429-5739-47e2-a06b-3470a27159e7"',
    wrong: '"eventGridDataSender": "d5a91429-5739-47e2-a06b-3470a27159e8"',
    says: 'on evgt-marquee: gives a role that is not known: d5a91429-5739-47e2-a06b-3470a27159e8',
  },
  {
    what: 'a role that whoever deploys may not give',
    file: 'infra-bicep/bootstrap.bicep',
    right: '  roles.serviceBusDataOwner\n',
    wrong: '',
    says: 'bootstrap.bicep does not let the deployment give Service Bus Data Owner',
  },
  {
    what: 'a data role on the whole account',
    file: inModules('access'),
    right: '    scope: grant.scope\n',
    wrong: '    scope: account.id\n',
    says: 'a data role should reach one container',
  },
  {
    what: 'an app setting that the code requires and nobody supplies',
    file: MAIN,
    right: '  AUTH_JWKS_URI: authJwksUri\n',
    wrong: '  // authJwksUri: ${authJwksUri}\n',
    says: 'func-marquee-musical: the setting AUTH_JWKS_URI is missing',
  },
  {
    what: 'an app setting that no code reads',
    file: MAIN,
    right:
      "    PAYMENT_TIMEOUT_MS: string(paymentTimeoutMs)\n    SWEEP_SECONDS: '60'\n    TIME_ZONE: timeZone\n  })\n  reservation",
    wrong:
      "    PAYMENT_TIMEOUT_MS: string(paymentTimeoutMs)\n    SWEEP_MINUTES: '1'\n    TIME_ZONE: timeZone\n  })\n  reservation",
    says: 'func-marquee-musical: nothing reads the setting SWEEP_MINUTES',
  },
  {
    what: 'an app setting with a value that the code refuses',
    file: MAIN,
    right: "    MAIL_FROM: mail.outputs.from\n    SWEEP_SECONDS: '60'",
    wrong: "    MAIL_FROM: mail.outputs.from\n    SWEEP_SECONDS: '0'",
    says: 'func-marquee-notification: the code refuses the value of SWEEP_SECONDS',
  },
  {
    what: 'a partition key that is not of the code',
    file: inModules('cosmos'),
    right: 'paths: [entry.value.partitionKey]',
    wrong: "paths: ['/id']",
    says: 'seats: the partition key is ["/id"], the code has ["/performanceId"]',
  },
  {
    what: 'a container without its TTL',
    file: inModules('cosmos'),
    right: '{ defaultTtl: -1 } : {}',
    wrong: '{} : {}',
    says: 'seats: defaultTtl is undefined, the code has -1',
  },
  {
    what: 'a queue that drops what is published again',
    file: inModules('serviceBus'),
    right: 'requiresDuplicateDetection: false',
    wrong: 'requiresDuplicateDetection: true',
    says: 'must not drop duplicates',
  },
  {
    what: 'a subscription that takes other events than the table says',
    file: inModules('subscriptions'),
    right: 'contains(s.value, q)',
    wrong: "contains(s.value, 'musical')",
    says: 'notification: takes BillIssued, BillOverdue, BillPaid',
  },
  {
    what: 'a subscription to other types that leaves none out',
    file: inModules('subscriptions'),
    right: "operatorType: 'StringNotIn', key: 'type', values: others",
    wrong: "operatorType: 'StringIn', key: 'type', values: others",
    says: 'an event of the new type OfTomorrow comes to unclaimed 0 times',
  },
  {
    what: 'a runtime that the host does not know',
    file: inModules('functionApp'),
    right: "version: '24'",
    wrong: "version: '24-lts'",
    says: 'properties.functionAppConfig.runtime.version should be "24"',
  },
  {
    what: 'a runtime said in the old way',
    file: inModules('functionApp'),
    right: "minTlsVersion: '1.2'",
    wrong: "linuxFxVersion: 'NODE|24'",
    says: 'Flex Consumption takes no linuxFxVersion',
  },
  {
    what: 'a setting that makes Azure build again',
    file: MAIN,
    right: '  COSMOS_DATABASE: databaseName\n',
    wrong: "  COSMOS_DATABASE: databaseName\n  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'\n",
    says: 'Flex Consumption takes no SCM_DO_BUILD_DURING_DEPLOYMENT',
  },
  {
    what: 'a warm instance for a function that does not exist',
    file: 'infra-bicep/production.bicepparam',
    right: 'function:musical-seatmap',
    wrong: 'function:musical-seatMap',
    says: 'alwaysReady names function:musical-seatMap',
  },
  {
    what: 'a service that takes keys',
    file: inModules('cosmos'),
    right: 'disableLocalAuth: true',
    wrong: 'disableLocalAuth: false',
    says: 'cosmos-marquee: properties.disableLocalAuth should be true',
  },
  {
    what: 'a secret in a setting',
    file: MAIN,
    right:
      "reservation: union(busSettings, {\n    EVENTGRID__topicEndpointUri: eventGrid.outputs.endpoint\n    PAYMENT_URL: paymentUrl\n    PAYMENT_SECRET_KEY: '@Microsoft.KeyVault(SecretUri=${keyVault.outputs.secretUri})'",
    wrong:
      "reservation: union(busSettings, {\n    EVENTGRID__topicEndpointUri: eventGrid.outputs.endpoint\n    PAYMENT_URL: paymentUrl\n    PAYMENT_SECRET_KEY: 'live_sk_1 ${keyVault.outputs.secretUri}'",
    says: 'PAYMENT_SECRET_KEY should be a reference to the key vault',
  },
  {
    what: 'a part of the policy that nothing fills in',
    file: 'infra-bicep/policies/api.xml',
    right:
      '__CALLS_PER_MINUTE__" renewal-period="60" retry-after-variable-name="retryAfterSeconds" counter-key="@(context.Request',
    wrong:
      '__CALLS__" renewal-period="60" retry-after-variable-name="retryAfterSeconds" counter-key="@(context.Request',
    says: 'policies/api.xml has __CALLS__, which nothing replaces',
  },
  {
    what: 'a parameter without a description',
    file: inModules('budget'),
    right: "@description('Who gets the mail.')\n",
    wrong: '',
    says: 'in the module budget: param contactEmail has no @description',
  },
  {
    what: 'a parameter that takes anything',
    file: inModules('budget'),
    right: '@minLength(5)\nparam contactEmail',
    wrong: 'param contactEmail',
    says: 'in the module budget: param contactEmail takes any string',
  },
  {
    what: 'a parameter with other bounds than the code',
    file: MAIN,
    right: '@maxValue(15000)',
    wrong: '@maxValue(60000)',
    says: 'param paymentTimeoutMs takes 100 to 60000, the code takes 100 to 15000 as PAYMENT_TIMEOUT_MS',
  },
  {
    what: 'containers that are made at once',
    file: inModules('cosmos'),
    right: '@batchSize(1)\nresource container ',
    wrong: 'resource container ',
    says: 'makes Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers at once',
  },
  {
    what: 'role assignments of Cosmos DB that are made at once',
    file: MAIN,
    right: '@batchSize(1)\nmodule access ',
    wrong: 'module access ',
    says: 'access makes Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments at once',
  },
  {
    what: 'subscriptions that do not wait for their roles',
    file: MAIN,
    right: '  dependsOn: [gateway]\n',
    wrong: '',
    says: 'subscriptions makes subscriptions of Event Grid and does not wait for Microsoft.ApiManagement/service',
  },
  {
    what: 'a storage account that is not spread over zones as the rest is',
    file: inModules('eventGrid'),
    right: '    zoneRedundant: zoneRedundant\n    containerName',
    wrong: '    zoneRedundant: zoneRedundant && false\n    containerName',
    says: 'is not spread over zones, and the database is so: zoneRedundant decides for all',
  },
  {
    what: 'a service whose log goes nowhere',
    file: inModules('keyVault'),
    right: '  scope: vault\n  properties: logged',
    wrong: '  scope: resourceGroup()\n  properties: logged',
    says: 'its log goes nowhere: give it diagnosticSettings',
  },
  {
    what: 'a production database without a lock',
    file: MAIN,
    right: "    locked: environmentName == 'production'",
    wrong: "    locked: environmentName == 'produktion'",
    says: 'give it a lock',
  },
  {
    what: 'stored events that are never deleted',
    file: inModules('eventGrid'),
    right: '    deleteAfterDays: undeliveredDays\n',
    wrong: '    deleteAfterDays: undeliveredDays * 0\n',
    says: 'what is stored here is never deleted',
  },
  {
    what: 'a budget whose day goes stale',
    file: inModules('budget'),
    right: '      startDate: startDate\n',
    wrong: "      startDate: '2026-12-01'\n",
    says: 'its first day is written down',
  },
  {
    what: 'telemetry without an end',
    file: inModules('monitoring'),
    right: 'dailyQuotaGb: dailyCapGb',
    wrong: 'dailyQuotaGb: dailyCapGb * -1',
    says: 'takes telemetry without an end',
  },
  {
    what: 'a gateway that keeps every 409',
    file: inModules('gateway'),
    right: "    verbosity: 'information'\n",
    wrong: "    alwaysLog: 'allErrors'\n",
    says: 'alwaysLog keeps every 409',
  },
  {
    what: 'traces of which all are kept',
    file: inModules('functionApp'),
    right: "  OTEL_TRACES_SAMPLER: 'parentbased_traceidratio'\n",
    wrong: '',
    says: 'the setting OTEL_TRACES_SAMPLER is missing',
  },
];

/** Our rules see them in the files themselves, with a compiler or without. */
export const seenInTheFiles: readonly Mistake[] = [
  {
    what: 'a context that reaches what its code does not use',
    file: 'infra-bicep/contexts.json',
    right: '"writes": ["notifications"',
    wrong: '"writes": ["seats", "notifications"',
    says: 'containers of notification: the code does not use seats',
  },
  {
    what: 'a schema that stands in an operation',
    file: 'infra-bicep/openapi/mypage.json',
    right: '"application/json":{"schema":{"$ref":"#/components/schemas/MypageGet200"}}',
    wrong: '"application/json":{"schema":{"type":"object"}}',
    says: '1 schemas stand in operations',
  },
  {
    what: 'a component that the import refuses',
    file: 'infra-bicep/openapi/mypage.json',
    right: '"components":{',
    wrong: '"components":{"parameters":{},',
    says: 'has components.parameters, which API Management refuses',
  },
  {
    what: 'a call that goes to no context',
    file: 'infra-bicep/operations.json',
    right: '"mypage": ["mypage-get"]',
    wrong: '"mypage": []',
    says: 'is not of the documents in openapi/: npm run generate',
  },
  {
    what: 'a document that is longer than Bicep takes',
    file: 'infra-bicep/openapi/mypage.json',
    right: '"title":"Marquee"',
    wrong: `"title":"Marquee","x-long":[${'"Marquee",'.repeat(15_000)}""]`,
    says: 'Bicep takes 131072 of one file',
  },
];
