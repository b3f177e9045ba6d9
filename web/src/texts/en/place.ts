import type { Texts } from '../index';

export default {
  seat: (section: string, row: string, number: number) => `Section ${section}, row ${row}, seat ${number}`,
  seatsInRow: (section: string, row: string, numbers: string) =>
    `Section ${section}, row ${row}, seats ${numbers}`,
  standing: (section: string, number: number) => `${section}, standing place ${number}`,
} satisfies Texts['place'];
