export default {
  title: '내 예매',
  coming: '다가오는 공연',
  earlier: '지난 예매와 취소',
  none: '아직 예매하신 공연이 없습니다.',
  noneDo: '공연을 고르고 좌석을 잡으면 이곳에서 볼 수 있습니다.',
  seeProgramme: '공연 보러 가기',
  seatCount: (seats: number) => `${seats}석`,
  untitled: '좌석을 확인하고 있는 예매',
  notices: '알림',
  noNotices: '아직 받은 알림이 없습니다.',
  toReservation: '예매 보기',
  more: '이전 내역 더 보기',
};
