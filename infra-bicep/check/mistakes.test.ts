// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep writes them the same way.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { check } from './check';
import { render } from './finding';

const ROOT = path.resolve(__dirname, '../..');
const TYPES = path.resolve(ROOT, process.env.BICEP_TYPES_DIR ?? '../shared/bicep-types-az');
const withTypes = existsSync(TYPES);

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'infra-'));
  const source = path.join(ROOT, 'infra-bicep');
  cpSync(source, path.join(copy, 'infra-bicep'), {
    recursive: true,
    filter: (file) => !/\.ts$/.test(file),
  });
  cpSync(path.join(ROOT, 'shared'), path.join(copy, 'shared'), {
    recursive: true,
    filter: (file) => !/\.ts$/.test(file),
  });
  symlinkSync(path.join(ROOT, 'functions'), path.join(copy, 'functions'));
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

/** Breaks one place of the copy; what the check then says, and the line of `marker` in the broken file. */
async function broken(file: string, right: string, wrong: string, marker = wrong) {
  const target = path.join(copy, file);
  const before = readFileSync(target, 'utf8');
  expect(before.split(right)).toHaveLength(2);
  const after = before.replace(right, () => wrong);
  writeFileSync(target, after);
  const { findings } = await check(copy, TYPES);
  const line = after.slice(0, after.indexOf(marker)).split('\n').length;
  return { said: findings.map(render), line };
}

type Mistake = {
  readonly what: string;
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
  /** The text whose line is named, where it is not the wrong text itself. */
  readonly marker?: string;
  readonly says: string;
};

const inModules = (name: string): string => `infra-bicep/modules/${name}.bicep`;

/** Seen with Azure's resource types only. */
const aboutTypes: readonly Mistake[] = [
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

const aboutTheFiles: readonly Mistake[] = [
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
    right: 'linkedDomains: [domain.id]',
    wrong: 'linkedDomains: [domian.id]',
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
    what: 'an output that a module does not have',
    file: 'infra-bicep/main.bicep',
    right: 'gateway.outputs.gatewayUrl',
    wrong: 'gateway.outputs.gatewayUri',
    says: 'infra-bicep/modules/gateway.bicep has no output gatewayUri',
  },
];

const aboutTheCode: readonly Mistake[] = [
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
    right: '"writes": ["notifications"]',
    wrong: '"writes": ["notifications", "seats"]',
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

/** Some mistakes show where the value is used, in a file other than the one that is broken. */
const NAMED_ELSEWHERE: Readonly<Record<string, string>> = {
  'an app setting that the code requires and nobody supplies': 'infra-bicep/modules/functionApp.bicep',
  'a part of the policy that nothing fills in': 'infra-bicep/modules/gateway.bicep',
};

async function isNamed({ what, file, right, wrong, marker, says }: Mistake) {
  const { said, line } = await broken(file, right, wrong, marker);
  const elsewhere = NAMED_ELSEWHERE[what];
  const where = elsewhere === undefined ? `${file}:${line}: ` : `${elsewhere}:`;
  expect(said).toContainEqual(expect.stringContaining(where));
  expect(said.filter((text) => text.startsWith(where) && text.includes(says))).not.toEqual([]);
}

test.each(aboutTheFiles)('names the file and line of $what', isNamed);
test.each(aboutTheCode)('names the file and line of $what', isNamed);
(withTypes ? test : test.skip).each(aboutTypes)('names the file and line of $what', isNamed);

test('a declaration that nothing uses', async () => {
  const { said } = await broken(inModules('workbook'), 'location: location\n', "location: 'koreacentral'\n");
  expect(said).toContainEqual(
    expect.stringMatching(/workbook\.bicep:\d+: param location is declared and never used/),
  );
});

test('a parameter without a description', async () => {
  const text = "@description('Who gets the mail.')\n@minLength(5)\n";
  const { said } = await broken(inModules('budget'), text, '');
  expect(said).toContainEqual(
    expect.stringMatching(/budget\.bicep:\d+: param contactEmail has no @description/),
  );
});

test('a module that nobody deploys', async () => {
  writeFileSync(
    path.join(copy, 'infra-bicep/modules/stray.bicep'),
    "@description('x')\noutput a string = 'a'\n",
  );
  const { findings } = await check(copy, TYPES);
  expect(findings.map(render)).toContain(
    'infra-bicep/modules/stray.bicep:1: no module and no parameter file names this file',
  );
});
