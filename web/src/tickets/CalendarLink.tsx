import { serverNow } from '../api/serverClock';
import { pathTo } from '../app/routes';
import type { Tickets } from '../offline/keptTickets';
import { saveFile } from '../parts/saveFile';
import { seatsInWords } from '../parts/seatName';
import { useOwnTexts } from '../texts';
import { inLanguage } from '../texts/format';
import { calendarOf } from './calendar';

type Props = { readonly tickets: Tickets; readonly seats: readonly string[] };

/** Where the theatre does not say how long it lasts. */
const USUAL_MINUTES = 150;

/** Puts the performance into the visitor's calendar, by a file that is written here. */
export function CalendarLink({ tickets, seats }: Props) {
  const t = useOwnTexts();
  const { reservationId, title = '', startsAt, venue, sections, runningTimeMinutes } = tickets;
  if (startsAt === undefined) return null;
  const save = () => {
    const file = calendarOf({
      // The mail's entry has the same, so that a calendar takes both for one.
      id: `${reservationId}@marquee`,
      title: inLanguage(title),
      place: inLanguage(venue?.name ?? ''),
      about: seatsInWords(t.place, sections, seats),
      url: location.origin + pathTo.reservation(reservationId),
      startsAt,
      minutes: runningTimeMinutes ?? USUAL_MINUTES,
      writtenAt: new Date(serverNow()).toISOString(),
    });
    saveFile(`${reservationId}.ics`, 'text/calendar', file);
  };
  return (
    <p>
      <button type="button" class="button quiet" onClick={save}>
        {t.tickets.toCalendar}
      </button>
    </p>
  );
}
