import type { Texts } from '../index';
import { plural } from '../plural';

export default {
  title: 'Choose seats',
  section: (section: string) => `Section ${section}`,
  row: (row: string) => `Row ${row}`,
  left: (seats: string) => `${seats} left`,
  full: 'none left',
  seat: (number: number | string) => `Seat ${number}`,
  standing: 'Standing places',
  none: 'none',
  people: (people: number) => plural(people, '1 person', `${people} people`),
  chosen: (seats: number) => plural(seats, '1 seat', `${seats} seats`),
  nothingChosen: 'Please choose seats',
  most: (seats: number) => `You can hold up to ${plural(seats, '1 seat', `${seats} seats`)} at once.`,
  party: 'How many go',
  where: 'Where',
  anywhere: 'Anywhere',
  bestAvailable: 'Best available',
  best: (section: string, seats: number) =>
    `Section ${section}, best ${plural(seats, 'place', `${seats} places`)}`,
  notSoMany: (seats: number) =>
    `There are no ${seats} left here. Please try another section or fewer people.`,
  view: 'Choose from',
  map: 'Map',
  list: 'List',
  stage: 'Stage',
  taken: 'taken',
  nearer: 'Zoom in on the map',
  farther: 'Zoom out of the map',
  whole: 'Show the whole map',
  tapToZoom: 'Tap to come nearer, then tap a seat. Every seat is also in the list.',
  hold: 'Hold and pay',
  signInToHold: 'Sign in and hold',
  holding: 'Holding your seats',
  gone: (seats: string) => `Somebody was faster: ${seats}. The others are still chosen.`,
  remove: (seat: string) => `Remove ${seat}`,
} satisfies Texts['seats'];
