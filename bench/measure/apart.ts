import { buy, pairOf, untilSold } from '../buy';
import { inLanes, rounded } from '../client';
import { openHouse } from '../house';
import { ended, freePort, startHost } from './package';

const RESERVATIONS = 20;

/**
 * Completed reservations a second of a lone buyer when HTTP functions and all others run in processes of their own, as
 * on Flex Consumption: nothing is told within a process there.
 */
export async function measureApart() {
  const plain = await openHouse();
  const names = await functionNames(plain.urls.functions);
  await plain.close();
  const house = await openHouse(disabled(names.others));
  const others = startHost(house, '.', await freePort(), disabled(names.http));
  try {
    const performanceId = await house.newPerformance(RESERVATIONS * 2);
    const buyers = await house.newCustomers(RESERVATIONS);
    const began = performance.now();
    await inLanes(
      RESERVATIONS,
      1,
      async (i) => void (await buy(house, performanceId, buyers[i] ?? {}, pairOf(i))),
    );
    await untilSold(house, performanceId, RESERVATIONS * 2);
    return { throughputApart: rounded((RESERVATIONS * 1000) / (performance.now() - began)) };
  } finally {
    await ended(others);
    await house.close();
  }
}

type Listed = { readonly name: string; readonly trigger: string };

async function functionNames(url: string): Promise<{ http: string[]; others: string[] }> {
  const listed = (await (await fetch(`${url}/admin/functions`)).json()) as Listed[];
  const names = (isHttp: boolean) =>
    listed.filter(({ trigger }) => (trigger === 'httpTrigger') === isHttp).map(({ name }) => name);
  return { http: names(true), others: names(false) };
}

const disabled = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`AzureWebJobs.${name}.Disabled`, 'true']));
