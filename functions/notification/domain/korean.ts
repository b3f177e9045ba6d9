import { formatWhenAndWhere } from './formats';
import { halfIn } from './halfIn';
import type { Language } from './language';

const locale = 'ko';

export const korean: Language = {
  locale,
  terms: {
    title: ({ title = '' }) => halfIn(title, locale),
    startsAt: (told) => formatWhenAndWhere(told, locale),
  },
  seats: (list) => `좌석: ${list}`,
  reservation: (reservationId) => `예매 번호: ${reservationId}`,
  bookingFee: (amount) => `예매 수수료: ${amount}`,
  bring: (proof) => `관람일 지참: ${proof}`,
  paid: (amount) => `결제 금액: ${amount}`,
  refunded: (refund, fee) => `환불 금액: ${refund} (수수료 ${fee})`,
  subject: {
    ReservationCompleted: (title) => `예매 완료: ${title}`,
    ReservationCancelled: (title) => `예매 취소: ${title}`,
    ReservationRevoked: (title) => `예매 취소: ${title}`,
    ReservationRejected: () => '예매가 이루어지지 않았습니다',
    ReservationExpired: (title) => `예매 만료: ${title}`,
    ReservationMoved: (title) => `공연 일시·장소 변경: ${title}`,
  },
  completed: '예매가 완료되었습니다.',
  enjoy: '즐거운 관람 되세요!',
  expired: '결제 시간이 지나 좌석이 다시 판매됩니다.',
  nothingCharged: '결제된 금액은 없습니다.',
  notErased: {
    subject: '개인정보를 아직 삭제할 수 없습니다',
    why: {
      coming: '관람 예정인 예매가 있습니다. 예매를 취소하시거나 관람 후에 다시 요청해 주세요.',
      unsettled: '처리 중인 예매나 환불이 있습니다. 처리가 끝난 뒤에 다시 요청해 주세요.',
      holding: '선택해 두신 좌석이 있습니다. 좌석을 해제하시거나 시간이 지난 뒤에 다시 요청해 주세요.',
    },
  },
  moved: '공연 일시 또는 장소가 변경되었습니다. 좌석은 그대로 유효합니다.',
  before: (whenAndWhere) => `변경 전: ${whenAndWhere}`,
  after: (whenAndWhere) => `변경 후: ${whenAndWhere}`,
  freeToCancel: '관람이 어려우시면 공연 시작 전까지 수수료 없이 취소하실 수 있습니다.',
  reasons: {
    customer: '예매가 취소되었습니다.',
    'performance-cancelled': '죄송합니다. 공연이 취소되었습니다.',
    'performance-moved': '죄송합니다. 공연 일시가 변경되었습니다.',
    'seats-withdrawn': '죄송합니다. 예매하신 좌석을 사용할 수 없게 되었습니다.',
    'seats-lost': '결제 시간이 지난 뒤 결제되어 좌석이 다른 고객에게 판매되었습니다.',
    theatre: '극장에서 예매를 취소했습니다.',
    'seat-taken': '선택하신 좌석이 이미 다른 고객에게 배정되었습니다.',
    'sold-out': '남은 좌석이 부족합니다.',
    'not-on-sale': '현재 판매 중인 공연이 아닙니다.',
    'unknown-seats': '이 공연에 없는 좌석입니다.',
    'price-type': '선택하신 할인을 해당 좌석에 적용할 수 없습니다.',
    'customer-limit': '한 고객이 선점할 수 있는 좌석 수를 넘었습니다.',
    'hold-expired': '좌석 선점 시간이 지났습니다.',
  },
};
