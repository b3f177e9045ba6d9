// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep writes them the same way.
/** Deliberate mistakes, one of each kind: what is broken, and what the check should say. */
export type Mistake = {
  readonly what: string;
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
  /** The text whose line is named, where it is not the wrong text itself. */
  readonly marker?: string;
  readonly says: string;
};

export const inModules = (name: string): string => `infra-bicep/modules/${name}.bicep`;

/** Seen with Azure's resource types only. */
export const aboutTypes: readonly Mistake[] = [
  {
    what: 'a resource type that does not exist',
    file: inModules('budget'),
    right: 'Microsoft.Consumption/budgets@',
    wrong: 'Microsoft.Consumption/budget@',
    says: 'there is no resource type Microsoft.Consumption/budget',
  },
  {
    what: 'an API version that does not exist',
    file: inModules('keyVault'),
    right: 'vaults@2024-11-01',
    wrong: 'vaults@2024-11-02',
    says: 'Microsoft.KeyVault/vaults has no API version 2024-11-02',
  },
  {
    what: 'a property that does not exist',
    file: inModules('serviceBus'),
    right: "lockDuration: 'PT1M'",
    wrong: "lockDuratoin: 'PT1M'",
    says: 'queue.properties has no property lockDuratoin',
  },
  {
    what: 'a property in another case',
    file: inModules('functionApp'),
    right: 'maximumInstanceCount: maximumInstanceCount',
    wrong: 'MaximumInstanceCount: maximumInstanceCount',
    says: 'it has maximumInstanceCount',
  },
  {
    what: 'a required property that is missing',
    file: inModules('monitoring'),
    right: "    groupShortName: 'marquee'\n",
    wrong: '',
    marker: '  properties: {\n    enabled: true',
    says: 'actionGroup.properties.groupShortName is required',
  },
  {
    what: 'a property that may only be read',
    file: inModules('serviceBus'),
    right: 'maxDeliveryCount: 10',
    wrong: 'messageCount: 10',
    says: 'queue.properties.messageCount may only be read',
  },
  {
    what: 'a value outside its enumeration',
    file: inModules('cosmos'),
    right: "defaultConsistencyLevel: 'Session'",
    wrong: "defaultConsistencyLevel: 'Sesion'",
    says: "defaultConsistencyLevel is 'Sesion', Azure knows",
  },
  {
    what: 'a value of another kind',
    file: inModules('eventGrid'),
    right: 'maxDeliveryAttempts: 30',
    wrong: "maxDeliveryAttempts: '30'",
    says: "retryPolicy.maxDeliveryAttempts is '30', it should be int",
  },
  {
    what: 'a property of a resource that Azure does not give',
    file: inModules('cosmos'),
    right: 'account.properties.documentEndpoint',
    wrong: 'account.properties.documentEndPoint',
    says: 'account.properties has no property documentEndPoint',
  },
];

export const aboutTheFiles: readonly Mistake[] = [
  {
    what: 'a number that a parameter does not take',
    file: 'infra-bicep/production.bicepparam',
    right: 'serviceBusPremiumUnits = 0',
    wrong: 'serviceBusPremiumUnits = 3',
    says: 'takes 0 or 1 or 2 or 4 or 8 or 16, not 3',
  },
  {
    what: 'a syntax error',
    file: inModules('budget'),
    right: 'amount: amount',
    wrong: 'amount = = amount',
    says: 'syntax error',
  },
  {
    what: 'a name that nothing declares',
    file: inModules('mail'),
    right: 'mailDomainVerified ? [domain.id]',
    wrong: 'mailDomainVerified ? [domian.id]',
    says: 'there is no domian',
  },
  {
    what: 'a parameter that a module does not get',
    file: 'infra-bicep/main.bicep',
    right: '    startDate: budgetStartDate\n',
    wrong: '',
    marker: 'module budget ',
    says: 'the parameter startDate of infra-bicep/modules/budget.bicep is missing',
  },
  {
    what: 'an output of another kind than it says',
    file: 'infra-bicep/main.bicep',
    right: 'output functionAppContexts string[] = ',
    wrong: 'output functionAppContexts string = ',
    says: 'the output functionAppContexts is array, not string',
  },
  {
    what: 'a parameter of another kind than the module takes',
    file: 'infra-bicep/main.bicep',
    right: '    protectFromPurge: environmentName == ',
    wrong: '    protectFromPurge: environmentName ?? ',
    says: 'the parameter protectFromPurge of infra-bicep/modules/keyVault.bicep takes bool, this is string',
  },
  {
    what: 'an output that a module does not have',
    file: 'infra-bicep/main.bicep',
    right: 'gateway.outputs.gatewayUrl',
    wrong: 'gateway.outputs.gatewayUri',
    says: 'infra-bicep/modules/gateway.bicep has no output gatewayUri',
  },
];

export const aboutTheCode: readonly Mistake[] = [
  {
    what: 'a role that does not exist',
    file: inModules('access'),
    right: "Definitions', roles.eventGridDataSender)",
    wrong: "Definitions', 'd5a91429-5739-47e2-a06b-3470a27159e8')",
    says: 'publisher gives a role that is not known: d5a91429-5739-47e2-a06b-3470a27159e8',
  },
  {
    what: 'an app setting that the code requires and nobody supplies',
    file: 'infra-bicep/main.bicep',
    right: '  AUTH_JWKS_URI: authJwksUri\n',
    wrong: '',
    marker: 'never',
    says: 'app setting.AUTH_JWKS_URI is required',
  },
  {
    what: 'an app setting that no code reads',
    file: 'infra-bicep/main.bicep',
    right: "    RELAY_POLL_MS: '500'\n    SWEEP_SECONDS: '60'\n  })\n  reservation",
    wrong: "    RELAY_POLL_SECONDS: '500'\n    SWEEP_SECONDS: '60'\n  })\n  reservation",
    says: 'app setting has no property RELAY_POLL_SECONDS',
  },
  {
    what: 'an app setting with a value that the code refuses',
    file: 'infra-bicep/main.bicep',
    right: "    MAIL_FROM: mail.outputs.from\n    SWEEP_SECONDS: '60'",
    wrong: "    MAIL_FROM: mail.outputs.from\n    SWEEP_SECONDS: '0'",
    marker: "SWEEP_SECONDS: '0'",
    says: 'notification: the code refuses the value of SWEEP_SECONDS',
  },
  {
    what: 'a partition key that is not of the code',
    file: inModules('cosmos'),
    right: 'paths: [entry.value.partitionKey]',
    wrong: "paths: ['/id']",
    marker: 'resource: union({',
    says: 'seats: the partition key is ["/id"], the code has ["/performanceId"]',
  },
  {
    what: 'a container without its TTL',
    file: inModules('cosmos'),
    right: '{ defaultTtl: -1 } : {}',
    wrong: '{} : {}',
    marker: 'resource: union({',
    says: 'seats: defaultTtl is undefined, the code has -1',
  },
  {
    what: 'a context that reaches what its code does not use',
    file: 'infra-bicep/contexts.json',
    right: '"writes": ["notifications"',
    wrong: '"writes": ["seats", "notifications"',
    marker: '"notification": {',
    says: 'containers of notification: the code does not use seats',
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
    file: inModules('eventGrid'),
    right: 'contains(s.value, name)',
    wrong: "contains(s.value, 'musical')",
    says: 'the subscription notification takes PaymentApproved',
  },
  {
    what: 'a runtime that the host does not know',
    file: inModules('functionApp'),
    right: "version: '24'",
    wrong: "version: '24-lts'",
    says: 'app.properties.functionAppConfig.runtime.version should be "24"',
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
    file: 'infra-bicep/main.bicep',
    right: '  COSMOS_DATABASE: databaseName\n',
    wrong: "  COSMOS_DATABASE: databaseName\n  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'\n",
    marker: '  SCM_DO',
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
    says: 'account.properties.disableLocalAuth should be true',
  },
  {
    what: 'a secret in a setting',
    file: 'infra-bicep/main.bicep',
    right: "'@Microsoft.KeyVault(SecretUri=${keyVault.outputs.paymentSecretUri})'",
    wrong: "'live_sk_1 ${keyVault.outputs.paymentSecretUri}'",
    says: 'PAYMENT_SECRET_KEY should be a reference to the key vault',
  },
  {
    what: 'a part of the policy that nothing fills in',
    file: 'infra-bicep/policies/api.xml',
    right:
      '__CALLS_PER_MINUTE__" renewal-period="60" retry-after-variable-name="retryAfterSeconds" counter-key="@(context.Request',
    wrong:
      '__CALLS__" renewal-period="60" retry-after-variable-name="retryAfterSeconds" counter-key="@(context.Request',
    marker: 'never',
    says: 'policies/api.xml has __CALLS__, which nothing replaces',
  },
];
