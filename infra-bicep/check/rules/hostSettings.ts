/** A setting that the Functions host or an SDK reads, not our code. */
type HostSetting = { readonly required: boolean };

const always: HostSetting = { required: true };

/** What every app has. */
const everyApp: Readonly<Record<string, HostSetting>> = {
  AzureWebJobsStorage__blobServiceUri: always,
  AzureWebJobsStorage__tableServiceUri: always,
  AzureWebJobsStorage__credential: always,
  AzureWebJobsStorage__clientId: always,
  APPLICATIONINSIGHTS_CONNECTION_STRING: always,
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: always,
  // DefaultAzureCredential.
  AZURE_CLIENT_ID: always,
  // functions/index.ts.
  CONTEXTS: always,
};

/** What the host needs beyond for the triggers that a context's register.ts has. */
export function hostSettings(register: string): Readonly<Record<string, HostSetting>> {
  const connection = (name: string, ...settings: string[]) =>
    Object.fromEntries(settings.map((setting) => [`${name}__${setting}`, always]));
  return {
    ...everyApp,
    ...(register.includes('app.cosmosDB(') ? connection('COSMOS', 'credential', 'clientId') : {}),
    ...(register.includes('app.serviceBusQueue(')
      ? connection('SERVICEBUS', 'fullyQualifiedNamespace', 'credential', 'clientId')
      : {}),
  };
}
