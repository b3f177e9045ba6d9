import type { ApiProblemCode } from '../../api/problem';

/** What to say and what to do, by the code of the problem. Money and seats come first. */
const problems: Record<ApiProblemCode, string> = {
  'invalid-request': '요청을 이해하지 못했습니다. 새로 고친 뒤 다시 시도해 주세요.',
  unauthenticated: '로그인이 필요합니다. 로그인하면 하던 일을 이어서 할 수 있습니다.',
  'payment-declined': '카드가 승인되지 않아 결제되지 않았습니다. 다른 카드로 결제해 주세요.',
  forbidden: '다른 분의 예매입니다. 예매하신 계정으로 로그인해 주세요.',
  'not-found': '찾을 수 없습니다. 주소를 확인하거나 내 예매에서 찾아 주세요.',
  'method-not-allowed': '여기서는 할 수 없는 일입니다. 새로 고친 뒤 다시 시도해 주세요.',
  'body-too-slow': '연결이 지금 너무 느립니다. 다시 시도해 주세요.',
  confirm: '되돌릴 수 없는 일입니다. 내용을 보고 확인해 주세요.',
  'cancellation-closed': '취소할 수 있는 시간이 지났습니다. 극장에 문의해 주세요.',
  'customer-limit':
    '한 분이 예매할 수 있는 좌석 수를 넘었습니다. 좌석을 줄이거나, 잡아 두고 결제하지 않은 좌석을 풀어 주세요.',
  'members-only':
    '미납 회비가 없는 회원만 이용하실 수 있습니다. 일반 예매가 열리는 시각을 확인하시거나 다른 가격을 선택해 주세요.',
  'hold-expired': '시간이 지나 좌석이 풀렸습니다. 결제되지 않았습니다. 좌석을 다시 골라 주세요.',
  'ticket-admitted': '이미 입장한 티켓이 있어 취소되지 않았습니다.',
  'renewal-limit': '시간을 더 늘릴 수 없습니다. 지금 예매해 주세요.',
  'live-reservations': '진행 중인 예매가 있습니다. 먼저 그 예매를 취소해 주세요.',
  'not-on-sale': '지금은 판매하지 않는 공연입니다. 다른 날짜를 골라 주세요.',
  'seat-taken': '다른 분이 먼저 잡은 좌석이 있습니다. 표시된 좌석 대신 다른 좌석을 골라 주세요.',
  'in-use': '아직 쓰이고 있어 지울 수 없습니다.',
  'out-of-stock': '빌려 드릴 수량이 모자랍니다. 수를 줄이거나 창구에 문의해 주세요.',
  overdue: '반납 기한이 지난 물품이 있습니다. 먼저 반납해 주세요.',
  'sold-out': '남은 좌석이 모자랍니다. 인원을 줄이거나 다른 구역, 다른 날짜를 골라 주세요.',
  'erasure-under-way': '개인정보 삭제를 요청하셨습니다. 삭제가 끝날 때까지 예매하거나 가입하실 수 없습니다.',
  'wrong-state': '그사이 상태가 바뀌었습니다. 지금 상태를 확인해 주세요.',
  stale: '그사이 내용이 바뀌었습니다. 새로 고친 뒤 다시 시도해 주세요.',
  'body-too-large': '보낸 내용이 너무 큽니다. 줄여서 다시 보내 주세요.',
  'unsupported-media-type': '보낸 형식을 읽을 수 없습니다. 새로 고친 뒤 다시 시도해 주세요.',
  'amount-mismatch': '금액이 맞지 않아 결제하지 않았습니다. 새로 고쳐 금액을 확인한 뒤 다시 결제해 주세요.',
  'idempotency-key-reused': '같은 요청이 다른 내용으로 이미 처리되었습니다. 새로 고친 뒤 다시 시도해 주세요.',
  'idempotency-key-required': '요청에 빠진 것이 있습니다. 새로 고친 뒤 다시 시도해 주세요.',
  'precondition-required': '요청에 빠진 것이 있습니다. 새로 고친 뒤 다시 시도해 주세요.',
  'too-many-requests': '지금 찾는 분이 많습니다. 잠시 뒤 다시 시도해 주세요.',
  'too-many-holds': '좌석을 여러 번 잡고 사지 않으셨습니다. 다른 분도 살 수 있게 나중에 다시 시도해 주세요.',
  'host-lost': '답이 오는 길에 끊겼습니다. 다시 시도해 주세요. 두 번 결제되지는 않습니다.',
  'host-timeout': '답이 너무 늦습니다. 다시 시도해 주세요. 두 번 결제되지는 않습니다.',
  overloaded: '지금 찾는 분이 아주 많습니다. 잠시 뒤 다시 시도해 주세요.',
  'internal-error': '저희 쪽에 문제가 생겼습니다. 잠시 뒤 다시 시도해 주세요. 두 번 결제되지는 않습니다.',
  unavailable: '지금은 잠시 이용할 수 없습니다. 조금 뒤 다시 시도해 주세요. 두 번 결제되지는 않습니다.',
};

export default problems;
