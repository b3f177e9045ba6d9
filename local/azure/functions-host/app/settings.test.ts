import { findConnection } from './connection';
import { overlay } from './hostConfig';
import { isDisabled } from './hostedFunction';
import { minimumLevel } from './logger';
import { resolveText } from './resolveSettings';

describe('%SETTING%', () => {
  test('is replaced wherever it stands', () => {
    expect(resolveText('a-%X%-%Y%', { X: '1', Y: '2' })).toBe('a-1-2');
    expect(resolveText('100% of it', {})).toBe('100% of it');
  });
  test('that is missing is named', () => {
    expect(() => resolveText('%QUEUE%', {})).toThrow('the setting "QUEUE" is missing');
  });
});

describe('a connection', () => {
  test.each([
    [{ BUS: 'Endpoint=x' }, { kind: 'connectionString', value: 'Endpoint=x' }],
    [{ AzureWebJobsBUS: 'Endpoint=x' }, { kind: 'connectionString', value: 'Endpoint=x' }],
    [{ BUS__fullyQualifiedNamespace: 'n.example' }, { kind: 'identity', endpoint: 'n.example' }],
  ])('is found in %j', (settings, expected) => {
    expect(findConnection('BUS', 'fullyQualifiedNamespace', settings)).toEqual(expected);
  });
  test('that is missing is named with both its forms', () => {
    expect(() => findConnection('BUS', 'fullyQualifiedNamespace', {})).toThrow(
      /"BUS" is missing.*BUS__fullyQualifiedNamespace/,
    );
  });
});

test('settings overlay host.json whatever the case of its keys', () => {
  const json = { logging: { logLevel: { default: 'Information' } } };
  const settings = {
    AzureFunctionsJobHost__Logging__logLevel__default: 'Warning',
    AzureFunctionsJobHost__extensions__http__routePrefix: 'v1',
  };
  expect(overlay(json, settings)).toEqual({
    logging: { logLevel: { default: 'Warning' } },
    extensions: { http: { routePrefix: 'v1' } },
  });
});

test.each([
  [{}, 'Function.a.User', 'information'],
  [{ default: 'Warning' }, 'Function.a.User', 'warning'],
  [{ default: 'Warning', Function: 'Debug' }, 'Function.a.User', 'debug'],
  [{ Function: 'Debug', 'Function.a': 'Error' }, 'Function.a.User', 'error'],
  [{ Function: 'Debug', 'Function.a': 'Error' }, 'Function.ab.User', 'debug'],
])('log levels %j give %s the level %s', (levels, category, level) => {
  expect(minimumLevel(levels as Record<string, string>, category)).toBe(level);
});

test.each([
  [{ 'AzureWebJobs.f.Disabled': 'true' }, true],
  [{ 'AzureWebJobs.f.Disabled': '1' }, true],
  [{ AzureWebJobs_f_Disabled: 'True' }, true],
  [{ 'AzureWebJobs.f.Disabled': 'false' }, false],
  [{ 'AzureWebJobs.g.Disabled': 'true' }, false],
])('with %j function f is disabled: %s', (settings, expected) => {
  expect(isDisabled('f', settings as Record<string, string>)).toBe(expected);
});
