import type { Texts } from '../index';

export default {
  section: (sectionId: string) => `Section ${sectionId}`,
  onFloor: (floor: string, section: string) => `${floor}, ${section}`,
  seat: (section: string, row: string, number: number | string) => `${section}, row ${row}, seat ${number}`,
  seatsInRow: (section: string, row: string, numbers: string) => `${section}, row ${row}, seats ${numbers}`,
  standing: (section: string, number: number | string) => `${section}, standing place ${number}`,
} satisfies Texts['place'];
