export default {
  seat: (section: string, row: string, number: number | string) => `${section}구역 ${row}열 ${number}번`,
  seatsInRow: (section: string, row: string, numbers: string) => `${section}구역 ${row}열 ${numbers}번`,
  standing: (section: string, number: number | string) => `${section} 스탠딩 ${number}번`,
};
