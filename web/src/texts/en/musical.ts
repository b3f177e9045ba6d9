import type { Texts } from '../index';
import { plural } from '../plural';

export default {
  unreadTitle: 'We could not read this show',
  run: 'Run',
  venue: 'Venue',
  runningTime: 'Running time',
  minutes: (minutes: number) => plural(minutes, '1 minute', `${minutes} minutes`),
  age: 'Age',
  prices: 'Prices',
  priceOf: (tier: string, price: string) => `${tier}\u00a0${price}`,
  dates: 'Dates and times',
  zone: (zone: string) => `All times are those of the theatre (${zone}).`,
  noDates: 'No dates yet.',
  noDatesDo: 'As soon as they are announced you can book here.',
  choose: 'Choose seats',
  chooseFor: (when: string) => `Choose seats, ${when}`,
  left: (seats: string) => `${seats} left`,
  leftOf: (tier: string, seats: string) => `${tier}\u00a0${seats}`,
  fewLeft: (seats: string) => `Only ${seats} left`,
  soldOut: 'Sold out',
  closed: 'Sales have closed',
  cancelled: 'Cancelled',
} satisfies Texts['musical'];
