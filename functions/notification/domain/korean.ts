import { formatWhenAndWhere } from './formats';
import { titleIn } from './halfIn';
import type { Language } from './language';

const locale = 'ko';

export const korean: Language = {
  locale,
  terms: {
    title: (told) => titleIn(told, locale),
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
    ReservationReduced: (title) => `일부 좌석 취소: ${title}`,
    ReservationReseated: (title) => `좌석 변경: ${title}`,
    CancellationPutBack: (title) => `취소되지 않음: ${title}`,
  },
  completed: '예매가 완료되었습니다.',
  enjoy: '즐거운 관람 되세요!',
  expired: '결제 시간이 지나 좌석이 다시 판매됩니다.',
  reduced: '선택하신 좌석이 취소되었습니다. 나머지 좌석은 그대로 유효합니다.',
  reseated:
    '좌석이 변경되었습니다. 추가 요금은 없습니다. 새 티켓이 발급되었으며, 이전 티켓은 사용하실 수 없습니다.',
  left: (list) => `남은 좌석: ${list}`,
  putBack:
    '이 중 한 장의 티켓으로 이미 입장하여 아래 좌석은 취소되지 않았으며, 환불되지 않습니다. 이 좌석의 티켓은 코드까지 그대로입니다.',
  nothingCharged: '결제된 금액은 없습니다.',
  notErased: {
    subject: '개인정보를 아직 삭제할 수 없습니다',
    why: {
      coming: '관람 예정인 예매가 있습니다. 예매를 취소하시거나 관람 후에 다시 요청해 주세요.',
      unsettled: '처리 중인 예매나 환불이 있습니다. 처리가 끝난 뒤에 다시 요청해 주세요.',
      borrowed: '대여 중인 물품이 있습니다. 반납하신 뒤에 다시 요청해 주세요.',
      member:
        '회원이시거나 내실 회비가 남아 있습니다. 탈퇴하고 회비를 내신 뒤, 회원 자격이 끝나면 다시 요청해 주세요.',
      holding: '선택해 두신 좌석이 있습니다. 좌석을 해제하시거나 시간이 지난 뒤에 다시 요청해 주세요.',
    },
  },
  moved: '공연 일시 또는 장소가 변경되었습니다. 좌석은 그대로 유효합니다.',
  before: (whenAndWhere) => `변경 전: ${whenAndWhere}`,
  after: (whenAndWhere) => `변경 후: ${whenAndWhere}`,
  freeToCancel: '관람이 어려우시면 공연 시작 전까지 수수료 없이 취소하실 수 있습니다.',
  mail: {
    tickets: '입장권',
    atTheDoor:
      '입장하실 때 QR 코드를 보여 주세요. 코드 하나로 한 분이 입장합니다. 홈페이지의 내 예매에서도 볼 수 있습니다.',
    ticketsElsewhere: '입장권은 홈페이지의 내 예매에서 볼 수 있습니다.',
    automatic: '이 메일은 자동으로 발송되었습니다.',
  },
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
    'members-only': '미납 회비가 없는 회원만 이용하실 수 있습니다.',
    'customer-limit': '한 고객이 선점할 수 있는 좌석 수를 넘었습니다.',
    'hold-expired': '좌석 선점 시간이 지났습니다.',
  },
};
