import type ko from '../ko/staffHouse';

export default {
  cancelled: 'Cancelled',
  sell: 'Sell',
  withheld: 'Withheld seats',
  live: 'Live',
  typeSeats: 'Seats by number',
  take: 'Take',
  noSuchSeats: (words) => `There are no such seats: ${words}.`,
  notToBeHad: (seats) => `These cannot be had now: ${seats}.`,
  taken: (seats) => (seats === 1 ? 'One seat is chosen.' : `${seats} seats are chosen.`),
  coming: 'Coming performances',
  findPerformance: 'Find by title or date',
  nothingComes: 'No performance is coming. Make one under Programme.',
  noneFound: 'No performance is found. Try other words.',
  when: 'When',
  show: 'Performance',
  left: 'Seats left',
  todo: 'What to do',
  states: {
    free: 'Free',
    held: 'Held',
    reserved: 'To be paid',
    sold: 'Sold',
    withheld: 'Withheld',
    admitted: 'Let in',
  },
} satisfies typeof ko;
