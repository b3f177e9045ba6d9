export default {
  title: '티켓',
  show: '티켓 보기',
  coming: '티켓을 만들고 있습니다. 곧 이곳에 보입니다.',
  none: '지금은 쓸 수 있는 티켓이 없습니다.',
  count: (tickets: number) => `티켓 ${tickets}장, 한 좌석에 한 장입니다.`,
  hint: '입구에서 보여 주세요. 화면을 밝게 하면 더 빨리 읽힙니다. 한 번 열면 인터넷이 없어도 보입니다.',
  keptSince: (when: string) =>
    `${when}에 이 기기에 저장한 그대로입니다. 인터넷에 연결되고 로그인하면 다시 확인합니다.`,
  rowAndSeat: (row: string, number: number | string) => `${row}열 ${number}번`,
  standing: (number: number | string) => `스탠딩 ${number}번`,
  codeOf: (seat: string) => `${seat} 티켓의 QR 코드`,
  admitted: '입장하셨습니다.',
  admittedAt: (hour: string) => `${hour}에 입장하셨습니다.`,
  toCalendar: '달력에 넣기',
  toReservation: '예매 보기',
};
