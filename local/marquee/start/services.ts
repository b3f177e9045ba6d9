import path from 'node:path';
import { portOf } from '../settings';
import { azureServices } from './azureServices';
import type { Layout, ServiceSpec } from './serviceSpec';

/** Everything the Functions hosts need. */
export function dataServices({ root, dataDir, env }: Layout): readonly ServiceSpec[] {
  const port = (service: Parameters<typeof portOf>[0]) => portOf(service, env);
  const ours = (name: string) => path.join(root, `dist/local/${name}/main.js`);
  return [
    ...azureServices({ root, dataDir, env }),
    azurite(dataDir, port('blob'), port('queue'), port('table')),
    {
      name: 'payment',
      label: 'Payment',
      script: ours('marquee/payment'),
      args: [],
      ports: [port('payment')],
    },
    {
      name: 'identity',
      label: 'Identity',
      script: ours('marquee/identity'),
      args: [],
      ports: [port('identity')],
    },
    {
      name: 'mail',
      label: 'Mail',
      script: ours('marquee/mail'),
      args: [],
      ports: [port('smtp'), port('mail')],
    },
    { name: 'traces', label: 'Traces', script: ours('marquee/traces'), args: [], ports: [port('traces')] },
  ];
}

export const gatewayService = ({ root, env }: Layout): ServiceSpec => ({
  name: 'gateway',
  label: 'Gateway',
  script: path.join(root, 'dist/local/marquee/gateway/main.js'),
  args: [],
  ports: [portOf('gateway', env)],
});

const azurite = (dataDir: string, blob: number, queue: number, table: number): ServiceSpec => ({
  name: 'azurite',
  label: 'Storage',
  script: require.resolve('azurite/dist/src/azurite.js'),
  args: [
    ...['--silent', '--disableTelemetry', '--skipApiVersionCheck'],
    ...['--location', path.join(dataDir, 'azurite')],
    ...['--blobHost', '127.0.0.1', '--blobPort', String(blob)],
    ...['--queueHost', '127.0.0.1', '--queuePort', String(queue)],
    ...['--tableHost', '127.0.0.1', '--tablePort', String(table)],
  ],
  ports: [blob, queue, table],
});
