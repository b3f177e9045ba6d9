import { hostService } from './azureServices';
import { portTrouble } from './portTrouble';
import type { Layout } from './serviceSpec';
import { dataServices, gatewayService } from './services';

const layoutAt = (offset: number): Layout => ({
  root: process.cwd(),
  dataDir: '/data',
  env: { MARQUEE_PORT_OFFSET: String(offset) },
});
const troubleAt = (offset: number) => {
  const layout = layoutAt(offset);
  const host = hostService(layout, 'functions-1', 7071 + offset);
  return portTrouble([...dataServices(layout), gatewayService(layout), host]);
};

test.each([0, 1000, 6200])('offset %i is fine', (offset) => {
  expect(troubleAt(offset)).toBeUndefined();
});

test('a port that browsers refuse is named, with its service and another offset', () => {
  expect(troubleAt(2000)).toBe(
    'Browsers refuse port 10080 (Gateway). Choose another offset: MARQUEE_PORT_OFFSET=1000 npm start',
  );
});

test('a port that there is not is named', () => {
  expect(troubleAt(60_000)).toMatch(/MARQUEE_PORT_OFFSET is too large: there is no port \d+/);
});

test('what is listed is refused by fetch too', async () => {
  const error = (await fetch('http://127.0.0.1:10080').catch((caught: Error) => caught)) as Error;
  expect(String(error.cause)).toContain('bad port');
});
