import path from 'node:path';
import { UNCLAIMED_QUEUE } from '../../../shared/messaging/unclaimed';
import subscriptions from '../../../shared/subscriptions.json';
import { type Environment, portOf, productSettings, type Service } from '../settings';
import type { Layout, ServiceSpec } from './serviceSpec';

type StandIn = { readonly name: Service; readonly label: string; readonly args: readonly string[] };

/** The stand-ins of `local/azure`, which know nothing of Marquee, with all that they are to be told of it. */
export function azureServices({ root, dataDir, env }: Layout): readonly ServiceSpec[] {
  const settings = productSettings(root, env);
  const queues = [...new Set(Object.values(subscriptions).flat())];
  const standIns: readonly StandIn[] = [
    { name: 'cosmos', label: 'Cosmos DB', args: chaosArgs(env) },
    {
      name: 'servicebus',
      label: 'Service Bus',
      args: [...queues, UNCLAIMED_QUEUE].flatMap((queue) => ['--queue', queue]),
    },
    {
      name: 'eventgrid',
      label: 'Event Grid',
      args: [
        ...['--topic', 'marquee', '--subscriptions', path.join(root, 'shared/subscriptions.json')],
        ...['--service-bus', settings.SERVICEBUS ?? '', '--dead-letters', settings.AzureWebJobsStorage ?? ''],
        ...['--key', settings.EVENTGRID__topicKey ?? '', '--other-types', UNCLAIMED_QUEUE, ...chaosArgs(env)],
      ],
    },
  ];
  return standIns.map(({ name, label, args }) => ({
    name,
    label,
    script: path.join(root, `dist/local/azure/${name}/main.js`),
    args: ['--port', String(portOf(name, env)), '--data', dataDir, ...args],
    ports: [portOf(name, env)],
  }));
}

const chaosArgs = ({ MARQUEE_CHAOS }: Environment): readonly string[] =>
  MARQUEE_CHAOS ? ['--chaos', MARQUEE_CHAOS] : [];

/** A Functions host on `port` running the app folder `MARQUEE_APP`, by default this checkout. */
export const hostService = ({ root, dataDir, env }: Layout, name: string, port: number): ServiceSpec => ({
  name,
  label: `Functions host ${name}`,
  script: path.join(root, 'dist/local/azure/functions-host/main.js'),
  args: [
    ...['--app', path.resolve(env.MARQUEE_APP || root), '--port', String(port), '--data', dataDir],
    ...(env.MARQUEE_LOG === 'warn' ? ['--quiet'] : []),
    ...(env.MARQUEE_LEASES === 'azure' ? ['--azure-leases'] : []),
  ],
  ports: [port],
});
