import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { admissionSettings } from '../../functions/admission/deps';
import { lendingSettings } from '../../functions/lending/deps';
import { membershipSettings } from '../../functions/membership/deps';
import { musicalSettings } from '../../functions/musical/deps';
import { mypageSettings } from '../../functions/mypage/deps';
import { notificationSettings } from '../../functions/notification/deps';
import { operationsSettings } from '../../functions/operations/deps';
import { reservationSettings } from '../../functions/reservation/deps';
import { newTicketKey } from '../../local/marquee/ticketKeys';
import containers from '../../shared/containers.json';
import subscriptions from '../../shared/subscriptions.json';
import {
  faultsInNames,
  faultsInRoutes,
  faultsInTriggers,
  missingInSample,
  type Registered,
  unreadSettings,
} from './appRules';
import { sourceFiles } from './sourceFile';

const registered: Registered[] = [];

jest.mock('@azure/functions', () => {
  const register = (kind: Registered['kind']) => (name: string, options: Registered['options']) =>
    registered.push({ name, kind, options });
  const app = Object.fromEntries(
    (['http', 'serviceBusQueue', 'cosmosDB', 'timer'] as const).map((kind) => [kind, register(kind)]),
  );
  return { ...jest.requireActual('@azure/functions'), app };
});

const example = z
  .object({ IsEncrypted: z.literal(false), Values: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('local.settings.sample.json', 'utf8'))).Values;
/** What is made at the first start is not in the sample. */
const sample = { ...example, TICKET_KEYS: newTicketKey() };
const schemas = [
  musicalSettings,
  reservationSettings,
  notificationSettings,
  mypageSettings,
  operationsSettings,
  admissionSettings,
  lendingSettings,
  membershipSettings,
];
const queues = [...new Set(Object.values(subscriptions).flat())];

const environment = { ...process.env };
afterEach(() => {
  process.env = environment;
});

/** Loads the app as the host does, with the sample's settings. */
function functionsOf(settings: Readonly<Record<string, string>>): readonly Registered[] {
  registered.length = 0;
  process.env = { ...environment, ...settings };
  jest.isolateModules(() => require('../../functions/index'));
  return [...registered];
}

test('with the sample’s settings the app registers its functions, by names and routes that Azure takes', () => {
  const functions = functionsOf(sample);
  expect(functions.length).toBeGreaterThan(30);
  expect(faultsInNames(functions)).toEqual([]);
  expect(faultsInRoutes(functions)).toEqual([]);
});

test('every queue has one reader, every feed its own leases in a container that exists', () => {
  expect(faultsInTriggers(functionsOf(sample), Object.keys(containers), queues)).toEqual([]);
});

test('the contexts one by one register what all together do, none of it twice', () => {
  const namesOf = (contexts: string) =>
    functionsOf({ ...sample, CONTEXTS: contexts }).map(({ name }) => name);
  const contexts = [
    'musical',
    'reservation',
    'notification',
    'mypage',
    'admission',
    'lending',
    'membership',
    'operations',
  ];
  expect(contexts.flatMap(namesOf)).toEqual(namesOf('all'));
  expect(namesOf('mypage, operations')).toEqual([...namesOf('mypage'), ...namesOf('operations')]);
});

test.each(['nonsense', '', 'musical,nonsense'])(
  'CONTEXTS="%s" stops the start and says what it takes',
  (CONTEXTS) => {
    expect(() => functionsOf({ ...sample, CONTEXTS })).toThrow(/CONTEXTS.*musical/);
  },
);

test('host.json is for the newest host, with an empty route prefix and the flat Service Bus settings of extension 5', () => {
  const host = JSON.parse(readFileSync('host.json', 'utf8'));
  expect(host).toMatchObject({
    version: '2.0',
    telemetryMode: 'OpenTelemetry',
    extensions: { http: { routePrefix: '' } },
  });
  expect(host.extensions.serviceBus).not.toHaveProperty('messageHandlerOptions');
});

test('every setting that a context requires is in the sample', () => {
  expect(missingInSample(schemas, sample)).toEqual([]);
});

test('every setting in the sample is read', () => {
  expect(unreadSettings(schemas, sample, sourceFiles('functions', 'shared'))).toEqual([]);
});

const http = (name: string, route: string): Registered => ({ name, kind: 'http', options: { route } });
const queue = (queueName: string): Registered => ({
  name: `${queueName}-events`,
  kind: 'serviceBusQueue',
  options: { queueName },
});
const feed = (name: string, containerName: string, leaseContainerPrefix: string): Registered => ({
  name,
  kind: 'cosmosDB',
  options: { containerName, leaseContainerName: 'leases', leaseContainerPrefix },
});

test.each<[string, string[], string]>([
  [
    'a name in capitals',
    faultsInNames([http('Things-get', 'api/things')]),
    'Things-get: is not in small letters',
  ],
  ['a name twice', faultsInNames([http('a', 'api/a'), http('a', 'api/b')]), 'a: is registered twice'],
  ['a route of the host', faultsInRoutes([http('a', 'admin/things')]), 'a: its route begins with admin'],
  ['a route without api/', faultsInRoutes([http('a', 'things')]), 'a: its route does not begin with api/'],
  ['a queue without a reader', faultsInTriggers([], [], ['musical']), 'nobody reads the queue musical'],
  [
    'a queue with two readers',
    faultsInTriggers([queue('a'), queue('a')], [], ['a']),
    'a reader too many of the queue a',
  ],
  ['a reader of no queue', faultsInTriggers([queue('b')], [], []), 'a reader too many of the queue b'],
  [
    'a feed of no container',
    faultsInTriggers([feed('f', 'x', 'p')], ['leases'], []),
    'f: there is no container x',
  ],
  [
    'leases of no container',
    faultsInTriggers([feed('f', 'x', 'p')], ['x'], []),
    'f: there is no container leases',
  ],
  [
    'two feeds with the same leases',
    faultsInTriggers([feed('f', 'x', 'p'), feed('g', 'y', 'p')], ['x', 'y', 'leases'], []),
    'g: shares the leases leases/p',
  ],
  [
    'a setting that the sample lacks',
    missingInSample([z.object({ A: z.string(), B: z.string().optional() })], {}),
    'A',
  ],
  ['a setting that nobody reads', unreadSettings([z.object({ A: z.string() })], { A: '1', B: '2' }, []), 'B'],
])('broken once, it is named: %s', (_what, faults, expected) => {
  expect(faults).toContain(expected);
});

test('a setting is read by a schema, by the host, or where the code says so', () => {
  const code = [
    { path: 'functions/a.ts', text: "process.env.CONTEXTS; on({ connection: 'BUS' }); // process.env.OLD" },
  ];
  const given = { CONTEXTS: '', BUS: '', AzureWebJobsStorage: '', AzureFunctionsJobHost__a: '', OLD: '' };
  expect(unreadSettings([], given, code)).toEqual(['OLD']);
});
