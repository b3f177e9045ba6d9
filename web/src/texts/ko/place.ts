export default {
  section: (sectionId: string) => `${sectionId}구역`,
  onFloor: (floor: string, section: string) => `${floor} ${section}`,
  seat: (section: string, row: string, number: number | string) => `${section} ${row}열 ${number}번`,
  seatsInRow: (section: string, row: string, numbers: string) => `${section} ${row}열 ${numbers}번`,
  standing: (section: string, number: number | string) => `${section} 스탠딩 ${number}번`,
};
