import {
  appKnowsRegistersOnly,
  contextsKnowContractsOnly,
  domainIsPure,
  noImportCycles,
  noKnowledgeCycles,
  productKnowsNoStandIn,
  type Rule,
  roomsKnowEarlierRooms,
  sharedKnowsNoContext,
  standInsKnowNoProduct,
} from './importRules';
import { filesFitAFewScreens, functionsFitAScreen } from './sizeRules';
import { importsOf, type SourceFile, sourceFiles } from './sourceFile';
import {
  noUtilsNorHelpers,
  onlyRegisterCallsTheApp,
  rulesReadNoClock,
  sharedHasNoTicketingNouns,
} from './textRules';

const product = sourceFiles('functions', 'shared');
const everything = [...product, ...sourceFiles('local', 'docs', 'bench')];

const files = (texts: Readonly<Record<string, string>>): SourceFile[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));
const lines = (count: number, text = '  work();') => Array.from({ length: count }, () => text).join('\n');

/** What breaks a rule on purpose, and why that is better than keeping it. */
const EXCUSED = {
  'local/azure/servicebus/amqp/dispatcher.ts createDispatcher':
    'seven short functions over the state of one front',
};

type Example = {
  readonly rule: Rule;
  readonly holdsFor: readonly SourceFile[];
  readonly broken: Readonly<Record<string, string>>;
  readonly fault: string;
  readonly kept: Readonly<Record<string, string>>;
};

const RULES: Readonly<Record<string, Example>> = {
  'a context imports of another only its contract': {
    rule: contextsKnowContractsOnly,
    holdsFor: product,
    broken: {
      'functions/musical/usecases/a.ts': "import { x } from '../../reservation/domain/reservation';",
    },
    fault: 'functions/musical/usecases/a.ts: imports functions/reservation/domain/reservation',
    kept: {
      'functions/musical/usecases/a.ts':
        "import { x } from '../../reservation/contract';\nimport { problem } from '../../problems';\nimport { y } from '../domain/seatMap';",
    },
  },
  'a context does not import the whole app': {
    rule: contextsKnowContractsOnly,
    holdsFor: product,
    broken: { 'functions/operations/register.ts': "import { apiDocument } from '../api';" },
    fault: 'functions/operations/register.ts: imports functions/api',
    kept: {},
  },
  'the app imports of a context only its register': {
    rule: appKnowsRegistersOnly,
    holdsFor: product,
    broken: { 'functions/api.ts': "import { seatStore } from './musical/store';" },
    fault: 'functions/api.ts: imports functions/musical/store',
    kept: { 'functions/api.ts': "import { musicalEndpoints } from './musical/register';" },
  },
  'a domain imports no SDK': {
    rule: domainIsPure,
    holdsFor: product,
    broken: { 'functions/musical/domain/a.ts': "import type { Container } from '@azure/cosmos';" },
    fault: 'functions/musical/domain/a.ts: imports @azure/cosmos',
    kept: {
      'functions/musical/domain/a.ts':
        "import type { Versioned } from '../../../shared/kernel/versioned';\nimport { b } from './b';\nimport type { EventOf } from '../../../shared/messaging/envelope';",
    },
  },
  'a domain imports nothing of shared that reads a clock': {
    rule: domainIsPure,
    holdsFor: product,
    broken: {
      'functions/musical/domain/a.ts':
        "import {\n  newEvent,\n  type EventOf,\n} from '../../../shared/messaging/envelope';",
    },
    fault: 'functions/musical/domain/a.ts: imports shared/messaging/envelope',
    kept: {},
  },
  'a domain imports no use case': {
    rule: domainIsPure,
    holdsFor: product,
    broken: { 'functions/musical/domain/a.ts': "export { takeSeats } from '../usecases/takeSeats';" },
    fault: 'functions/musical/domain/a.ts: imports functions/musical/usecases/takeSeats',
    kept: {},
  },
  'the rooms of a context know each other in one direction': {
    rule: roomsKnowEarlierRooms,
    holdsFor: product,
    broken: {
      'functions/musical/catalogue/usecases/a.ts':
        "import { takeSeats } from '../../seats/usecases/takeSeats';",
    },
    fault: 'functions/musical/catalogue/usecases/a.ts: imports functions/musical/seats/usecases/takeSeats',
    kept: {
      'functions/musical/seats/usecases/a.ts':
        "import { readPerformance } from '../../catalogue/usecases/readCatalogue';\nimport { saleSchema } from '../../contract';",
    },
  },
  'what deploys imports nothing of local/': {
    rule: productKnowsNoStandIn,
    holdsFor: product,
    broken: { 'shared/cosmos/cosmos.ts': "const engine = require('../../local/azure/cosmos/engine');" },
    fault: 'shared/cosmos/cosmos.ts: imports local/azure/cosmos/engine',
    kept: {
      'shared/cosmos/cosmos.ts':
        "import { CosmosClient } from '@azure/cosmos';\nimport { x } from '../kernel/config';",
    },
  },
  'the stand-ins for Azure import nothing of Marquee': {
    rule: standInsKnowNoProduct,
    holdsFor: everything,
    broken: { 'local/azure/cosmos/main.ts': "import { portOf } from '../../marquee/settings';" },
    fault: 'local/azure/cosmos/main.ts: imports local/marquee/settings',
    kept: {
      'local/azure/cosmos/main.ts':
        "import { CosmosClient } from '@azure/cosmos';\nimport { parseChaos } from '../chaos';",
      'local/marquee/chaos.ts': "import { parseChaos } from '../azure/chaos';",
    },
  },
  'shared/ imports nothing of functions/': {
    rule: sharedKnowsNoContext,
    holdsFor: product,
    broken: { 'shared/http/endpoint.ts': "import '../../functions/problems';" },
    fault: 'shared/http/endpoint.ts: imports functions/problems',
    kept: { 'functions/problems.ts': "import { Problem } from '../shared/http/problem';" },
  },
  'shared/ exports no word of the box office': {
    rule: sharedHasNoTicketingNouns,
    holdsFor: product,
    broken: { 'shared/kernel/ids.ts': "export const newSeatId = () => '';" },
    fault: 'shared/kernel/ids.ts: exports newSeatId',
    kept: {
      'shared/kernel/ids.ts': 'export const threshold = 1;\nexport type Household = string;',
      'shared/payment/provider.ts': 'export type PaymentProvider = string;',
    },
  },
  'no file needs itself': {
    rule: noImportCycles(EXCUSED),
    holdsFor: everything,
    broken: {
      'shared/a.ts': "import { b } from './b';",
      'shared/b.ts': "import { c } from './c';",
      'shared/c.ts': "import { a } from './a';",
    },
    fault: 'shared/a.ts -> shared/b.ts -> shared/c.ts -> shared/a.ts',
    kept: {
      'shared/a.ts': "import { b } from './b';\nimport { c } from './c';",
      'shared/b.ts': "import type { A } from './a';\nimport { c } from './c';",
      'shared/c.ts': "import { type A, type B } from './a';",
    },
  },
  'no file of the product knows itself, not even by a type': {
    rule: noKnowledgeCycles,
    holdsFor: product,
    broken: {
      'shared/a.ts': "import type { B } from './b';",
      'shared/b.ts': "import { a } from './a';",
    },
    fault: 'shared/a.ts -> shared/b.ts -> shared/a.ts',
    kept: { 'shared/a.ts': "import type { B } from './b';", 'shared/b.ts': '' },
  },
  'only register.ts calls the app': {
    rule: onlyRegisterCallsTheApp,
    holdsFor: product,
    broken: { 'functions/musical/seats/triggers/holds.ts': "app.http('holds-post', {});" },
    fault: 'functions/musical/seats/triggers/holds.ts: app.http(',
    kept: {
      'functions/musical/register.ts': "app.http('holds-post', {});",
      'functions/a.ts': '// not app.http( here',
    },
  },
  'rules and use cases read no clock': {
    rule: rulesReadNoClock,
    holdsFor: product,
    broken: { 'functions/musical/usecases/a.ts': 'const now = Date.now();' },
    fault: 'functions/musical/usecases/a.ts: Date.now',
    kept: {
      'functions/musical/usecases/a.ts': 'const day = new Date(ms);\n/** not Date.now() */',
      'functions/musical/deps.ts': 'const random = Math.random;',
    },
  },
  'rules and use cases ask no calendar': {
    rule: rulesReadNoClock,
    holdsFor: product,
    broken: { 'functions/musical/domain/a.ts': 'const today = new Date();' },
    fault: 'functions/musical/domain/a.ts: new Date()',
    kept: {},
  },
  'rules and use cases throw no dice': {
    rule: rulesReadNoClock,
    holdsFor: product,
    broken: { 'functions/musical/domain/a.ts': 'const r = Math.random();' },
    fault: 'functions/musical/domain/a.ts: Math.random',
    kept: {},
  },
  'no file is longer than a few screens': {
    rule: filesFitAFewScreens({ ...EXCUSED, 'shared/long.ts': 'a table' }),
    holdsFor: everything,
    broken: { 'shared/a.ts': lines(301) },
    fault: 'shared/a.ts: has 301 lines',
    kept: { 'shared/a.ts': `${lines(300)}\n`, 'shared/long.ts': lines(400) },
  },
  'no function is longer than a screen': {
    rule: functionsFitAScreen({ ...EXCUSED, 'shared/a.ts excused': 'a table' }),
    holdsFor: everything,
    broken: {
      'shared/a.ts': `export async function long(\n  a: number,\n): Promise<void> {\n${lines(68)}\n}`,
    },
    fault: 'shared/a.ts: long has 72 lines',
    kept: {
      'shared/a.ts': `function fits() {\n${lines(68)}\n}\nfunction excused() {\n${lines(90)}\n}\nconst table = {\n${lines(90, '  a: 1,')}\n};`,
    },
  },
  'no arrow function is longer than a screen either': {
    rule: functionsFitAScreen(EXCUSED),
    holdsFor: everything,
    broken: {
      'shared/a.ts': `export const make = (a: number) => {\n  const inner = async () => {\n${lines(69, '    work();')}\n  };\n};`,
    },
    fault: 'shared/a.ts: inner has 71 lines',
    kept: {},
  },
  'no method is longer than a screen either': {
    rule: functionsFitAScreen(EXCUSED),
    holdsFor: everything,
    broken: {
      'shared/a.ts': `export class A {\n  async run(a: number): Promise<void> {\n${lines(69, '    work();')}\n  }\n}`,
    },
    fault: 'shared/a.ts: run has 71 lines',
    kept: {},
  },
  'nothing is called utils or helpers': {
    rule: noUtilsNorHelpers,
    holdsFor: everything,
    broken: { 'shared/dateUtils.ts': '' },
    fault: 'shared/dateUtils.ts: is called so',
    kept: { 'shared/utility.ts': '', 'shared/date.ts': '' },
  },
};

test.each(Object.entries(RULES))('%s', (_name, { rule, holdsFor }) => {
  expect(holdsFor.length).toBeGreaterThan(10);
  expect(rule(holdsFor)).toEqual([]);
});

test.each(Object.entries(RULES))('broken once, it is named: %s', (_name, { rule, broken, fault, kept }) => {
  expect(rule(files(broken))).toContain(fault);
  expect(rule(files(kept))).toEqual([]);
});

test('no excuse is left over', () => {
  const unexcused = [noImportCycles({}), filesFitAFewScreens({}), functionsFitAScreen({})].flatMap((rule) =>
    rule(everything),
  );
  expect(unexcused.map((fault) => fault.replace(/ has \d+ lines$/, '').replace(': ', ' ')).sort()).toEqual(
    Object.keys(EXCUSED).sort(),
  );
});

test('imports are found in every form they are written in', () => {
  const text = `import a from './a';
import * as b from '../b';
import { c, type D } from './c';
import { type E, type F } from './e';
import type { G } from './g';
import {
  h,
  i,
} from './h';
export * from './j';
export type { K } from './k';
import './l';
const m = await import('./m');
export const from = (x: string) => x;
import n, { type O } from '@azure/functions';`;
  expect(importsOf({ path: 'shared/x/y.ts', text })).toEqual([
    { to: 'shared/x/a', isTypeOnly: false },
    { to: 'shared/b', isTypeOnly: false },
    { to: 'shared/x/c', isTypeOnly: false },
    { to: 'shared/x/e', isTypeOnly: true },
    { to: 'shared/x/g', isTypeOnly: true },
    { to: 'shared/x/h', isTypeOnly: false },
    { to: 'shared/x/j', isTypeOnly: false },
    { to: 'shared/x/k', isTypeOnly: true },
    { to: '@azure/functions', isTypeOnly: false },
    { to: 'shared/x/l', isTypeOnly: false },
    { to: 'shared/x/m', isTypeOnly: false },
  ]);
});
