import type { ServiceSpec } from './serviceSpec';

const MAX_PORT = 65_535;

/** Ports from 1024 on that browsers and `fetch` refuse. Source: https://fetch.spec.whatwg.org/#port-blocking */
const FORBIDDEN_PORTS: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
]);

/** Why these services cannot have their ports, whoever else has them. Undefined when they can. */
export function portTrouble(specs: readonly Pick<ServiceSpec, 'label' | 'ports'>[]): string | undefined {
  const asked = specs.flatMap(({ label, ports }) => ports.map((port) => ({ label, port })));
  const tooHigh = asked.find(({ port }) => port > MAX_PORT);
  if (tooHigh) return `MARQUEE_PORT_OFFSET is too large: there is no port ${tooHigh.port}.`;
  const forbidden = asked.find(({ port }) => FORBIDDEN_PORTS.has(port));
  if (!forbidden) return undefined;
  return `Browsers refuse port ${forbidden.port} (${forbidden.label}). Choose another offset: MARQUEE_PORT_OFFSET=1000 npm start`;
}
