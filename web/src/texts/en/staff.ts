import type ko from '../ko/staff';

export default {
  home: {
    staff: 'Staff',
    title: 'The theatre today',
    desks: 'Desks',
    nothing: 'This account may do nothing here. Ask an admin for a role, then sign in again.',
    back: 'To the staff’s first page',
  },
  desks: {
    programme: { name: 'Programme', what: 'Make musicals and performances, move and cancel them.' },
    plan: { name: 'Plans', what: 'Draw a house seat by seat, and paint its price tiers.' },
    live: { name: 'Live', what: 'Seats and takings as they are this moment.' },
    counter: { name: 'Counter', what: 'Sell, search, withhold seats, and cancel for customers.' },
    operations: { name: 'Operations', what: 'What is stuck, health, the audit, differences in the books.' },
    lending: { name: 'Lending', what: 'Lend opera glasses and hearing loops, and take them back.' },
    members: { name: 'Members', what: 'Membership plans, members and their bills.' },
  },
  door: { name: 'Door', what: 'Check tickets at the entrance and let people in.' },
  gate: {
    title: 'Your role does not open this page',
    text: (who: string, roles: string) =>
      `You are signed in as ${who}. This page takes one of these roles: ${roles}. Sign in with an account that has one, or ask an admin for it.`,
    roles: { admin: 'admin', 'box-office': 'box office (box-office)', door: 'door' },
    signInAsOther: 'Sign in as somebody else',
  },
} satisfies typeof ko;
