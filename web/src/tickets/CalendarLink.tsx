import { serverNow } from '../api/serverClock';
import type { Reservation } from '../api/types';
import { pathTo } from '../app/routes';
import { seatsInWords } from '../parts/seatName';
import { useOwnTexts } from '../texts';
import { inLanguage } from '../texts/format';
import { calendarOf } from './calendar';
import type { Sections } from './TicketsPage';

type Props = {
  readonly reservation: Reservation;
  readonly seats: readonly string[];
  readonly sections: Sections;
  /** How long it lasts, where the theatre says so. */
  readonly minutes: number | undefined;
};

const USUAL_MINUTES = 150;

/** Puts the performance into the visitor's calendar, by a file that is written here. */
export function CalendarLink({ reservation, seats, sections, minutes = USUAL_MINUTES }: Props) {
  const t = useOwnTexts();
  const { reservationId, title = '', startsAt, venue } = reservation;
  if (startsAt === undefined) return null;
  const save = () => {
    const file = calendarOf({
      id: `${reservationId}@${location.host}`,
      title: inLanguage(title),
      place: inLanguage(venue?.name ?? ''),
      about: seatsInWords(t.place, sections, seats),
      url: location.origin + pathTo.reservation(reservationId),
      startsAt,
      minutes,
      writtenAt: new Date(serverNow()).toISOString(),
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }));
    link.download = `${reservationId}.ics`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <p>
      <button type="button" class="button quiet" onClick={save}>
        {t.tickets.toCalendar}
      </button>
    </p>
  );
}
