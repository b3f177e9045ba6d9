/** Settings of every app that the Functions host or an SDK reads, not our code. */
const EVERY_APP = [
  'AzureWebJobsStorage__blobServiceUri',
  'AzureWebJobsStorage__tableServiceUri',
  'AzureWebJobsStorage__credential',
  'AzureWebJobsStorage__clientId',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
  'APPLICATIONINSIGHTS_AUTHENTICATION_STRING',
  // DefaultAzureCredential.
  'AZURE_CLIENT_ID',
  // The SDK of OpenTelemetry. A parent's decision goes first, so that a trace is kept whole or not at all.
  'OTEL_TRACES_SAMPLER',
  'OTEL_TRACES_SAMPLER_ARG',
  // functions/index.ts.
  'CONTEXTS',
];

/** Those, and what the host needs beyond for the triggers that a context's register.ts has. */
export const hostSettings = (register: string): readonly string[] => [
  ...EVERY_APP,
  ...(register.includes('app.cosmosDB(') ? ['COSMOS__credential', 'COSMOS__clientId'] : []),
  ...(register.includes('app.serviceBusQueue(')
    ? ['SERVICEBUS__fullyQualifiedNamespace', 'SERVICEBUS__credential', 'SERVICEBUS__clientId']
    : []),
];
