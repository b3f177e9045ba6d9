import { portOf } from '../settings';
import { dataServices, gatewayService } from './services';
import { OFFSETS } from './system';

test('systems at different offsets share no port, whatever each has started', () => {
  const layout = { root: process.cwd(), dataDir: '/data', env: {} };
  const specs = [...dataServices(layout), gatewayService(layout)];
  const hosts = [0, 1, 2, 3].map((index) => portOf('functions', {}) + index);
  const ports = [...specs.flatMap((spec) => spec.ports), ...hosts];
  expect(new Set(ports.map((port) => port % OFFSETS.step)).size).toBe(ports.length);
});
