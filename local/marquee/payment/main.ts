import path from 'node:path';
import { marqueeChaos } from '../chaos';
import { dataDir, portOf, productSettings } from '../settings';
import { startPayment } from './server';

const appRoot = path.resolve(__dirname, '../../../..');

async function main(): Promise<void> {
  const secretKey = productSettings(appRoot).PAYMENT_SECRET_KEY;
  if (!secretKey) throw new Error('PAYMENT_SECRET_KEY is missing from local.settings.sample.json.');
  const server = await startPayment({
    port: portOf('payment'),
    dataDir: dataDir(),
    secretKey,
    webhookUrl: `http://127.0.0.1:${portOf('gateway')}/api/payment-events`,
    chaos: marqueeChaos(),
  });
  console.log(`Payment provider on ${server.url}`);
  process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
