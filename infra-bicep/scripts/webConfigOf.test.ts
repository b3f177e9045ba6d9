import { webConfigOf } from './webConfigOf';

const config = {
  apiUrl: 'https://gateway.example/api',
  issuer: 'https://identity.example/',
  clientId: 'web',
  payment: { kind: 'toss', clientKey: 'live_ck' },
};
const outputs = (webConfig: unknown) => JSON.stringify({ webConfig: { type: 'object', value: webConfig } });

test('it comes from the outputs of the Azure CLI, or from azd', () => {
  expect(webConfigOf(outputs(config), undefined)).toEqual(config);
  expect(webConfigOf(undefined, JSON.stringify(config))).toEqual(config);
});

test.each([
  [{ ...config, clientId: '' }, /clientId/],
  [{ ...config, apiUrl: 'http://gateway.example/api' }, /apiUrl/],
  [{ ...config, payment: { kind: 'stand-in', url: 'x' } }, /payment/],
  [undefined, /webConfig/],
])('%j is refused, and says what is wrong', (value, wrong) => {
  expect(() => webConfigOf(outputs(value), undefined)).toThrow(wrong);
});

test('without any outputs it says where they come from', () => {
  expect(() => webConfigOf(undefined, undefined)).toThrow(/--outputs/);
});
