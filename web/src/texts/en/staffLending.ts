import type ko from '../ko/staffLending';
import { plural } from '../plural';

const days = (hours: number) => plural(hours / 24, '1 day', `${hours / 24} days`);

export default {
  title: 'Lending',
  out: {
    title: 'What is out',
    none: 'Nothing is out.',
    find: 'Find an item or a customer',
    notFound: 'It is not among these. If there are more, show more.',
    item: 'Item',
    quantity: 'Number',
    customer: 'Customer',
    lentAt: 'Lent',
    returnBy: 'Back by',
    overdue: 'overdue',
    takeBack: 'Take back',
    takeBackOf: (item: string, customer: string) => `Take back ${item} of ${customer}`,
    takenBack: (item: string) => `${item} is back.`,
    more: 'Show more',
  },
  items: {
    title: 'Items and stock',
    none: 'Nothing is lent yet. What you add can be borrowed at once.',
    name: 'Name',
    stock: 'Stock',
    out: 'Out',
    available: 'Left',
    hours: 'Lent for',
    forHours: (hours: number) => (hours % 24 === 0 ? days(hours) : plural(hours, '1 hour', `${hours} hours`)),
    make: 'Add an item',
    change: 'Change',
    changeOf: (name: string) => `Change ${name}`,
    remove: 'Remove',
    removeOf: (name: string) => `Remove ${name}`,
  },
  form: {
    makeTitle: 'Add an item',
    changeTitle: (name: string) => `Change ${name}`,
    name: 'Name',
    nameWhat: 'Korean and English in one, with “ · ” between them.',
    description: 'Description (optional)',
    stock: 'Stock',
    stockWhat: (out: number) => `Not fewer than the ${out} that are out.`,
    stockNew: 'How many the theatre has.',
    hours: 'Hours it is lent for',
    hoursWhat: 'Up to 672, which is four weeks. What is out already keeps its time.',
    needed: 'Please write it.',
    number: (least: number, most: number) => `A whole number from ${least} to ${most}, please.`,
    tooFew: (out: number) =>
      plural(out, '1 is out. It cannot be fewer.', `${out} are out. It cannot be fewer.`),
    save: 'Save',
    saving: 'Saving',
    saved: (name: string) => `${name}: saved.`,
    keep: 'Leave it',
    changed: (stock: number, hours: number) =>
      `Somebody has changed it meanwhile: the stock is ${stock} now, lent for ${hours} hours. Saving again makes it as you wrote above.`,
  },
  removal: {
    title: (name: string) => `Lend no more of ${name}?`,
    text: 'It leaves the list; what was lent before stays on record. This cannot be undone.',
    stillOut: (out: number) =>
      plural(
        out,
        '1 is out still. Remove it when it is back.',
        `${out} are out still. Remove it when all are back.`,
      ),
    remove: 'Remove',
    removed: (name: string) => `${name}: removed.`,
    keep: 'Keep it',
  },
} satisfies typeof ko;
