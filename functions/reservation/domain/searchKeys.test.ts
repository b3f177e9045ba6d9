import { inStatus } from '../../../tests/samples/reservation';
import { searchKeysOf, searchWords } from './searchKeys';

const keysOf = (customer: object) => searchKeysOf({ ...inStatus.held, customer });

test('it is found by its number, the words of the name, the name without blanks, and the address', () => {
  expect(keysOf({ name: 'Mina  KIM', email: 'Mina.Kim@Example.com' })).toEqual([
    ...['reservation-1', 'mina', 'kim', 'minakim', 'mina.kim@example.com'],
  ]);
});

test('who bought at the counter is found by the phone, however it is divided, or its last four digits', () => {
  expect(keysOf({ name: 'Kim', phone: '010-1234 5678' })).toEqual([
    ...['reservation-1', 'kim', '01012345678', '5678'],
  ]);
  expect(searchWords('010-1234 (02)12 kim-2')).toEqual(['0101234', '(02)12', 'kim-2']);
});

test('what looks the same is the same', () => {
  const decomposed = '남궁소라'.normalize('NFD');
  expect(keysOf({ name: decomposed })).toEqual(['reservation-1', '남궁소라']);
  expect(searchWords(` ${decomposed} ÉMILE `.normalize('NFD'))).toEqual(['남궁소라', 'émile']);
});

test('who is erased is found by the number alone', () => {
  expect(keysOf({})).toEqual(['reservation-1']);
});

test('a name of very many words does not fill the index', () => {
  expect(keysOf({ name: 'a b c d e f g h i j k' })).toHaveLength(10);
});
