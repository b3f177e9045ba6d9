import type { DrawnSection } from '../../functions/musical/catalogue/domain/seatingPlan';
import type { House } from '../../functions/musical/catalogue/domain/venue';

const SEATS = 50;

/** Odd numbers at the left from the middle out, even ones at the right, and an aisle in between. */
const oddEven = Array.from({ length: SEATS }, (_, i) =>
  i < SEATS / 2 ? SEATS - 1 - 2 * i : 2 * (i - SEATS / 2) + 2,
);

const sectionOf = (index: number): DrawnSection => ({
  sectionId: `S${index + 1}`,
  name: `${index + 1}층 가운데 구역`,
  floor: '1층',
  x: 0,
  y: 30 * index,
  kind: 'seated',
  rows: Array.from({ length: 20 }, (_, row) => ({
    row: String(row + 1),
    numbers: oddEven,
    gapsAfter: [1],
    y: row,
    curve: 2,
  })),
  kinds: { [`S${index + 1}-20-1`]: ['wheelchair', 'aisle'], [`S${index + 1}-20-2`]: 'companion' },
});

/** 20,000 seats in 20 sections of 20 rows, as many as a performance may have. */
export const bigHouse: House = {
  venueId: 'big',
  name: 'Arena',
  timeZone: 'Asia/Seoul',
  floors: ['1층'],
  stage: { x: 0, y: -5, width: 30 },
  sections: Array.from({ length: 20 }, (_, index) => sectionOf(index)),
};
