import type { Texts } from '../index';

export default {
  seat: (section: string, row: string, number: number | string) =>
    `Section ${section}, row ${row}, seat ${number}`,
  seatsInRow: (section: string, row: string, numbers: string) =>
    `Section ${section}, row ${row}, seats ${numbers}`,
  standing: (section: string, number: number | string) => `${section}, standing place ${number}`,
} satisfies Texts['place'];
