import { heldBy, type Mutant, mutant } from './patch';

/** What would leave a word of somebody who was erased, or forget to say that an erasure is off. */
export const erasureMutants: readonly Mutant[] = [
  heldBy(
    'shared/erasure/erasure.test.ts',
    mutant('E1', 'a context answers before its mark stands', {
      file: 'shared/erasure/takePart.ts',
      find: '  const mark = await marks.set({ customerId, n, at, state });',
      replace: `  if (step === 'mark') await answer(await objectionTo(customerId));
  const mark = await marks.set({ customerId, n, at, state });`,
    }),
  ),
  heldBy(
    'functions/reservation/usecases/eraseCustomer.test.ts',
    mutant('E2', 'what was begun before the mark stood is not looked for', {
      file: 'functions/reservation/usecases/eraseCustomer.ts',
      find: "erasure.step === 'mark' ? await objectionTo(deps, customerId) : undefined;",
      replace: "erasure.step === 'done' ? await objectionTo(deps, customerId) : undefined;",
    }),
  ),
  heldBy(
    'functions/notification/usecases/eraseCustomer.test.ts',
    mutant('E3', 'a notice keeps its address and its text', {
      file: 'functions/notification/domain/notice.ts',
      find: "return { ...kept, subject: '', body: '',",
      replace: 'return { ...kept, ...notice,',
    }),
  ),
  heldBy(
    'functions/reservation/usecases/eraseCustomer.test.ts',
    mutant('E4', 'one objection lifts nothing', {
      file: 'functions/reservation/domain/erasure.decide.ts',
      find: "if (objection !== undefined && step === 'mark')",
      replace: "if (objection !== undefined && step === 'empty')",
    }),
  ),
  heldBy(
    'functions/reservation/usecases/eraseCustomer.test.ts',
    mutant('E5', 'reservations keep who their customer was', {
      file: 'functions/reservation/usecases/eraseCustomer.ts',
      find: 'placedAt <= since ? {} : customer',
      replace: 'placedAt > since ? {} : customer',
    }),
  ),
  heldBy(
    'functions/reservation/usecases/eraseCustomer.test.ts',
    mutant('E6', 'an erasure is off, and whoever a second request has asked is not told', {
      file: 'functions/reservation/usecases/eraseCustomer.ts',
      find: 'same.attempts === 0 && same.answered.length === 0',
      replace: 'same.attempts >= 0',
    }),
  ),
  heldBy(
    'shared/erasure/erasure.test.ts',
    mutant('E7', 'a question that is late marks the customer again', {
      file: 'shared/erasure/mark.ts',
      find: "known.state === 'asked' && next.state !== 'asked'",
      replace: "(known.state === 'asked') !== (next.state === 'asked')",
    }),
  ),
];
