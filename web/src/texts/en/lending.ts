import type { Texts } from '../index';
import { plural } from '../plural';

export default {
  title: 'Borrow',
  lead: 'We lend what helps with a show, such as opera glasses. Fetch what you borrow at the counter, and bring it back there.',
  yours: 'What you have borrowed',
  none: 'You have borrowed nothing.',
  noneDo: 'Choose something below: it is yours at once.',
  quantity: (name: string, quantity: number) => (quantity === 1 ? name : `${name} × ${quantity}`),
  status: {
    requested: 'Being checked',
    lent: 'With you',
    overdue: 'Overdue',
    cancelled: 'Not borrowed',
    returned: 'Returned',
  },
  requested: 'We are looking how many are left. You will know in a moment.',
  returnBy: (when: string) => `Please bring it back to the counter by ${when}.`,
  wasDue: (when: string) =>
    `It had to be back by ${when}. You can borrow nothing else before it is back at the counter.`,
  returnedAt: (when: string) => `You brought it back on ${when}.`,
  why: {
    'out-of-stock': 'There were not as many left, so you did not get it.',
    overdue: 'Something else that you had borrowed was overdue, so you did not get it.',
  },
  items: 'What can be borrowed',
  noItems: 'Nothing is lent at the moment.',
  left: (left: string) => `${left} left`,
  allOut: 'All are out',
  forHours: (hours: number) =>
    hours % 24 === 0
      ? `for ${plural(hours / 24, '1 day', `${hours / 24} days`)}`
      : `for ${plural(hours, '1 hour', `${hours} hours`)}`,
  howMany: (name: string) => `How many of ${name}`,
  pieces: (pieces: number) => `${pieces}`,
  borrow: 'Borrow',
  borrowing: 'Borrowing',
  borrowed: (name: string) => `${name}: it is yours.`,
  overdueNow: (loans: number) =>
    plural(
      loans,
      'Something that you borrowed is overdue.',
      `${loans} things that you borrowed are overdue.`,
    ),
  outNow: (loans: number) => plural(loans, '1 thing borrowed', `${loans} things borrowed`),
} satisfies Texts['lending'];
