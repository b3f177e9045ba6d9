import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Deployment } from '../evaluate/deployment';
import { dig, type Resource, textOf, toJson, type Value } from '../evaluate/values';
import { type Finding, finding } from '../finding';
import { made, type Rule } from './rule';
import { appSettings } from './settings';

/** Settings that Flex Consumption refuses, or that make it build what is built already. */
const FORBIDDEN =
  /^(FUNCTIONS_WORKER_RUNTIME|FUNCTIONS_EXTENSION_VERSION|WEBSITE_RUN_FROM_PACKAGE|SCM_DO_BUILD_.*|ENABLE_ORYX_BUILD)$/;

/** What ARM takes and the host then fails on. */
export const flexConsumption: Rule = ({ root, deployments }) => ({
  findings: deployments.flatMap((deployment) => [
    ...made(deployment, 'Microsoft.Web/serverfarms').flatMap((plan) => planFindings(plan, deployment)),
    ...made(deployment, 'Microsoft.Web/sites').flatMap((app) => appFindings(app, root)),
  ]),
});

const expect = (resource: Resource, at: readonly string[], wanted: unknown): Finding[] => {
  const value = dig(resource.body, ...at);
  if (value !== undefined && toJson(value) === wanted) return [];
  return [
    finding(value ?? resource, `${resource.symbol}.${at.join('.')} should be ${JSON.stringify(wanted)}`),
  ];
};

/** Flex Consumption says it in functionAppConfig. */
const absent = (resource: Resource, at: readonly string[]): Finding[] => {
  const value = dig(resource.body, ...at);
  return value === undefined ? [] : [finding(value, `Flex Consumption takes no ${at.at(-1)}`)];
};

function planFindings(plan: Resource, deployment: Deployment): Finding[] {
  const apps = made(deployment, 'Microsoft.Web/sites').filter(
    (app) => textOf(dig(app.body, 'properties', 'serverFarmId')) === plan.id,
  );
  return [
    ...expect(plan, ['sku', 'tier'], 'FlexConsumption'),
    ...expect(plan, ['sku', 'name'], 'FC1'),
    ...expect(plan, ['properties', 'reserved'], true),
    ...(apps.length === 1
      ? []
      : [finding(plan, `a plan of Flex Consumption takes one app, ${plan.name} has ${apps.length}`)]),
  ];
}

function appFindings(app: Resource, root: string): Finding[] {
  const config = ['properties', 'functionAppConfig'];
  const names = [...appSettings(app).entries];
  const context = textOf(appSettings(app).entries.get('CONTEXTS')?.value) ?? '';
  return [
    ...expect(app, ['kind'], 'functionapp,linux'),
    ...expect(app, [...config, 'runtime', 'name'], 'node'),
    ...expect(app, [...config, 'runtime', 'version'], '24'),
    ...expect(app, [...config, 'deployment', 'storage', 'authentication', 'type'], 'UserAssignedIdentity'),
    ...names
      .filter(([name]) => FORBIDDEN.test(name))
      .map(([name, entry]) => finding(entry, `Flex Consumption takes no ${name}`)),
    ...absent(app, ['properties', 'siteConfig', 'linuxFxVersion']),
    ...scaleFindings(dig(app.body, ...config, 'scaleAndConcurrency'), app, functionNames(root, context)),
  ];
}

function scaleFindings(scale: Value | undefined, app: Resource, functions: readonly string[]): Finding[] {
  const memory = dig(scale, 'instanceMemoryMB');
  const ready = dig(scale, 'alwaysReady');
  const names = (ready?.kind === 'array' ? ready.items : []).flatMap((item) => dig(item, 'name') ?? []);
  return [
    ...(memory && [512, 2048, 4096].includes(Number(toJson(memory)))
      ? []
      : [finding(memory ?? app, 'instanceMemoryMB should be 512, 2048 or 4096')]),
    ...names.flatMap((name) => {
      const text = textOf(name) ?? '';
      if (text === 'http' || functions.some((known) => text === `function:${known}`)) return [];
      return [
        finding(
          name,
          `alwaysReady names ${text}; there are http, ${functions.map((f) => `function:${f}`).join(', ')}`,
        ),
      ];
    }),
  ];
}

/** The functions of a context that scale by themselves: all but HTTP. */
function functionNames(root: string, context: string): string[] {
  const register = readFileSync(path.join(root, 'functions', context, 'register.ts'), 'utf8');
  return [...register.matchAll(/app\.(?:serviceBusQueue|cosmosDB|timer)\('([\w-]+)'/g)].map(
    ([, name]) => name ?? '',
  );
}
