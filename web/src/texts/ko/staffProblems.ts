/** What staff are told in place of what buyers are, by the code of the problem. */
export default {
  of: {
    'invalid-request': '보낸 내용에 고칠 곳이 있습니다.',
    forbidden: '이 계정의 역할로는 할 수 없는 일입니다. 관리자에게 문의해 주세요.',
    'not-found': '찾을 수 없습니다. 그사이 지워졌거나 주소가 다릅니다.',
    confirm: '좌석을 잃는 예매가 있습니다. 아래 숫자를 보고 다시 확인해 주세요.',
    'wrong-state': '지금 상태에서는 할 수 없습니다. 새로 고쳐 상태를 확인해 주세요.',
    'in-use': '아직 쓰이고 있어 지울 수 없습니다.',
    stale: '그사이 다른 사람이 바꾸었습니다. 새로 고친 뒤 다시 고쳐 주세요. 아무것도 저장되지 않았습니다.',
    'seat-taken': '이미 다른 예매가 가진 좌석이 있습니다. 아무것도 바뀌지 않았습니다.',
    'customer-limit': '한 사람이 살 수 있는 좌석 수를 넘습니다.',
    'ticket-admitted': '이미 입장한 티켓이 있습니다.',
    'body-too-large': '파일이나 내용이 너무 큽니다. 포스터는 2 MB까지입니다.',
    'unsupported-media-type': '읽을 수 없는 형식입니다. 포스터는 JPEG, PNG, WebP만 됩니다.',
    'not-on-sale': '지금은 판매하지 않는 회차입니다.',
    'cancellation-closed': '취소할 수 있는 시간이 지났습니다. 규정 밖의 취소는 관리자가 할 수 있습니다.',
    'live-reservations': '진행 중인 예매가 있어 할 수 없습니다.',
    'too-many-requests': '한꺼번에 너무 많은 요청이 있었습니다. 잠시 뒤 다시 시도해 주세요.',
    overloaded: '지금 요청이 매우 많습니다. 잠시 뒤 다시 시도해 주세요.',
    'host-lost': '응답이 오는 길에 사라졌습니다. 이미 처리되었는지 본 뒤에 다시 시도해 주세요.',
    'host-timeout': '응답이 너무 오래 걸립니다. 이미 처리되었는지 본 뒤에 다시 시도해 주세요.',
    'internal-error':
      '저희 쪽에서 문제가 생겼습니다. 잠시 뒤 다시 시도하고, 계속되면 시스템 담당자에게 알려 주세요.',
    unavailable: '시스템을 잠시 쓸 수 없습니다. 곧 다시 시도해 주세요.',
  },
};
