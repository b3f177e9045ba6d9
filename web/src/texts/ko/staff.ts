/** What frames every page of the staff. */
export default {
  home: {
    staff: '직원',
    title: '오늘의 극장',
    desks: '업무',
    nothing: '이 계정으로 할 수 있는 일이 없습니다. 관리자에게 역할을 받아 다시 로그인해 주세요.',
    back: '직원 첫 화면으로',
  },
  desks: {
    programme: { name: '공연', what: '뮤지컬과 회차를 만들고, 옮기고, 취소합니다.' },
    plan: { name: '좌석도', what: '공연장의 좌석을 그리고 등급을 칠합니다.' },
    live: { name: '현황', what: '좌석과 매출을 지금 이 순간 그대로 봅니다.' },
    counter: { name: '창구', what: '창구에서 팔고, 찾고, 좌석을 빼 두고, 취소합니다.' },
    operations: { name: '운영', what: '멈춰 있는 일, 상태, 기록, 대사 차이를 봅니다.' },
    lending: { name: '대여', what: '오페라글라스와 보청 장치를 빌려주고 돌려받습니다.' },
    members: { name: '회원', what: '회원제와 회원, 청구서를 봅니다.' },
  },
  door: { name: '입장', what: '입구에서 티켓을 확인하고 입장시킵니다.' },
  gate: {
    title: '이 화면을 볼 수 있는 역할이 아닙니다',
    text: (who: string, roles: string) =>
      `${who}(으)로 로그인되어 있습니다. 이 화면에 필요한 역할은 ${roles}입니다. 그 역할이 있는 계정으로 로그인하거나 관리자에게 역할을 받아 주세요.`,
    roles: { admin: '관리자(admin)', 'box-office': '매표소(box-office)', door: '입구(door)' },
    signInAsOther: '다른 계정으로 로그인',
  },
};
