import type { Container } from '@azure/cosmos';
import { type Publisher, publish } from '../../../shared/messaging/publish';
import { hasTickets, reservationSchema } from '../domain/reservation';
import { publishedEvent } from './publishedEvent';

/**
 * Tells again that a reservation is completed, of each that has no tickets yet, so that what was sold before there were
 * any gets them. Whoever else hears of it has heard of it before. Returns how many there were.
 */
export async function askForTickets(container: Container, publisher: Publisher): Promise<number> {
  let asked = 0;
  const pages = container.items.query<object>("SELECT * FROM c WHERE c.status = 'completed'");
  while (pages.hasMoreResults()) {
    const { resources = [] } = await pages.fetchNext();
    const without = resources.map((one) => reservationSchema.parse(one)).filter((one) => !hasTickets(one));
    for (const one of without) await publish(publisher, [publishedEvent(one, 'ReservationCompleted')]);
    asked += without.length;
  }
  return asked;
}
