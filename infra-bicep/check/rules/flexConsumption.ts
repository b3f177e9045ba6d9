import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Deployment, Json, Resource } from '../compiled';
import { at, made } from '../resource';
import { ofEach, type Rule } from './rule';
import { appSettings } from './settings';

/** Settings that Flex Consumption refuses, or that make it build what is built already. */
const FORBIDDEN =
  /^(FUNCTIONS_WORKER_RUNTIME|FUNCTIONS_EXTENSION_VERSION|WEBSITE_RUN_FROM_PACKAGE|SCM_DO_BUILD_.*|ENABLE_ORYX_BUILD)$/;

const PLAN = {
  'sku.tier': 'FlexConsumption',
  'sku.name': 'FC1',
  'properties.reserved': true,
};
const APP = {
  kind: 'functionapp,linux',
  'properties.functionAppConfig.runtime.name': 'node',
  // ARM takes any string, and with a wrong one the host dies with 500s.
  'properties.functionAppConfig.runtime.version': '24',
  'properties.functionAppConfig.deployment.storage.authentication.type': 'UserAssignedIdentity',
};

const expect = (resource: Resource, wanted: Readonly<Record<string, Json>>): string[] =>
  Object.entries(wanted).flatMap(([where, value]) =>
    at(resource, where) === value ? [] : [`${where} should be ${JSON.stringify(value)}`],
  );

/** What ARM takes and the host then fails on. */
export const flexConsumption: Rule = (checked) =>
  ofEach((resource, deployment) => {
    switch (resource.type) {
      case 'Microsoft.Web/serverfarms':
        return [...expect(resource, PLAN), ...oneApp(resource, deployment)];
      case 'Microsoft.Web/sites':
        return [...expect(resource, APP), ...appProblems(resource, checked.root)];
      default:
        return [];
    }
  })(checked);

function oneApp(plan: Resource, deployment: Deployment): string[] {
  const apps = made(deployment, 'Microsoft.Web/sites').filter(
    (app) => at(app, 'properties.serverFarmId') === plan.id,
  );
  return apps.length === 1 ? [] : [`a plan of Flex Consumption takes one app, this has ${apps.length}`];
}

function appProblems(app: Resource, root: string): string[] {
  const settings = appSettings(app);
  const config = 'properties.functionAppConfig.scaleAndConcurrency';
  const memory = at(app, `${config}.instanceMemoryMB`);
  const warm = (at(app, `${config}.alwaysReady`) ?? []) as { readonly name: string }[];
  const known = ['http', ...functionNames(root, settings.CONTEXTS ?? '').map((name) => `function:${name}`)];
  return [
    ...Object.keys(settings)
      .filter((name) => FORBIDDEN.test(name))
      .map((name) => `Flex Consumption takes no ${name}`),
    ...(at(app, 'properties.siteConfig.linuxFxVersion') === undefined
      ? []
      : ['Flex Consumption takes no linuxFxVersion']),
    ...([512, 2048, 4096].includes(Number(memory)) ? [] : ['instanceMemoryMB should be 512, 2048 or 4096']),
    ...warm
      .filter(({ name }) => !known.includes(name))
      .map(({ name }) => `alwaysReady names ${name}; there are ${known.join(', ')}`),
  ];
}

/** The functions of a context that scale by themselves: all but HTTP. */
function functionNames(root: string, context: string): string[] {
  const register = readFileSync(path.join(root, 'functions', context, 'register.ts'), 'utf8');
  return [...register.matchAll(/app\.(?:serviceBusQueue|cosmosDB|timer)\('([\w-]+)'/g)].map(
    ([, name]) => name ?? '',
  );
}
