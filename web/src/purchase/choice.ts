import { type Signal, signal } from '@preact/signals';
import type { TabStorage } from './intent';

/** What a visitor wants of one performance, before anything is held. */
export type Choice = {
  /** How many go together; the map and the best places follow it. */
  readonly partySize: number;
  /** Seats by name, in the order they were chosen. */
  readonly seats: readonly string[];
  /** How many standing places of which section. Nobody minds which ones, so they are found when they are held. */
  readonly standing: Readonly<Record<string, number>>;
};

const NOTHING: Choice = { partySize: 2, seats: [], standing: {} };

const choices = new Map<string, Signal<Choice>>();

/** The choice for a performance: one signal, kept in the tab's storage, so that a reload or a login loses nothing. */
export function choiceFor(performanceId: string, storage: TabStorage = sessionStorage): Signal<Choice> {
  const known = choices.get(performanceId);
  if (known !== undefined) return known;
  const name = `choice:${performanceId}`;
  const choice = signal(parseChoice(storage.getItem(name)));
  choice.subscribe((value) => storage.setItem(name, JSON.stringify(value)));
  choices.set(performanceId, choice);
  return choice;
}

/** Forgets what was chosen; the size of the party stays. */
export function clearChoice(performanceId: string, storage: TabStorage = sessionStorage): void {
  const choice = choiceFor(performanceId, storage);
  choice.value = { ...NOTHING, partySize: choice.value.partySize };
}

export const seatCountOf = ({ seats, standing }: Choice): number =>
  Object.values(standing).reduce((sum, places) => sum + places, seats.length);

/** With the seat or without it. */
export function withSeat(choice: Choice, seatId: string, isChosen: boolean): Choice {
  const others = choice.seats.filter((other) => other !== seatId);
  return { ...choice, seats: isChosen ? [...others, seatId] : others };
}

/** With so many standing places of a section, beside whatever else is chosen. */
export function withStanding(choice: Choice, sectionId: string, places: number): Choice {
  const { [sectionId]: _, ...others } = choice.standing;
  return { ...choice, standing: places === 0 ? others : { ...others, [sectionId]: places } };
}

/** With more or fewer who go together; what is chosen stays. */
export const withPartySize = (choice: Choice, partySize: number): Choice => ({ ...choice, partySize });

/** Keeps what is still free when somebody else has some of the seats. */
export const withoutSeats = (choice: Choice, taken: readonly string[]): Choice =>
  taken.some((seatId) => choice.seats.includes(seatId))
    ? { ...choice, seats: choice.seats.filter((seatId) => !taken.includes(seatId)) }
    : choice;

/** Reads what an earlier page has stored; whatever is not a choice is none. */
export function parseChoice(stored: string | null): Choice {
  try {
    const { partySize, seats, standing } = JSON.parse(stored ?? '') as Partial<Choice>;
    return {
      partySize: isCount(partySize) ? partySize : NOTHING.partySize,
      seats: Array.isArray(seats) ? seats.filter((seat) => typeof seat === 'string') : NOTHING.seats,
      standing: Object.fromEntries(Object.entries(standing ?? {}).filter(([, places]) => isCount(places))),
    };
  } catch {
    return NOTHING;
  }
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;
